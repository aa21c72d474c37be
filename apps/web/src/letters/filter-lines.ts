import type { LetterLine } from './letter-line.js';

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * The lines that hold every word of the filter, in their number, date, title or incipit. Case and accents make no
 * difference; a number is found bare (`6`), after `No.`, and in brackets.
 */
export function filterLines(lines: readonly LetterLine[], filter: string): readonly LetterLine[] {
  const words = plain(filter).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return lines;
  return lines.filter((line) => {
    const number = line.number === '' ? '' : `no. ${line.number} [${line.number}]`;
    const text = plain(`${number} ${line.dateWord} ${line.date} ${line.when} ${line.title} ${line.incipit}`);
    return words.every((word) => text.includes(word));
  });
}
