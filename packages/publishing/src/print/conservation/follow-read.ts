import type { Expected, Origin } from './expected.js';
import { type Event, type Followed, followText } from './follow-text.js';
import type { Place, PrintedText, ReadPdf } from './read-pdf.js';

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
  let seen = 0;
  const called = body.events.flatMap((event, i) => {
    const { of } = event;
    if (of.kind !== 'note') return [];
    const before = body.events[i - 1];
    const isNext = before?.index === event.index && before.of.kind === 'note';
    seen = isNext ? seen + 1 : 0;
    return [
      {
        note: of.note,
        at: of.at,
        place: placeOfCall(read.body, event.index, nextPlace(body.events, i), seen),
      },
    ];
  });
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

/** What stands alone in a piece of text where a note is called: “12”, “a”, “*”. */
const figure = /^\s*(?:\d{1,3}|\p{L}|[*†‡§¶‖]{1,4})\s*$/u;

/** Where the figure of a callout stands: behind what setting made before it, such as the sign of a gap. */
function placeOfCall(body: PrintedText, index: number, next: number, which: number): Place {
  const figures = body.placed(index, next).filter(({ text }) => figure.test(text));
  return figures[which]?.place ?? body.placeOf(index);
}

/** Where what follows an event stands: the words behind it, or something else. */
function nextPlace(events: readonly Event[], at: number): number {
  const { index = 0, made = '' } = events[at] ?? {};
  // Of a heading it is not told what setting made before it.
  const next = made === '' ? events.find((event, i) => i > at && event.index > index)?.index : undefined;
  return next ?? index + made.length;
}
