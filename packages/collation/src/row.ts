import type { ReadingBlock, Run } from './reading-block.js';

/**
 * A piece of a row, in reading order: words that both texts have, that only the one or only the other has, or that both
 * have under other elements (`marked`); or a place where only one of them begins a new block.
 */
export type Piece =
  | { readonly kind: 'same' | 'deleted' | 'inserted'; readonly runs: readonly Run[] }
  | { readonly kind: 'marked'; readonly runs: readonly Run[]; readonly before: readonly Run[] }
  | { readonly kind: 'divided' | 'joined'; readonly block: ReadingBlock };

/** A block of the one text against what it has become in the other. */
export interface Row {
  /**
   * - `same`: nothing has changed. `changed`: words, elements, or the block itself have.
   * - `deleted`, `inserted`: only the one, only the other text has it.
   * - `moved`: where a block now stands that stood elsewhere; its words are compared. `gone`: where that was.
   */
  readonly kind: 'same' | 'changed' | 'deleted' | 'inserted' | 'moved' | 'gone';
  readonly one: ReadingBlock | undefined;
  readonly other: ReadingBlock | undefined;
  readonly pieces: readonly Piece[];
}

/** The runs that one side of a row has: of the text before, or of the one after. */
export function readingOf(row: Row, side: 'one' | 'other'): Run[] {
  return row.pieces.flatMap((piece): readonly Run[] => {
    switch (piece.kind) {
      case 'same':
        return piece.runs;
      case 'marked':
        return side === 'one' ? piece.before : piece.runs;
      case 'deleted':
        return side === 'one' ? piece.runs : [];
      case 'inserted':
        return side === 'other' ? piece.runs : [];
      default:
        return [];
    }
  });
}
