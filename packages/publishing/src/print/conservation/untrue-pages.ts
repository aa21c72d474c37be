import { type ConservationFinding, findingAt } from './conservation-finding.js';
import type { Origin } from './expected.js';
import { fold } from './fold.js';
import type { Event } from './follow-text.js';
import type { PrintedText, ReadPdf } from './read-pdf.js';

/** Where something is: in the body, or on a page that is known already. */
type Found = Event & { readonly page?: number };

/**
 * The pages that a PDF names and that are not those on which things are: in its contents, behind its end notes, in its
 * references and in its index. Pages are counted from its first leaf, as its folios are.
 */
export function untruePages(read: ReadPdf, events: readonly Found[]): ConservationFinding[] {
  const pageOf = ({ index, page }: Found) => page ?? read.body.placeOf(index).page;
  const documents = events.flatMap((event) =>
    event.of.kind === 'document' ? [{ ...event.of, page: pageOf(event) }] : [],
  );
  return [
    ...inContents(read, documents),
    ...inReferences(read, events, new Map(documents.map(({ id, page }) => [id, page])), pageOf),
    ...inEndNotes(read.body, events, pageOf),
    ...inIndex(read.body, events, pageOf),
  ];
}

function inContents(
  { contents }: ReadPdf,
  documents: readonly { number: string; at: Origin; page: number }[],
): ConservationFinding[] {
  if (contents.length === 0) return [];
  let from = 0;
  return documents.flatMap(({ number, at, page }): ConservationFinding[] => {
    const wanted = withoutBrackets(number);
    if (wanted === '') return [];
    const found = contents.findIndex(
      ({ words }, index) => index >= from && withoutBrackets(words).startsWith(wanted),
    );
    if (found < 0) return [findingAt(at, `${number} is not in the contents, or not in its place.`)];
    from = found + 1;
    const named = contents[found]?.page ?? '';
    return named === String(page)
      ? []
      : [findingAt(at, `The contents name p. ${named} for ${number}, which begins on p. ${page}.`)];
  });
}

/** A number that is supplied stands in brackets. */
function withoutBrackets(words: string): string {
  return fold(words).replace(/[[\]]/g, '');
}

function inReferences(
  read: ReadPdf,
  events: readonly Found[],
  pages: ReadonlyMap<string, number>,
  pageOf: (event: Found) => number,
): ConservationFinding[] {
  return events.flatMap((event): ConservationFinding[] => {
    if (event.of.kind !== 'reference') return [];
    const page = pages.get(event.of.document);
    const named = /,\p{L}+\.?(\d+)/u.exec(event.made)?.[1];
    if (page === undefined || named === undefined || Number(named) === page) return [];
    return [
      findingAt(
        event.of.at,
        `A reference on p. ${pageOf(event)} of ${read.pages} names p. ${named} for a document that begins on p. ${page}.`,
      ),
    ];
  });
}

/** "Called at No. 2, p. 11; No. 3, p. 13." */
function inEndNotes(
  body: PrintedText,
  events: readonly Found[],
  pageOf: (event: Found) => number,
): ConservationFinding[] {
  const called = new Map<string, Set<string>>();
  for (const event of events) {
    if (event.of.kind !== 'call') continue;
    const { note, document } = event.of;
    called.set(note, (called.get(note) ?? new Set()).add(`${fold(document)} ${pageOf(event)}`));
  }
  const marks = events.filter(({ of }) => of.kind === 'end-note');
  return marks.flatMap((event, place): ConservationFinding[] => {
    if (event.of.kind !== 'end-note' || !event.of.ends) return [];
    const until = marks[place + 1]?.index ?? body.folded.length;
    const said = body.written(event.index, until).join('');
    const [words = ''] = /^\s*Called at\b.*?,\s*\p{L}+\.?\s*\d+\./su.exec(said) ?? [];
    const named = [...words.matchAll(/,\s*\p{L}+\.?\s*(\d+)(?=[;.])/gu)].map(([, page]) => Number(page));
    const actual = [...(called.get(event.of.id) ?? [])].map((each) => Number(each.split(' ').at(-1)));
    const behind = said.slice(said.indexOf(words) + words.length).trim();
    const next = marks[place + 1];
    if (next && follows(next.of, event.of) && (behind.match(/\p{L}/gu)?.length ?? 0) > mostInFigure)
      return [
        findingAt(
          event.of.at,
          `Behind the end note the PDF says “${behind}”, which the TEI does not have there.`,
        ),
      ];
    if (named.join() === actual.join()) return [];
    return [
      findingAt(
        event.of.at,
        `The end note names pp. ${named.join(', ') || '–'} as those that call it; it is called on ${actual.join(', ') || 'none'}.`,
      ),
    ];
  });
}

/** The letters of the figure of an end note. */
const mostInFigure = 6;

/** Whether nothing stands in the TEI between two notes. */
function follows({ at: next }: Found['of'], { at: { element } }: Found['of']): boolean {
  const children = element.parent?.children.filter(({ type }) => type === 'element') ?? [];
  return children[children.indexOf(element) + 1] === next.element;
}

/** "Hull, Cordell (Author of The Memoirs of Cordell Hull), 7, 7 n., 11–13; messages from, Nos. 2, 3". */
function inIndex(
  body: PrintedText,
  events: readonly Found[],
  pageOf: (event: Found) => number,
): ConservationFinding[] {
  const occurrences = new Map<string, { page: number; must: boolean }[]>();
  for (const event of events) {
    if (event.of.kind !== 'name') continue;
    const known = occurrences.get(event.of.entry) ?? [];
    occurrences.set(event.of.entry, [...known, { page: pageOf(event), must: event.of.indexed }]);
  }
  const marks = events.filter(({ of }) => of.kind === 'index');
  return marks.flatMap((event, place): ConservationFinding[] => {
    const { of } = event;
    if (of.kind !== 'index') return [];
    const entry = of.entries[place];
    const after = of.entries[place + 1]?.words.length ?? 0;
    const until = (marks[place + 1]?.index ?? body.folded.length + after) - after;
    const [places = ''] = pagesOfEntry.exec(body.written(event.index, until).join('')) ?? [];
    const named = pagesIn(places);
    const actual = occurrences.get(entry?.entry ?? '') ?? [];
    const wrong = [...named].find((page) => !actual.some((each) => each.page === page));
    const left = actual.find(({ page, must }) => must && !named.has(page));
    if (wrong === undefined && left === undefined) return [];
    const message =
      wrong === undefined
        ? `The index leaves out p. ${left?.page} for “${entry?.entry}”.`
        : `The index names p. ${wrong} for “${entry?.entry}”, which is not named there.`;
    return [findingAt(of.at, message)];
  });
}

/** What follows a name in the index, ", 7, 8 n., 11–13", without its messages, and without what stands behind the last one. */
const pagesOfEntry = /^[\s,]*(?:\d+(?:\s*[–-]\s*\d+)?(?:\s*\p{L}{1,4}\.)?[\s,]*)*/u;

/** The pages of "7, 8 n., 11–13". */
function pagesIn(written: string): Set<number> {
  const pages = new Set<number>();
  for (const [, first, last] of written.matchAll(/(\d+)(?:\s*[–-]\s*(\d+))?/g)) {
    for (let page = Number(first); page <= Number(last ?? first); page += 1) pages.add(page);
  }
  return pages;
}
