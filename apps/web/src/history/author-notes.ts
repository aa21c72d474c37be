import { placedBlocks } from '@chancery/prosemirror-tei';
import type { Node } from 'prosemirror-model';
import type { AuthoredSpan } from './authors-plugin.js';

/** The names of those who wrote in each block, for the margin beside it. */
export function authorNotes(
  doc: Node,
  spans: readonly AuthoredSpan[],
): { pos: number; sign: string; text: string }[] {
  return placedBlocks(doc).flatMap(({ node, pos }) => {
    const within = spans.filter(({ from, to }) => from < pos + node.nodeSize && to > pos);
    const names = [...new Set(within.map(({ name }) => name))];
    return names.length === 0 ? [] : [{ pos: pos + 1, sign: '', text: names.join(', ') }];
  });
}
