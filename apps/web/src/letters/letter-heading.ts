import type { NamedLine } from './letter-line.js';

type Named = Pick<NamedLine, 'number' | 'numberSupplied' | 'title' | 'titleSupplied'>;

/** What a letter is called: “No. [6]. J. V. Stalin to F. Roosevelt*”. */
export function letterHeading(line: Named): string {
  const number = line.number === '' ? '' : `No. ${line.numberSupplied ? `[${line.number}]` : line.number}. `;
  return `${number}${line.title}${line.titleSupplied ? '*' : ''}`;
}

/** What a letter is called in few words: “No. 6”, or its title where it has no number. */
export function shortHeading(line: Named): string {
  return line.number === '' ? line.title : `No. ${line.number}`;
}
