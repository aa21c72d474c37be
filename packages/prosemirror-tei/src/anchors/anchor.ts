import type { Node } from 'prosemirror-model';
import { isStructure, letters, tokensOf, wordsOfTokens } from './tokens.js';

/** How many tokens an anchor follows at most; of a longer passage or element, the first ones. */
export const longestAnchor = 1_000;

/** How much of the text around a caret is followed with it, on each side, in tokens. */
const around = 12;

/**
 * A passage of a letter that something beside the text hangs on, as it stands at one version. It is followed from version to
 * version by {@link followStep}, which needs nothing but the steps.
 */
export interface Anchor {
  /** The position where it begins; while it is gone, where it was. */
  readonly from: number;
  /**
   * What stands there: one UTF-16 unit for each token of the document, so that an offset in it is a distance from `from`.
   * While it is gone: what has come to its place since, in case it is the passage again.
   */
  readonly text: string;
  /** That it is on an element, from its opening to its closing tag, whatever words that holds. */
  readonly whole?: true | undefined;
  /** For a place between two letters: its offset in `text`, which is then only what stands around it. */
  readonly caret?: number | undefined;
  /** What it has lost at its beginning and at its end, which may be brought back. */
  readonly before: string;
  readonly after: string;
  /** That the last of it has been taken away. */
  readonly gone?: Gone | undefined;
}

/** How the last of a passage was taken away. */
export interface Gone {
  /** What stood until then. */
  readonly text: string;
  /** The client that took it away. Where the same client puts it in again, there it has been moved. */
  readonly by: string;
  /** How much was taken away in one piece, in tokens, and where in the piece the passage was. */
  readonly size: number;
  readonly offset: number;
}

/** An anchor on the words between two positions. Tags of blocks at its ends are left out of it. */
export function anchorOn(doc: Node, from: number, to: number): Anchor {
  const tokens = tokensBetween(doc, from, to);
  const { length } = tokens;
  let [start, end] = [0, length];
  while (start < length && isStructure(tokens.charAt(start))) start += 1;
  while (end > start && isStructure(tokens.charAt(end - 1))) end -= 1;
  return start < end ? anchored(from + start, tokens.slice(start, end)) : anchored(from, tokens);
}

/** An anchor on the node that begins at a position, whatever it comes to hold. */
export function anchorOnNode(doc: Node, position: number): Anchor {
  const size = doc.nodeAt(position)?.nodeSize ?? 0;
  return { ...anchored(position, tokensBetween(doc, position, position + size)), whole: true };
}

/** An anchor on a place between two letters. */
export function anchorAt(doc: Node, position: number): Anchor {
  const $place = doc.resolve(position);
  const start = Math.max(position - around, $place.start());
  const end = Math.min(position + around, $place.end());
  // In an empty paragraph, the paragraph itself is all that can be followed.
  const [from, to] = start < end || $place.depth === 0 ? [start, end] : [start - 1, end + 1];
  return { ...anchored(from, tokensBetween(doc, from, to)), caret: position - from };
}

function anchored(from: number, text: string): Anchor {
  return { from, text, before: '', after: '' };
}

function tokensBetween(doc: Node, from: number, to: number): string {
  return tokensOf(doc.slice(from, Math.min(to, from + longestAnchor)));
}

/** Whether an anchor says what the document says at its place; a gone one says nothing. */
export function anchorHolds({ from, text }: Anchor, doc: Node): boolean {
  const to = from + text.length;
  return from >= 0 && to <= doc.content.size && tokensOf(doc.slice(from, to)) === text;
}

/** Where an anchor is to be shown; undefined when its words, or its element, are gone. */
export function placeOfAnchor(anchor: Anchor): { from: number; to: number } | undefined {
  const { from, text, caret, gone, whole } = anchor;
  if (gone) return undefined;
  if (caret !== undefined) return { from: from + caret, to: from + caret };
  if (!whole && letters(text) === '') return undefined;
  return { from, to: from + text.length };
}

/** The words that an anchor is on, or was on. */
export function anchorWords({ text, caret, gone }: Anchor): string {
  return caret === undefined ? wordsOfTokens(gone ? gone.text : text) : '';
}
