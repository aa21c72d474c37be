import type { LetterLine } from './letter-line.js';

/** Lines of the calendar that stand under one heading. */
export interface LineGroup {
  heading: string;
  /** What the heading adds in small: “August to November, Nos. 1–7”. */
  gloss: string;
  lines: readonly LetterLine[];
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function monthOf(line: LetterLine | undefined): string {
  return months[Number(line?.when.slice(5, 7)) - 1] ?? '';
}

function span(first: string, last: string, joint: string): string {
  if (first === '' || last === '' || first === last) return first || last;
  return `${first}${joint}${last}`;
}

function glossOf(lines: readonly LetterLine[]): string {
  const dated = lines.filter((line) => line.when !== '').sort((a, b) => a.when.localeCompare(b.when));
  const numbered = lines.filter((line) => line.number !== '');
  const range = span(numbered[0]?.number ?? '', numbered.at(-1)?.number ?? '', '–');
  const numbers = range === '' ? '' : `${range.includes('–') ? 'Nos.' : 'No.'} ${range}`;
  return [span(monthOf(dated[0]), monthOf(dated.at(-1)), ' to '), numbers].filter(Boolean).join(', ');
}

/** Puts lines that follow one another and have the same group under one heading, in the order given. */
export function groupLines(lines: readonly LetterLine[]): readonly LineGroup[] {
  const groups: { heading: string; lines: LetterLine[] }[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.heading === line.group) last.lines.push(line);
    else groups.push({ heading: line.group, lines: [line] });
  }
  return groups.map((group) => ({ ...group, gloss: glossOf(group.lines) }));
}
