import type { Node } from 'prosemirror-model';
import type { BlockPlace } from './gutter-name.js';
import { attributeOf, elementOf } from './tei-node.js';

/** A block of the document, with where it stands. */
export interface PlacedBlock extends BlockPlace {
  node: Node;
  /** Where the node begins. */
  pos: number;
}

/**
 * Every textblock of the letter in order, with what the gutter needs to know of it. Paragraphs are counted anew in each
 * division; the insides of notes are left out, as they stand in the apparatus.
 *
 * @param at only those that hold this position or touch it
 */
export function placedBlocks(doc: Node, at?: number): PlacedBlock[] {
  const places: PlacedBlock[] = [];
  walk(doc, 0, [], []);
  return places;

  function walk(parent: Node, start: number, around: readonly string[], begun: readonly string[]): void {
    let paragraphs = 0;
    parent.forEach((node, offset, index) => {
      const begins = index === 0 ? begun : [];
      const name = elementOf(node);
      if (name === 'teiHeader' || node.isText) return;
      if (name === 'p') paragraphs += 1;
      const pos = start + offset;
      if (at !== undefined && (at < pos || at > pos + node.nodeSize)) return;
      if (node.isTextblock) {
        places.push({
          node,
          pos,
          name,
          type: attributeOf(node, 'type'),
          around,
          begins,
          ...(name === 'p' && around[0] === 'div' ? { paragraph: paragraphs } : {}),
        });
      } else if (name === '') walk(node, pos + 1, around, begins);
      else walk(node, pos + 1, [name, ...around], [name, ...begins]);
    });
  }
}
