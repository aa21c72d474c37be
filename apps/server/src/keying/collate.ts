import { type DiscrepancyKind, discrepancies, type Place } from '@chancery/collation';
import type { Node } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import { fittingPlaces, type PlacedDiscrepancy } from './fitting-places.js';
import { keyedWords, type PlacedWord } from './keyed-words.js';

/** A range of each of two documents that stand for one another. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/** A place in which two keyings differ, as both read. */
export interface Difference {
  readonly kind: DiscrepancyKind;
  /** One range; two of words that stand elsewhere, settled as one. */
  readonly ranges: readonly Range[];
  readonly a: Reading;
  readonly b: Reading;
}

/** What a keying has in a place, with some words before and after. */
export interface Reading {
  readonly before: string;
  readonly text: string;
  readonly after: string;
  /** How the words are marked, where that is what differs. */
  readonly markup: string;
}

/** How many words of the surroundings are shown. */
const around = 8;

/**
 * All in which two keyings of a letter differ, in the order of the first. Each can be settled by itself: the words of the other can
 * be put in its place without touching what stands around it. Where the two are built so differently that they cannot, as much of
 * what stands around it belongs to it as it needs.
 */
export function collate(a: Node, b: Node): Difference[] {
  const [one, other] = [keyedWords(a), keyedWords(b)];
  const places = discrepancies(one, other).flatMap(
    ({ kind, places: settledAsOne }, pair): PlacedDiscrepancy[] =>
      settledAsOne.map((place) => ({ ...place, kind, pair: settledAsOne.length > 1 ? pair : undefined })),
  );
  const rangeOf = ({ from, to, otherFrom, otherTo }: Place): Range => ({
    from: startOf(one, from),
    to: startOf(one, to),
    otherFrom: startOf(other, otherFrom),
    otherTo: startOf(other, otherTo),
  });
  const fitting = fittingPlaces(
    places.toSorted((x, y) => x.from - y.from || x.otherFrom - y.otherFrom),
    { length: one.length, otherLength: other.length },
    (place) => replaces(a, b, rangeOf(place)),
  );
  return together(fitting).map(({ kind, places: settledAsOne }) => {
    const ranges = settledAsOne.map(rangeOf);
    return {
      kind,
      ranges,
      a: readingIn(a, one, ranges),
      b: readingIn(
        b,
        other,
        ranges.map(({ otherFrom, otherTo }) => ({ from: otherFrom, to: otherTo })),
      ),
    };
  });
}

function startOf(words: readonly PlacedWord[], index: number): number {
  return words[index]?.from ?? words.at(-1)?.to ?? 0;
}

/** Whether the words of the other document can be put into the place of those of the one, and the other way round. */
function replaces(a: Node, b: Node, { from, to, otherFrom, otherTo }: Range): boolean {
  return (
    new ReplaceStep(from, to, b.slice(otherFrom, otherTo)).apply(a).doc !== null &&
    new ReplaceStep(otherFrom, otherTo, a.slice(from, to)).apply(b).doc !== null
  );
}

/** Puts places together again that are settled as one, as far as both are still what they were. */
function together(
  places: readonly PlacedDiscrepancy[],
): { kind: DiscrepancyKind; places: readonly PlacedDiscrepancy[] }[] {
  const partnerOf = (place: PlacedDiscrepancy) =>
    places.find((each) => each !== place && place.pair !== undefined && each.pair === place.pair);
  return places.flatMap((place) => {
    const partner = partnerOf(place);
    if (partner)
      return places.indexOf(partner) < places.indexOf(place)
        ? []
        : [{ kind: place.kind, places: [place, partner] }];
    const alone = place.from === place.to ? 'only-b' : 'only-a';
    return [{ kind: place.kind === 'moved' ? alone : place.kind, places: [place] }];
  });
}

function readingIn(
  doc: Node,
  words: readonly PlacedWord[],
  ranges: readonly { readonly from: number; readonly to: number }[],
): Reading {
  const [first] = ranges;
  const last = ranges.at(-1);
  const begin = firstFrom(words, first?.from ?? 0);
  const end = firstFrom(words, last?.to ?? 0);
  const before = words.slice(Math.max(begin - 2 * around, 0), begin);
  const after = words.slice(end, end + 2 * around);
  const within = ranges.flatMap(({ from, to }) => words.slice(firstFrom(words, from), firstFrom(words, to)));
  return {
    before: said(before),
    text: ranges
      .map(({ from, to }) => doc.textBetween(from, to, '\n', ''))
      .map((text) => text.trim() || text)
      .join(' … '),
    after: said(after),
    markup: [
      ...new Set(within.map(({ markup }) => markup.split(' ').at(-1)?.replace(/^\+/u, '') ?? '')),
    ].join(', '),
  };
}

/** The index of the first word that begins at a position or after it: the words stand in order, without gaps. */
function firstFrom(words: readonly PlacedWord[], position: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.from ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

function said(words: readonly PlacedWord[]): string {
  return words
    .map(({ kind, text, name }) =>
      kind === 'object' ? (name === '' ? '' : name === 'lb' ? ' / ' : ' ¶ ') : text,
    )
    .join('')
    .trim();
}
