import { alignWords } from './align-words.js';
import { isBeginning, isLineEnd, type KeyedWord, type Place } from './keyed-word.js';
import { movedWords } from './moved-words.js';

/**
 * How two keyings differ in a place.
 *
 * - `wording`: in what they read; also where several of the following come together
 * - `only-a`, `only-b`: the one has words that the other has not
 * - `moved`: both have the words, in different places
 * - `case`, `punctuation`: in capitals, in signs
 * - `division`: in a hyphen, or where a word is divided or joined
 * - `line-end`: in where lines end
 * - `structure`: in where paragraphs and other parts begin
 * - `markup`: in how the same words are marked
 */
export const discrepancyKinds = [
  'wording',
  'only-a',
  'only-b',
  'moved',
  'case',
  'punctuation',
  'division',
  'line-end',
  'structure',
  'markup',
] as const;
export type DiscrepancyKind = (typeof discrepancyKinds)[number];

/** A place in which two keyings differ; of words that stand elsewhere, both places, which are settled as one. */
export interface Discrepancy {
  readonly kind: DiscrepancyKind;
  readonly places: readonly Place[];
}

/**
 * All in which two keyings differ, in the order of the first; they do not overlap, and touch only beside words that were moved. With
 * the words of the second put in the places of the first, from the end, the first is the second.
 */
export function discrepancies(one: readonly KeyedWord[], other: readonly KeyedWord[]): Discrepancy[] {
  const found: Discrepancy[] = [];
  for (const { same, from, to, otherFrom, otherTo } of alignWords(keyed(one), keyed(other))) {
    if (same) found.push(...inMarkup(one, other, { from, to, otherFrom, otherTo }));
    else found.push(discrepancyAt(one, other, { from, to, otherFrom, otherTo }));
  }
  return withMoves(found, one, other);
}

/** A part that begins is held on to, so that one paragraph more does not shift what follows. */
function keyed(words: readonly KeyedWord[]) {
  return words.map((word) =>
    word.kind === 'object'
      ? { ...word, key: `${word.name ?? ''} ${word.text}`, anchor: isBeginning(word) }
      : word,
  );
}

/** Runs of words that are the same but for how they are marked. */
function inMarkup(one: readonly KeyedWord[], other: readonly KeyedWord[], { from, to, otherFrom }: Place) {
  const found: Discrepancy[] = [];
  for (let index = from; index < to; index += 1) {
    const start = index;
    while (index < to && one[index]?.markup !== other[otherFrom + index - from]?.markup) index += 1;
    if (index === start) continue;
    const shift = otherFrom - from;
    found.push({
      kind: 'markup',
      places: [{ from: start, to: index, otherFrom: start + shift, otherTo: index + shift }],
    });
  }
  return found;
}

function discrepancyAt(one: readonly KeyedWord[], other: readonly KeyedWord[], place: Place): Discrepancy {
  const { from, to, otherFrom, otherTo } = place;
  return { kind: kindOf(one.slice(from, to), other.slice(otherFrom, otherTo)), places: [place] };
}

/** What the readings of a place differ in, when they differ in one way only. */
function kindOf(one: readonly KeyedWord[], other: readonly KeyedWord[]): DiscrepancyKind {
  const said = (words: readonly KeyedWord[]) => words.filter(({ kind }) => kind !== 'space');
  const [a, b] = [said(one), said(other)];
  if (a.every(isBeginning) && b.every(isBeginning))
    return a.length + b.length > 0 ? 'structure' : 'punctuation';
  const readings = [a, b].map((words) => words.filter((word) => !isBeginning(word)));
  const text = readings.map((words) =>
    words.map((word) => (isLineEnd(word.name) ? '' : word.text)).join(' '),
  );
  const [x = '', y = ''] = text;
  if (letters(x + y) === '' && textOf(x + y) !== '') return 'punctuation';
  if (textOf(x) === '' && textOf(y) !== '') return 'only-b';
  if (textOf(y) === '' && textOf(x) !== '') return 'only-a';
  const ends = readings.some((words) => words.some(({ name }) => isLineEnd(name)));
  if (ends && letters(x) === letters(y)) return 'line-end';
  if (letters(x) === letters(y)) {
    if (signs(x) === signs(y)) return 'division';
    return bare(x) === bare(y) ? 'punctuation' : 'wording';
  }
  return x.toLowerCase() === y.toLowerCase() ? 'case' : 'wording';
}

function textOf(words: string): string {
  return words.replaceAll(/\s+/gu, '');
}

/** Letters and figures alone. */
function letters(words: string): string {
  return words.replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

/** What stands beside letters, without the hyphens by which words are divided. */
function signs(words: string): string {
  return words.replaceAll(/[\p{L}\p{N}\p{M}\s‐‑-]+/gu, '');
}

/** Words without signs, divided as they are. */
function bare(words: string): string {
  return words
    .replaceAll(/[^\p{L}\p{N}\p{M}\s‐‑-]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Puts together words that the one has in one place and the other in another. */
function withMoves(
  found: readonly Discrepancy[],
  one: readonly KeyedWord[],
  other: readonly KeyedWord[],
): Discrepancy[] {
  const isOfWords = ({ kind }: Discrepancy) => kind === 'wording' || kind === 'only-a' || kind === 'only-b';
  const { moved, rest } = movedWords(
    found.filter(isOfWords).flatMap(({ places }) => places),
    one,
    other,
  );
  return [
    ...found.filter((each) => !isOfWords(each)),
    ...moved.map((places): Discrepancy => ({ kind: 'moved', places: places.toSorted(inOrder) })),
    ...rest.map((place) => discrepancyAt(one, other, place)),
  ].sort((a, b) => (a.places[0] && b.places[0] ? inOrder(a.places[0], b.places[0]) : 0));
}

function inOrder(a: Place, b: Place): number {
  return a.from - b.from || a.otherFrom - b.otherFrom;
}
