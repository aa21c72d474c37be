import type { XmlElement } from '@chancery/xml';
import { rowOf } from '../row-of.js';
import type { Piece, Reading } from './reading.js';

/** Words of a reading, from the first UTF-16 unit to behind the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** One piece of character data gets other words. */
export interface PieceEdit extends Stretch {
  readonly text: string;
}

/** How words are replaced so that no element within them is lost. */
export type ReplacementPlan =
  | {
      readonly can: true;
      /** In order; each within one piece, and none of them empty. None where the words are the same already. */
      readonly edits: readonly PieceEdit[];
      /** Whether the words stand in several elements, whose boundaries stay. */
      readonly crosses: boolean;
    }
  | {
      readonly can: false;
      /** What would be left without words, as editors call it. */
      readonly emptied: string;
    };

/**
 * Replaces words of a reading by other words. Only what differs is touched, and every element and every beginning of a
 * line or page within stays where it is: of words in several elements one element gets what differs, or each its word. What
 * would leave an element without words is not done.
 *
 * @param found the words; not empty
 */
export function planReplacement(reading: Reading, found: Stretch, words: string): ReplacementPlan {
  const within = clipped(reading.pieces, found);
  const crosses = new Set(within.map(({ element }) => element)).size > 1;
  const differing = difference(reading.text, found, words);
  if (!differing) return { can: true, edits: [], crosses };
  const { stretch, text } = differing;
  const touched = clipped(reading.pieces, stretch);
  for (const receiver of touched) {
    const edits = touched.map(({ from, to }) => ({ from, to, text: from === receiver.from ? text : '' }));
    if (!emptiedBy(reading, edits)) return { can: true, edits: settled(reading, edits), crosses };
  }
  const single = wordByWord(reading, stretch, text);
  if (single && !emptiedBy(reading, single)) return { can: true, edits: settled(reading, single), crosses };
  const all = touched.map(({ from, to }, index) => ({ from, to, text: index === 0 ? text : '' }));
  return { can: false, emptied: labelOf(emptiedBy(reading, all)) };
}

type Clipped = Piece & Stretch;

/** The parts of pieces that lie in a stretch. */
function clipped(pieces: readonly Piece[], { from, to }: Stretch): Clipped[] {
  return pieces
    .filter((piece) => piece.from < to && piece.to > from)
    .map((piece) => ({ ...piece, from: Math.max(piece.from, from), to: Math.min(piece.to, to) }));
}

/** What is left of two texts without their common beginning and end; undefined when they are the same. */
function difference(
  text: string,
  found: Stretch,
  words: string,
): { readonly stretch: Stretch; readonly text: string } | undefined {
  const old = text.slice(found.from, found.to);
  if (old === words) return undefined;
  const most = Math.min(old.length, words.length);
  let start = 0;
  while (start < most && old[start] === words[start]) start += 1;
  let end = 0;
  while (end < most - start && old.at(-1 - end) === words.at(-1 - end)) end += 1;
  if (isInPair(old, start) || isInPair(words, start)) start -= 1;
  if (isInPair(old, old.length - end) || isInPair(words, words.length - end)) end -= 1;
  // What is only put in needs a character beside it that it is put to.
  if (start + end === old.length) {
    if (start > 0) start -= isInPair(old, start - 1) ? 2 : 1;
    else end -= isInPair(old, old.length - end + 1) ? 2 : 1;
  }
  const stretch = { from: found.from + start, to: found.to - end };
  return { stretch, text: words.slice(start, words.length - end) };
}

/** Whether a place is within a surrogate pair. */
function isInPair(text: string, at: number): boolean {
  return /^[\udc00-\udfff]/.test(text.slice(at, at + 1)) && at > 0;
}

/** As many words as before, each in one piece: every one in the place of its own. */
function wordByWord(reading: Reading, stretch: Stretch, text: string): PieceEdit[] | undefined {
  const former = [...reading.text.slice(stretch.from, stretch.to).matchAll(/\S+/g)];
  const latter = text.match(/\S+/g) ?? [];
  if (former.length !== latter.length) return undefined;
  const edits: PieceEdit[] = [];
  for (const [index, word] of former.entries()) {
    const from = stretch.from + word.index;
    const to = from + word[0].length;
    if (!reading.pieces.some((piece) => piece.from <= from && to <= piece.to)) return undefined;
    const now = latter[index] ?? '';
    if (word[0] !== now) edits.push({ from, to, text: now });
  }
  return edits;
}

/** The first element that would be left without any of its words. */
function emptiedBy({ pieces }: Reading, edits: readonly PieceEdit[]): XmlElement | undefined {
  const root = commonElement(pieces);
  const before = new Map<XmlElement, number>();
  const after = new Map<XmlElement, number>();
  for (const piece of pieces) {
    const length = piece.to - piece.from;
    const change = edits
      .filter(({ from, to }) => piece.from <= from && to <= piece.to)
      .reduce((sum, { from, to, text }) => sum + text.length - (to - from), 0);
    for (
      let element: XmlElement | undefined = piece.element;
      element && element !== root;
      element = element.parent
    ) {
      before.set(element, (before.get(element) ?? 0) + length);
      after.set(element, (after.get(element) ?? 0) + length + change);
    }
  }
  return [...before.keys()].find((element) => (after.get(element) ?? 0) === 0);
}

/** The element that holds the whole reading. */
function commonElement(pieces: readonly Piece[]): XmlElement | undefined {
  const [first, ...others] = pieces;
  let element = first?.element;
  while (element && !others.every((piece) => isIn(piece.element, element))) element = element.parent;
  return element;
}

function isIn(element: XmlElement, outer: XmlElement | undefined): boolean {
  for (let up: XmlElement | undefined = element; up; up = up.parent) if (up === outer) return true;
  return false;
}

/** Without those that change nothing. */
function settled({ text }: Reading, edits: readonly PieceEdit[]): PieceEdit[] {
  return edits.filter((edit) => text.slice(edit.from, edit.to) !== edit.text);
}

function labelOf(element: XmlElement | undefined): string {
  return (rowOf(element?.localName ?? '')?.label ?? element?.localName ?? 'paragraph').toLowerCase();
}
