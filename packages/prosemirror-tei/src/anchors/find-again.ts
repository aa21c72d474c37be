import type { Anchor, Gone } from './anchor.js';
import { closing, isLetter, letters, opening, telling } from './tokens.js';

/** How many tokens a moved piece may differ in size: paragraphs may have been put around it, or taken off it. */
const structure = 8;

/** A stretch of tokens of a piece. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A gone anchor that stands again in what has come to its place; undefined while it does not. */
export function findAgain(anchor: Anchor): Anchor | undefined {
  const { from, text, before, after, caret, gone } = anchor;
  if (!gone) return undefined;
  const whole = letters(before + gone.text + after).length;
  const few = letters(gone.text).length < telling;
  let best: (Stretch & { left: number }) | undefined;
  for (const start of places(text, gone.text)) {
    const left = alikeBefore(before, text, start);
    const right = alikeAfter(after, text, start + gone.text.length);
    const found = { start: start - left, end: start + gone.text.length + right, left };
    // Letter by letter, it is back when most of it is.
    if (few && letters(text.slice(found.start, found.end)).length * 2 < whole) continue;
    if (!best || better(found, best, distanceIn(text, gone))) best = found;
  }
  if (!best) return undefined;
  const right = best.end - best.start - best.left - gone.text.length;
  return standing(anchor, {
    from: from + best.start,
    text: text.slice(best.start, best.end),
    before: before.slice(0, before.length - best.left),
    after: after.slice(right),
    ...(caret === undefined ? {} : { caret: caret + best.left }),
  });
}

/**
 * A gone anchor in a piece that was put in at another place, when it is the piece with which it was taken away:
 * about as long, and put in by the same client.
 */
export function findMoved(anchor: Anchor, piece: string, by: string, place: number): Anchor | undefined {
  const { before, after, caret, gone } = anchor;
  if (gone?.by !== by) return undefined;
  if (Math.abs(piece.length - gone.size) > structure + gone.size / structure) return undefined;
  if (letters(piece).length < telling) return undefined;
  const found = nearest(stretches(piece, gone.text), distanceIn(piece, gone));
  if (!found) return undefined;
  return standing(anchor, {
    from: place + found.start,
    text: piece.slice(found.start, found.end),
    before,
    after,
    ...(caret === undefined ? {} : { caret: Math.min(caret, found.end - found.start) }),
  });
}

function standing(anchor: Anchor, now: Omit<Anchor, 'gone'>): Anchor {
  const { gone, ...rest } = anchor;
  return { ...rest, ...now };
}

/** Every place of one string in another. */
function places(text: string, sought: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1)) found.push(at);
  return found;
}

/** Where a passage stands in a piece, token for token, or else letter for letter. */
function stretches(piece: string, passage: string): Stretch[] {
  const exact = places(piece, passage).map((start) => ({ start, end: start + passage.length }));
  const sought = letters(passage);
  if (exact.length > 0 || sought === '') return exact;
  const at: number[] = [];
  for (let place = 0; place < piece.length; place += 1) if (isLetter(piece.charAt(place))) at.push(place);
  return places(letters(piece), sought).map((first) => {
    let start = at[first] ?? 0;
    let end = (at[first + sought.length - 1] ?? start) + 1;
    if (passage.startsWith(opening) && piece[start - 1] === opening) start -= 1;
    if (passage.endsWith(closing) && piece[end] === closing) end += 1;
    return { start, end };
  });
}

/** How far a stretch is from where the passage was in what was taken away, counted from its beginning or from its end. */
function distanceIn(piece: string, { text, size, offset }: Gone): (stretch: Stretch) => number {
  const behind = size - offset - text.length;
  return ({ start, end }) => Math.min(Math.abs(start - offset), Math.abs(piece.length - end - behind));
}

function nearest(found: readonly Stretch[], distance: (stretch: Stretch) => number): Stretch | undefined {
  return found.toSorted((one, other) => distance(one) - distance(other))[0];
}

function better(one: Stretch, other: Stretch, distance: (stretch: Stretch) => number): boolean {
  const longer = one.end - one.start - (other.end - other.start);
  return longer === 0 ? distance(one) < distance(other) : longer > 0;
}

function alikeBefore(lost: string, text: string, start: number): number {
  let same = 0;
  while (same < lost.length && same < start && lost.at(-1 - same) === text[start - 1 - same]) same += 1;
  return same;
}

function alikeAfter(lost: string, text: string, end: number): number {
  let same = 0;
  while (same < lost.length && end + same < text.length && lost[same] === text[end + same]) same += 1;
  return same;
}
