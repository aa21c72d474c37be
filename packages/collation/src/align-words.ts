import { align, type Stretch, Stretches } from './align.js';
import type { Word } from './words.js';

/** A word that two texts may have in common. */
export interface Alignable extends Word {
  /** Words with equal keys are the same; the text itself unless said otherwise. */
  readonly key?: string;
  /** The alignment holds on to it, however much changes around it: the beginning of a paragraph. */
  readonly anchor?: boolean;
}

/**
 * Aligns two texts word by word. White space goes with the words around it and is never what an alignment rests on; a few
 * words that happen to stand in both, amid much that does not, count as changed with their surroundings.
 */
export function alignWords(one: readonly Alignable[], other: readonly Alignable[]): Stretch[] {
  return withoutChance(atAnchors(aligned(one, other), one, other), one);
}

function aligned(one: readonly Alignable[], other: readonly Alignable[]): Stretch[] {
  const places = solid(one);
  const otherPlaces = solid(other);
  const stretches = new Stretches();
  let [at, otherAt] = [0, 0];
  const between = (to: number, otherTo: number) => {
    addBetween(stretches, one, other, { from: at, to, otherFrom: otherAt, otherTo });
  };
  const keys = (words: readonly Alignable[], of: readonly number[]) => of.map((place) => keyOf(words[place]));
  for (const { same, from, to, otherFrom } of align(keys(one, places), keys(other, otherPlaces))) {
    for (let index = from; same && index < to; index += 1) {
      const place = places[index] ?? 0;
      const otherPlace = otherPlaces[otherFrom + index - from] ?? 0;
      between(place, otherPlace);
      stretches.add(true, 1, 1);
      [at, otherAt] = [place + 1, otherPlace + 1];
    }
  }
  between(one.length, other.length);
  return stretches.all;
}

/** Where the words stand that are no white space. */
function solid(words: readonly Alignable[]): number[] {
  return words.flatMap(({ kind }, index) => (kind === 'space' ? [] : [index]));
}

function keyOf(word: Alignable | undefined): string {
  return word?.key ?? word?.text ?? '';
}

/** What stands between two words that are the same: white space in common at its ends is not part of the change. */
function addBetween(
  stretches: Stretches,
  one: readonly Alignable[],
  other: readonly Alignable[],
  { from, to, otherFrom, otherTo }: Omit<Stretch, 'same'>,
): void {
  const equal = (index: number, otherIndex: number) => keyOf(one[index]) === keyOf(other[otherIndex]);
  const most = Math.min(to - from, otherTo - otherFrom);
  let first = 0;
  while (first < most && equal(from + first, otherFrom + first)) first += 1;
  let last = 0;
  while (last < most - first && equal(to - 1 - last, otherTo - 1 - last)) last += 1;
  stretches.add(true, first, first);
  stretches.add(false, to - from - first - last, otherTo - otherFrom - first - last);
  stretches.add(true, last, last);
}

/**
 * Where words came or went it is often open which of the same ones did: of “a. ¶ b.” after “a.”, the first full stop or the
 * second. What came or went begins with an anchor if it can.
 */
function atAnchors(
  stretches: readonly Stretch[],
  one: readonly Alignable[],
  other: readonly Alignable[],
): Stretch[] {
  const next = new Stretches();
  let moved = 0;
  stretches.forEach((stretch, index) => {
    const { same, from, to, otherFrom, otherTo } = stretch;
    if (!same) {
      next.add(false, to - from, otherTo - otherFrom);
      return;
    }
    // What stands before the next change grows by as much as what stands behind it shrinks.
    const change = stretches[index + 1];
    const ahead = change ? shiftOf(change, one, other, to - from - moved, stretches[index + 2]) : 0;
    next.add(true, to - from - moved + ahead, otherTo - otherFrom - moved + ahead);
    moved = ahead;
  });
  // Behind a last change that was moved back stands what it has passed over.
  next.add(true, -moved, -moved);
  return next.all;
}

/** By how many words a change may be moved on, or back, so that it begins with an anchor; 0 where it cannot or does. */
function shiftOf(
  { from, to, otherFrom, otherTo }: Stretch,
  one: readonly Alignable[],
  other: readonly Alignable[],
  before: number,
  after: Stretch | undefined,
): number {
  if (from < to && otherFrom < otherTo) return 0;
  const [words, start, end] = from < to ? [one, from, to] : [other, otherFrom, otherTo];
  if (words[start]?.anchor || !words.slice(start, end).some(({ anchor }) => anchor)) return 0;
  const room = after ? after.to - after.from : 0;
  for (let on = 0; on < room && keyOf(words[start + on]) === keyOf(words[end + on]); on += 1) {
    if (words[start + on + 1]?.anchor) return on + 1;
  }
  for (let back = 1; back <= before && keyOf(words[start - back]) === keyOf(words[end - back]); back += 1) {
    if (words[start - back]?.anchor) return -back;
  }
  return 0;
}

/** Takes what is the same by chance into the change around it, until nothing more is. */
function withoutChance(stretches: readonly Stretch[], one: readonly Alignable[]): Stretch[] {
  const weight = (from: number, to: number) =>
    one.slice(from, to).filter(({ kind }) => kind === 'word' || kind === 'object').length;
  const next = new Stretches();
  stretches.forEach((stretch, index) => {
    const [before, after] = [stretches[index - 1], stretches[index + 1]];
    const chance =
      stretch.same &&
      before !== undefined &&
      after !== undefined &&
      !one.slice(stretch.from, stretch.to).some(({ anchor }) => anchor) &&
      4 * weight(stretch.from, stretch.to) <= Math.min(changed(before), changed(after));
    next.add(stretch.same && !chance, stretch.to - stretch.from, stretch.otherTo - stretch.otherFrom);
  });
  return next.all.length === stretches.length ? next.all : withoutChance(next.all, one);
}

/** How much a change is, in words with their white space. */
function changed({ from, to, otherFrom, otherTo }: Stretch): number {
  return Math.max(to - from, otherTo - otherFrom);
}
