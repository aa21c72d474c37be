const hues = ['b', 'p', 'g', 'o'] as const;

/** One of four looks for a person, the same on every screen. It only repeats what the name says. */
export function hueOf(personId: string): (typeof hues)[number] {
  let sum = 0;
  for (const letter of personId) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return hues[sum % hues.length] ?? 'b';
}
