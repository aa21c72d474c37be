import type { Expected, Origin } from './expected.js';
import type { Read } from './follow-read.js';
import type { Place, ReadPdf } from './read-pdf.js';

/** A note at the foot of a page: where it is called, and from where to where it stands. */
export interface NotePlaces {
  /** Its callout. */
  readonly at: Origin;
  /** Not known of a note that is called in a note. */
  readonly called: Place | undefined;
  readonly begins: Place;
  readonly ends: Place;
  /** How many letters and signs it has, folded. */
  readonly length: number;
}

/** A note that does not begin on the page that calls it. */
export interface Stray extends NotePlaces {
  readonly called: Place;
  /** The notes that are called in its line before it, and those that these call, the first of them first. */
  readonly inLine: readonly NotePlaces[];
  /** Whether the note before it runs on to the page on which it begins, or fills the one before, so that it can begin on no earlier one. */
  readonly isBehind: boolean;
}

/** Callouts whose figures stand no further apart than that, in points, are of one line. */
const sameLine = 7;

/** The notes of a PDF in the order of their callouts, of those that were followed. */
export function placesOfNotes(read: ReadPdf, { notes, calls }: Pick<Read, 'notes' | 'calls'>): NotePlaces[] {
  const figures = notes.events.flatMap(({ of, index }) => (isFigure(of) ? [index] : []));
  let figure = 0;
  return notes.events.flatMap(({ of, index }): NotePlaces[] => {
    const call = calls.get(of);
    if (!call) return [];
    while ((figures[figure] ?? Number.POSITIVE_INFINITY) < index) figure += 1;
    const end = Math.max(index, (figures[figure] ?? read.notes.folded.length) - 1);
    const { at, place: called } = call;
    const [begins, ends] = [read.notes.placeOf(index), read.notes.placeOf(end)];
    return [{ at, called, begins, ends, length: end - index }];
  });
}

function isFigure(of: Expected): boolean {
  return of.kind === 'note';
}

/** Those of them that do not begin on the pages of their callouts. */
export function straysAmong(notes: readonly NotePlaces[]): Stray[] {
  const strays: Stray[] = [];
  for (const [i, note] of notes.entries()) {
    const { called, begins } = note;
    if (!called || called.page === begins.page) continue;
    const before = notes[i - 1];
    const isBehind =
      before !== undefined &&
      before.begins.page < begins.page &&
      before.ends.page > called.page &&
      begins.page <= before.ends.page + 1;
    const last = notes.slice(Math.max(0, i - most), i);
    const first = last.findIndex(
      (each) => each.called?.page === called.page && Math.abs(each.called.y - called.y) < sameLine,
    );
    strays.push({ ...note, called, inLine: first < 0 ? [] : last.slice(first), isBehind });
  }
  return strays;
}

/** A line calls no more. */
const most = 20;
