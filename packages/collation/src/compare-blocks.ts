import { align } from './align.js';
import { alignWords } from './align-words.js';
import { type BlockWord, blockWords } from './block-words.js';
import { moveRows } from './move-rows.js';
import type { ReadingBlock } from './reading-block.js';
import type { Row } from './row.js';
import { RowBuilder } from './row-builder.js';
import { unlikeApart } from './unlike-apart.js';

/**
 * Compares two reading texts: blocks first, then word by word. Blocks are known by their words or by their ids; a block
 * that was divided or joined stays one row, and one that was moved is compared with itself, changed as it may be.
 *
 * The pieces of either side, joined, are its text: see {@link readingOf}.
 */
export function compareBlocks(one: readonly ReadingBlock[], other: readonly ReadingBlock[]): Row[] {
  const builder = new RowBuilder();
  for (const { same, from, to, otherFrom, otherTo } of align(one.map(wholeText), other.map(wholeText))) {
    const blocks = one.slice(from, to);
    const others = other.slice(otherFrom, otherTo);
    if (!same) compareChanged(builder, blocks, others);
    else {
      blocks.forEach((block, index) => {
        const twin = others[index];
        if (twin) builder.pair(block, twin, blockWords(block), blockWords(twin));
      });
    }
  }
  return moveRows(builder.rows().flatMap(unlikeApart));
}

/** Blocks with the same id stand against each other; what follows them may have been divided from them, or joined to them. */
function compareChanged(
  builder: RowBuilder,
  one: readonly ReadingBlock[],
  other: readonly ReadingBlock[],
): void {
  const ids = (blocks: readonly ReadingBlock[]) => blocks.map(({ id }) => id);
  const pairs = align(ids(one), ids(other)).flatMap(({ same, from, to, otherFrom }) =>
    same ? one.slice(from, to).map((_, index): Pair => [from + index, otherFrom + index]) : [],
  );
  const starts: Pair[] = [[0, 0], ...pairs];
  starts.forEach(([from, otherFrom], index) => {
    const [to, otherTo] = starts[index + 1] ?? [one.length, other.length];
    compareWords(
      builder,
      one.slice(from, to).flatMap(blockWords),
      other.slice(otherFrom, otherTo).flatMap(blockWords),
    );
  });
}

type Pair = readonly [number, number];

function compareWords(builder: RowBuilder, one: readonly BlockWord[], other: readonly BlockWord[]): void {
  for (const { same, from, to, otherFrom, otherTo } of alignWords(one, other)) {
    const words = one.slice(from, to);
    const others = other.slice(otherFrom, otherTo);
    const next = one[to];
    if (same) builder.same(words, others);
    else builder.changed(words, others, next === undefined || next.begins !== undefined);
  }
}

function wholeText({ runs }: ReadingBlock): string {
  return runs.map(({ text, object }) => (object ? `\u0000${text}\u0000` : text)).join('');
}
