/** Letters and signs that OCR gives for figures, by their look. */
const lookalikes: Readonly<Record<string, string>> = {
  l: '1',
  I: '1',
  i: '1',
  '|': '1',
  '!': '1',
  ']': '1',
  '[': '1',
  O: '0',
  o: '0',
  D: '0',
  Q: '0',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  b: '6',
  G: '6',
  T: '7',
  B: '8',
  g: '9',
  q: '9',
};

/** What can stand for a figure in a misread number, as the inside of a character class. */
export const figureLike = `0-9${Object.keys(lookalikes)
  .join('')
  .replace(/[[\]|]/g, '\\$&')}`;

/** A number as read, with whether its figures had to be read over. */
export interface ReadNumber {
  readonly value: number;
  readonly figures: string;
  readonly isMisread: boolean;
}

/** Reads a number in which OCR may have taken figures for letters; undefined for what cannot be one. */
export function readNumber(written: string): ReadNumber | undefined {
  const figures = [...written].map((sign) => lookalikes[sign] ?? sign).join('');
  if (!/^\d{1,6}$/.test(figures)) return undefined;
  return { value: Number(figures), figures, isMisread: figures !== written };
}

/** Raised figures as plain ones. */
export function plainFigures(label: string): string {
  return label.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (sign) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)));
}

/** Whether two words differ in at most so many letters that were changed, left out or put in. */
export function isWithin(one: string, other: string, distance: number): boolean {
  if (Math.abs(one.length - other.length) > distance) return false;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return (row.at(-1) ?? 0) <= distance;
}
