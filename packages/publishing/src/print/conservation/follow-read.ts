import type { Expected, Origin } from './expected.js';
import { type Followed, followText } from './follow-text.js';
import type { Place, ReadPdf } from './read-pdf.js';

/** Where a note at the foot of a page is called. */
export interface Called {
  readonly note: readonly Expected[];
  readonly at: Origin;
  /** Where in the PDF; not known of a note that is called in a note. */
  readonly place?: Place;
}

/** A PDF beside what it should say. */
export interface Read {
  readonly body: Followed;
  /** The notes at the foot of the pages in the order of their calls, what a note calls after it. */
  readonly notes: Followed;
  /** The calls of those notes, by what their notes begin with. */
  readonly calls: ReadonlyMap<Expected, Called>;
}

/** Reads a PDF beside what it should say: its body, and then the notes that it calls. */
export function followRead(read: ReadPdf, expected: readonly Expected[]): Read {
  const body = followText(read.body.folded, expected);
  const called = body.events.flatMap(({ of, index }) =>
    of.kind === 'note' ? [{ note: of.note, at: of.at, place: read.body.placeOf(index) }] : [],
  );
  const calls = new Map<Expected, Called>();
  const inOrder = (call: Called): Expected[] => {
    const begins: Expected = { kind: 'block', at: call.at };
    calls.set(begins, call);
    const within = call.note.flatMap((each) => (each.kind === 'note' ? [each] : []));
    const own = call.note.map((each): Expected => (each.kind === 'note' ? { ...each, note: [] } : each));
    // First its figure.
    return [{ kind: 'note', note: [], at: call.at }, begins, ...own, ...within.flatMap(inOrder)];
  };
  return { body, notes: followText(read.notes.folded, called.flatMap(inOrder)), calls };
}
