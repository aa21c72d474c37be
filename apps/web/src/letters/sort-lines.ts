import type { LetterLine } from './letter-line.js';

/** The columns that the calendar can be put in order by; `number` is the order of the volume. */
export type SortColumn = 'number' | 'date' | 'title' | 'change';

/** A column, and whether its order runs upward. */
export interface Sorting {
  column: SortColumn;
  ascending: boolean;
}

const keys: Record<Exclude<SortColumn, 'number'>, (line: LetterLine) => string> = {
  date: (line) => line.when,
  title: (line) => line.title,
  change: (line) => line.updatedAt,
};

/** The lines in the order asked for. Lines without a value for the column stand last, whichever way it runs. */
export function sortLines(
  lines: readonly LetterLine[],
  { column, ascending }: Sorting,
): readonly LetterLine[] {
  if (column === 'number') return ascending ? lines : lines.toReversed();
  const key = keys[column];
  return lines.toSorted((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === '' || y === '') return Number(x === '') - Number(y === '');
    return (ascending ? 1 : -1) * x.localeCompare(y, 'en', { numeric: true });
  });
}
