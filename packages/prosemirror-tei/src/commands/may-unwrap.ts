import type { Mark, Node } from 'prosemirror-model';
import { placeElement } from '../schema/place-element.js';
import { teiShapes } from '../schema/shape-table.js';
import { inlineBetween } from '../steps/marked-range.js';

/**
 * Whether what a phrase element holds can stand without it. Where running text and blocks are mixed, a list or a figure
 * inside of a phrase is part of the text, but without the phrase it would be a block between two texts.
 */
export function mayUnwrap(doc: Node, from: number, to: number, mark: Mark): boolean {
  if (doc.resolve(from).parent.type.name !== 'anonymous') return true;
  return inlineBetween(doc, from, to).every((node) => {
    const outermost = node.marks[0];
    if (node.marks.length > 1 || outermost?.attrs.id !== mark.attrs.id || node.isLeaf) return true;
    const hints = { empty: false, hasTextblock: () => true };
    return placeElement(teiShapes, String(node.attrs.name), 'mixed', hints) === node.type.name;
  });
}
