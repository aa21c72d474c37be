import type { CalendarSummary } from '@chancery/server/api';
import { monthOf } from '@chancery/tei';
import type { ShownLine } from './letter-line.js';

/** What stands in one row of the calendar. */
export type CalendarItem =
  | { readonly kind: 'heading'; readonly heading: string; readonly gloss: string }
  /** A piece of the volume's own file. */
  | { readonly kind: 'piece'; readonly line: ShownLine }
  /** A letter, by its place among those that are shown. */
  | { readonly kind: 'letter'; readonly index: number };

/** The rows of the calendar, of however many letters, without any of them. */
export interface CalendarLayout {
  readonly rows: number;
  at(row: number): CalendarItem | undefined;
  /** The row of a letter. */
  rowOf(index: number): number;
}

interface Section {
  readonly start: number;
  readonly heading: string;
  readonly gloss: string;
  readonly pieces: readonly ShownLine[];
  /** How many letters stand in it, and how many before it. */
  readonly letters: number;
  readonly before: number;
}

type Group = CalendarSummary['groups'][number];

function span(first: string, last: string, joint: string): string {
  return first === '' || last === '' || first === last ? first || last : `${first}${joint}${last}`;
}

/** “August to November, Nos. 1–7”. */
export function glossOf({ numbers, dates }: Pick<Group, 'numbers' | 'dates'>): string {
  const range = span(numbers.first ?? '', numbers.last ?? '', '–');
  const figures = range === '' ? '' : `${range.includes('–') ? 'Nos.' : 'No.'} ${range}`;
  return [span(monthOf(dates.first ?? ''), monthOf(dates.last ?? ''), ' to '), figures]
    .filter(Boolean)
    .join(', ');
}

/**
 * The rows of a calendar. In the order of the volume the letters stand under their years, after the pieces of the front matter
 * and before the notes; else one after the other, with no heading.
 *
 * @param groups none where there are to be no headings
 */
export function layoutOf(
  letters: number,
  groups: readonly Group[],
  front: readonly ShownLine[] = [],
  notes: readonly ShownLine[] = [],
): CalendarLayout {
  const sections: Section[] = [];
  let rows = 0;
  let before = 0;
  const add = (section: Omit<Section, 'start' | 'before'>) => {
    sections.push({ ...section, start: rows, before });
    rows += (section.heading === '' ? 0 : 1) + section.pieces.length + section.letters;
    before += section.letters;
  };
  const pieces = (heading: string, lines: readonly ShownLine[]) => {
    if (lines.length > 0) add({ heading, gloss: '', pieces: lines, letters: 0 });
  };
  pieces('Front matter', front);
  for (const { year, count, ...rest } of groups)
    add({
      heading: year === '' ? 'Undated' : year,
      gloss: glossOf(rest),
      pieces: [],
      letters: count,
    });
  if (letters > before) add({ heading: '', gloss: '', pieces: [], letters: letters - before });
  pieces('Notes', notes);

  function sectionAt(holds: (section: Section) => boolean): Section | undefined {
    let low = 0;
    let high = sections.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const section = sections[middle];
      if (section && holds(section)) low = middle + 1;
      else high = middle;
    }
    return sections[low - 1];
  }

  return {
    rows,
    at(row) {
      const section = row < rows ? sectionAt(({ start }) => start <= row) : undefined;
      if (!section) return undefined;
      const { heading, gloss } = section;
      const within = row - section.start - (heading === '' ? 0 : 1);
      if (within < 0) return { kind: 'heading', heading, gloss };
      const line = section.pieces[within];
      return line ? { kind: 'piece', line } : { kind: 'letter', index: section.before + within };
    },
    rowOf(index) {
      const section = sectionAt((each) => each.before <= index && (each.letters > 0 || each.before < index));
      if (!section) return 0;
      return section.start + (section.heading === '' ? 0 : 1) + index - section.before;
    },
  };
}
