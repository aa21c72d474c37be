export const hues = ['b', 'p', 'g', 'o'] as const;

export type Hue = (typeof hues)[number];

/** One of four looks for a person, where nobody else has it. It only repeats what the name says. */
export function hueOf(personId: string): Hue {
  let sum = 0;
  for (const letter of personId) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return hues[sum % hues.length] ?? 'b';
}
