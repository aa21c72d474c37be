import { alignWords } from './align-words.js';
import type { Word } from './words.js';

/** One piece of a keyed text, as far as two keyings may differ in it. */
export interface KeyedWord extends Word {
  /** How it is marked, from the outside in: `p hi@rend=italic`. Words that differ in nothing else differ in their markup. */
  readonly markup: string;
  /** What a thing that is no text is: `p` where a paragraph begins, `lb` where a line does. */
  readonly name?: string;
}

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

/** Words of one keying against words of the other, as indexes. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/** A place in which two keyings differ; of words that stand elsewhere, both places, which are settled as one. */
export interface Discrepancy {
  readonly kind: DiscrepancyKind;
  readonly places: readonly Place[];
}

/** Words of fewer than this are too common for it to be said that they were moved. */
const fewestMoved = 4;

/**
 * All in which two keyings differ, in the order of the first, none beside the other's. With the words of the second put in the
 * places of the first, the first is the second.
 */
export function discrepancies(one: readonly KeyedWord[], other: readonly KeyedWord[]): Discrepancy[] {
  const found: Discrepancy[] = [];
  for (const { same, from, to, otherFrom, otherTo } of alignWords(keyed(one), keyed(other))) {
    if (same) found.push(...inMarkup(one, other, { from, to, otherFrom, otherTo }));
    else {
      const kind = kindOf(one.slice(from, to), other.slice(otherFrom, otherTo));
      found.push({ kind, places: [{ from, to, otherFrom, otherTo }] });
    }
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

/** Line and page ends are objects within a paragraph; every other object begins a part. */
function isBeginning({ kind, name }: KeyedWord): boolean {
  return kind === 'object' && !isLineEnd(name);
}

function isLineEnd(name: string | undefined): boolean {
  return name === 'lb' || name === 'pb' || name === 'cb';
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

/** Puts together words that only the one has and that only the other has elsewhere. */
function withMoves(
  found: readonly Discrepancy[],
  one: readonly KeyedWord[],
  other: readonly KeyedWord[],
): Discrepancy[] {
  const gone = found.filter(({ kind }) => kind === 'only-a');
  const taken = new Map<Discrepancy, Discrepancy>();
  for (const fresh of found.filter(({ kind }) => kind === 'only-b')) {
    const words = wordsAt(other, fresh, 'otherFrom', 'otherTo');
    if (words.length < fewestMoved) continue;
    const from = gone.find(
      (each) => !taken.has(each) && wordsAt(one, each, 'from', 'to').join(' ') === words.join(' '),
    );
    if (from) taken.set(from, fresh);
  }
  const partners = new Set(taken.values());
  return found.flatMap((each): Discrepancy[] => {
    if (partners.has(each)) return [];
    const partner = taken.get(each);
    if (!partner) return [each];
    const places = [...each.places, ...partner.places].sort((a, b) => a.from - b.from);
    return [{ kind: 'moved', places }];
  });
}

function wordsAt(
  words: readonly KeyedWord[],
  { places }: Discrepancy,
  from: 'from' | 'otherFrom',
  to: 'to' | 'otherTo',
): string[] {
  const [place] = places;
  if (!place) return [];
  return words
    .slice(place[from], place[to])
    .filter(({ kind }) => kind === 'word')
    .map(({ text }) => text.toLowerCase());
}
