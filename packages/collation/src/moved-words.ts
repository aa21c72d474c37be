import { isBeginning, type KeyedWord, type Place } from './keyed-word.js';

/** Words of fewer than this are too common for it to be said that they were moved. */
const fewestMoved = 4;

/** Of words that are only a part of what differs, here as there, it takes more. */
const fewestInParts = 8;

/** A place with the words that a keying has there, each with its index. */
interface Said {
  readonly place: Place;
  readonly words: readonly { readonly text: string; readonly at: number }[];
}

/** So many words that two places have in common, at the beginning or at the end of either. */
interface Run {
  readonly length: number;
  readonly atEnd: boolean;
  readonly atOtherEnd: boolean;
}

/** What becomes of a place that words are taken out of: those words, against nothing, and what else differs there. */
interface Parted {
  readonly taken: Place;
  readonly left: Place;
}

/**
 * Finds words that the one keying has in one of the places and the other in another. They may be all that differs there, or stand
 * at the beginning or the end of it: then the place is parted, and what is left of it is looked at again.
 *
 * @returns the places of words that were moved, both places of each; and all other places
 */
export function movedWords(
  places: readonly Place[],
  one: readonly KeyedWord[],
  other: readonly KeyedWord[],
): { readonly moved: readonly (readonly [Place, Place])[]; readonly rest: readonly Place[] } {
  const moved: [Place, Place][] = [];
  const rest = new Set(places);
  const gone = new Map<Place, Said>();
  const fresh: Said[] = [];
  const consider = (place: Place) => {
    const mine = said(one, place);
    if (mine.words.length >= fewestMoved) gone.set(place, mine);
    const theirs = said(other, mirrored(place));
    if (theirs.words.length >= fewestMoved) fresh.push({ ...theirs, place });
  };
  for (const place of places) consider(place);
  for (let next = fresh.shift(); next; next = fresh.shift()) {
    const from = rest.has(next.place) ? longestIn(gone.values(), next) : undefined;
    if (!from) continue;
    const here = parted(one, from.said, from.run.length, from.run.atEnd);
    const there = parted(
      other,
      { ...next, place: mirrored(next.place) },
      from.run.length,
      from.run.atOtherEnd,
    );
    moved.push([here.taken, mirrored(there.taken)]);
    for (const place of [from.said.place, next.place]) {
      rest.delete(place);
      gone.delete(place);
    }
    for (const left of [here.left, mirrored(there.left)]) {
      if (!differs(one, other, left)) continue;
      rest.add(left);
      consider(left);
    }
  }
  return { moved, rest: [...rest] };
}

function mirrored({ from, to, otherFrom, otherTo }: Place): Place {
  return { from: otherFrom, to: otherTo, otherFrom: from, otherTo: to };
}

function said(words: readonly KeyedWord[], place: Place): Said {
  const there: { text: string; at: number }[] = [];
  for (let at = place.from; at < place.to; at += 1) {
    const word = words[at];
    if (word?.kind === 'word') there.push({ text: word.text.toLowerCase(), at });
  }
  return { place, words: there };
}

/** The place that has most of the words of another at an end, if it has enough of them. */
function longestIn(gone: Iterable<Said>, fresh: Said): { said: Said; run: Run } | undefined {
  let longest: { said: Said; run: Run } | undefined;
  for (const each of gone) {
    if (each.place === fresh.place) continue;
    const run = sharedRun(each.words, fresh.words);
    if (run && run.length > (longest?.run.length ?? 0)) longest = { said: each, run };
  }
  return longest;
}

function sharedRun(one: Said['words'], other: Said['words']): Run | undefined {
  const runs = [false, true].flatMap((atEnd) =>
    [false, true].map((atOtherEnd) => ({
      length: inCommon(one, other, atEnd, atOtherEnd),
      atEnd,
      atOtherEnd,
    })),
  );
  const [longest] = runs.toSorted((a, b) => b.length - a.length);
  if (!longest) return undefined;
  const isWhole = longest.length === one.length || longest.length === other.length;
  return longest.length >= (isWhole ? fewestMoved : fewestInParts) ? longest : undefined;
}

/** How many words at an end of the one stand at an end of the other. */
function inCommon(one: Said['words'], other: Said['words'], atEnd: boolean, atOtherEnd: boolean): number {
  for (let length = Math.min(one.length, other.length); length >= fewestMoved; length -= 1) {
    const start = atEnd ? one.length - length : 0;
    const otherStart = atOtherEnd ? other.length - length : 0;
    let same = 0;
    while (same < length && one[start + same]?.text === other[otherStart + same]?.text) same += 1;
    if (same === length) return length;
    // Counted from their beginnings, what differs here differs in all that is longer.
    if (!atEnd && !atOtherEnd) return same;
  }
  return 0;
}

/** Takes words out of a place at one end of it, with the signs behind them and the beginning of one part. */
function parted(
  words: readonly KeyedWord[],
  { place, words: there }: Said,
  length: number,
  atEnd: boolean,
): Parted {
  const { from, to, otherFrom, otherTo } = place;
  const isWhole = length === there.length;
  if (atEnd) {
    const start = isWhole ? from : startOf(words, place, there[there.length - length]?.at ?? to);
    return {
      taken: { from: start, to, otherFrom: otherTo, otherTo },
      left: { from, to: start, otherFrom, otherTo },
    };
  }
  const end = isWhole ? to : endOf(words, place, there[length]?.at ?? from);
  return {
    taken: { from, to: end, otherFrom, otherTo: otherFrom },
    left: { from: end, to, otherFrom, otherTo },
  };
}

/** Where words at the end of a place begin: with the part that they begin, if no other part begins among them. */
function startOf(words: readonly KeyedWord[], { from, to }: Place, first: number): number {
  let start = first;
  let begins = words.slice(first, to).some(isBeginning);
  for (let word = words[start - 1]; start > from && word; word = words[start - 1]) {
    if (word.kind !== 'space' && word.kind !== 'object') break;
    if (isBeginning(word) && begins) break;
    begins ||= isBeginning(word);
    start -= 1;
  }
  return start;
}

/** Where words at the beginning of a place end, before the next word of it: with one beginning of a part at most. */
function endOf(words: readonly KeyedWord[], { from }: Place, next: number): number {
  let begins = false;
  for (let at = from; at < next; at += 1) {
    const word = words[at];
    if (!word || !isBeginning(word)) continue;
    if (begins) return at;
    begins = true;
  }
  return next;
}

/** Whether anything is left in a place that the keyings differ in. */
function differs(one: readonly KeyedWord[], other: readonly KeyedWord[], place: Place): boolean {
  const { from, to, otherFrom, otherTo } = place;
  if (to - from !== otherTo - otherFrom) return true;
  return one.slice(from, to).some((word, index) => {
    const its = other[otherFrom + index];
    return word.text !== its?.text || word.markup !== its.markup || word.name !== its.name;
  });
}
