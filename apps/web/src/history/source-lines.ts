import type { TextPiece } from '@chancery/collation';

/** One line of two sources against each other, or some that cannot be told apart. */
export interface SourceRow {
  readonly pieces: readonly TextPiece[];
  /** The first line of it in the one source and in the other, from 1. */
  readonly line: number;
  readonly otherLine: number;
  /** The number of the first difference in it; undefined where there is none. */
  readonly number: number | undefined;
}

/** So many lines are shown around what differs. */
const context = 3;

/** Lines of a comparison of two sources, and how many differences there are. What differs within one line is one difference. */
export function sourceRows(pieces: readonly TextPiece[]): { rows: SourceRow[]; count: number } {
  const rows: SourceRow[] = [];
  let [line, otherLine, count] = [1, 1, 0];
  let open: TextPiece[] = [];
  const flush = () => {
    if (open.length === 0) return;
    const differs = open.some(({ kind }) => kind !== 'same');
    rows.push({ pieces: open, line, otherLine, number: differs ? count : undefined });
    if (differs) count += 1;
    for (const { kind, text } of open) {
      const lines = text.split('\n').length - 1;
      if (kind !== 'inserted') line += lines;
      if (kind !== 'deleted') otherLine += lines;
    }
    open = [];
  };
  for (const piece of pieces) {
    if (piece.kind !== 'same') {
      open.push(piece);
      continue;
    }
    for (const text of piece.text.match(/[^\n]*\n|[^\n]+/g) ?? []) {
      open.push({ kind: 'same', text });
      if (text.endsWith('\n')) flush();
    }
  }
  flush();
  return { rows, count };
}

/** A row that is shown, or a stretch of rows in which nothing differs. */
export type SourcePart =
  | { readonly kind: 'row'; readonly row: SourceRow }
  | { readonly kind: 'same'; readonly first: SourceRow; readonly rows: readonly SourceRow[] };

/** Rows near a difference, and between them stretches in which nothing differs. */
export function withContext(rows: readonly SourceRow[]): SourcePart[] {
  const near = new Set<number>();
  rows.forEach(({ number }, index) => {
    if (number === undefined) return;
    for (let at = index - context; at <= index + context; at += 1) near.add(at);
  });
  const parts: SourcePart[] = [];
  let open: SourceRow[] | undefined;
  rows.forEach((row, index) => {
    if (near.has(index)) {
      open = undefined;
      parts.push({ kind: 'row', row });
    } else if (open) open.push(row);
    else {
      open = [row];
      parts.push({ kind: 'same', first: row, rows: open });
    }
  });
  return parts;
}
