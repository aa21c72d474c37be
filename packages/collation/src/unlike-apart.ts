import type { Run } from './reading-block.js';
import { type Piece, type Row, readingOf } from './row.js';

/** A row whose two blocks are not known to be one, and have little in common, as two rows. */
export function unlikeApart(row: Row): Row[] {
  if (!row.one || !row.other || row.one.id === row.other.id || alike(row)) return [row];
  const [before, after] = [readingOf(row, 'one'), readingOf(row, 'other')];
  return [
    { kind: 'deleted', one: row.one, other: undefined, pieces: [{ kind: 'deleted', runs: before }] },
    { kind: 'inserted', one: undefined, other: row.other, pieces: [{ kind: 'inserted', runs: after }] },
  ];
}

/** Blocks that are not known to be one are taken for one when half of their words are the same. */
function alike({ pieces }: Row): boolean {
  const length = (...kinds: readonly Piece['kind'][]) =>
    pieces
      .filter(({ kind }) => kinds.includes(kind))
      .reduce((sum, piece) => sum + ('runs' in piece ? textOf(piece.runs).length : 0), 0);
  const common = length('same', 'marked');
  return (
    pieces.some((piece) => 'block' in piece) || common >= Math.max(length('deleted'), length('inserted'))
  );
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}
