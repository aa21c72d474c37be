import { type BlockWord, joinedRuns } from './block-words.js';
import { sameMarkup } from './reading-block.js';
import type { Piece } from './row.js';

/** Pieces of words that stand in both: what is under the same elements, and what is not. */
export function samePieces(words: readonly BlockWord[], others: readonly BlockWord[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const alike = (index: number) => {
    const [before, after] = [words[index]?.runs ?? [], others[index]?.runs ?? []];
    return (
      before.length === after.length &&
      before.every((run, part) => {
        const twin = after[part];
        return twin?.text === run.text && sameMarkup(run.markup, twin.markup);
      })
    );
  };
  for (let at = 0; at < words.length; at += 1) {
    const next = at + 1;
    if (next < words.length && alike(at) === alike(next)) continue;
    const runs = joinedRuns(others.slice(from, next));
    const before = joinedRuns(words.slice(from, next));
    if (runs.length > 0) pieces.push(alike(at) ? { kind: 'same', runs } : { kind: 'marked', runs, before });
    from = next;
  }
  return pieces;
}
