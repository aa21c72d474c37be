import { type BlockWord, joinedRuns } from './block-words.js';
import { type ReadingBlock, sameMarkup } from './reading-block.js';
import type { Piece, Row } from './row.js';
import { samePieces } from './same-pieces.js';

interface OpenRow {
  readonly one: ReadingBlock | undefined;
  readonly other: ReadingBlock | undefined;
  readonly pieces: Piece[];
}

/** Gathers aligned words into rows, one for each block that both texts have and for each that only one has. */
export class RowBuilder {
  readonly #rows: OpenRow[] = [];

  rows(): Row[] {
    return this.#rows.map(({ one, other, pieces }) => ({
      kind: kindOf(one, other, pieces),
      one,
      other,
      pieces,
    }));
  }

  /** Two blocks that have the same words. */
  pair(
    one: ReadingBlock,
    other: ReadingBlock,
    words: readonly BlockWord[],
    others: readonly BlockWord[],
  ): void {
    this.#rows.push({ one, other, pieces: samePieces(words.slice(1), others.slice(1)) });
  }

  /** Words that both have. */
  same(words: readonly BlockWord[], others: readonly BlockWord[]): void {
    let from = 0;
    words.forEach((word, index) => {
      if (!word.begins) return;
      this.#add(samePieces(words.slice(from, index), others.slice(from, index)));
      this.#rows.push({ one: word.begins, other: others[index]?.begins, pieces: [] });
      from = index + 1;
    });
    this.#add(samePieces(words.slice(from), others.slice(from)));
  }

  /**
   * Words that have become others. Whole blocks among them have rows of their own; where only one text begins a block of
   * which something is left, that block goes on in the open row, and its beginning there says that it was joined, or divided.
   *
   * @param whole the next block begins, or nothing follows
   */
  changed(words: readonly BlockWord[], others: readonly BlockWord[], whole: boolean): void {
    if (whole) {
      this.#whole(words, others);
      return;
    }
    const start = words.findLastIndex(({ begins }) => begins);
    const otherStart = others.findLastIndex(({ begins }) => begins);
    if (start < 0 || otherStart < 0) {
      this.#add([...piecesOf(words, 'deleted'), ...piecesOf(others, 'inserted')]);
      return;
    }
    this.#whole(words.slice(0, start), others.slice(0, otherStart));
    this.#rows.push({ one: words[start]?.begins, other: others[otherStart]?.begins, pieces: [] });
    this.#add([
      ...piecesOf(words.slice(start + 1), 'deleted'),
      ...piecesOf(others.slice(otherStart + 1), 'inserted'),
    ]);
  }

  #whole(words: readonly BlockWord[], others: readonly BlockWord[]): void {
    const old = byBlocks(words);
    const fresh = byBlocks(others);
    this.#add([...piecesOf(old.here, 'deleted'), ...piecesOf(fresh.here, 'inserted')]);
    for (const [block, ...rest] of old.blocks) {
      this.#rows.push({ one: block?.begins, other: undefined, pieces: piecesOf(rest, 'deleted') });
    }
    for (const [block, ...rest] of fresh.blocks) {
      this.#rows.push({ one: undefined, other: block?.begins, pieces: piecesOf(rest, 'inserted') });
    }
  }

  #add(pieces: readonly Piece[]): void {
    this.#rows.at(-1)?.pieces.push(...pieces);
  }
}

/** What belongs to the open row, and the blocks after it. */
function byBlocks(words: readonly BlockWord[]): {
  here: readonly BlockWord[];
  blocks: readonly (readonly BlockWord[])[];
} {
  const starts = words.flatMap((word, index) => (word.begins ? [index] : []));
  return {
    here: words.slice(0, starts[0]),
    blocks: starts.map((start, index) => words.slice(start, starts[index + 1])),
  };
}

function piecesOf(words: readonly BlockWord[], kind: 'deleted' | 'inserted'): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const flush = (to: number) => {
    const runs = joinedRuns(words.slice(from, to));
    if (runs.length > 0) pieces.push({ kind, runs });
  };
  words.forEach(({ begins }, index) => {
    if (!begins) return;
    flush(index);
    pieces.push({ kind: kind === 'deleted' ? 'joined' : 'divided', block: begins });
    from = index + 1;
  });
  flush(words.length);
  return pieces;
}

function kindOf(
  one: ReadingBlock | undefined,
  other: ReadingBlock | undefined,
  pieces: readonly Piece[],
): Row['kind'] {
  if (!one) return 'inserted';
  if (!other) return 'deleted';
  return pieces.every(({ kind }) => kind === 'same') && sameMarkup(one.markup, other.markup)
    ? 'same'
    : 'changed';
}
