import type { Node } from 'prosemirror-model';
import { type BlockPlace, gutterName } from './gutter-name.js';
import { placedBlocks } from './placed-blocks.js';

/** What the place at a position is called: “paragraph 2”, “dateline”. */
export function placeName(doc: Node, pos: number): string {
  const block = placedBlocks(doc, pos).find((each) => each.pos <= pos && pos < each.pos + each.node.nodeSize);
  return block ? blockName(block) : '';
}

/** What a block is called among others: “paragraph 2”, “dateline”. */
export function blockName(block: BlockPlace): string {
  const name = gutterName(block);
  return /^\d+$/u.test(name) ? `paragraph ${name}` : name || (block.name === 'item' ? 'item' : '');
}
