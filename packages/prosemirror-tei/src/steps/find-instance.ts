import { type Mark, Node } from 'prosemirror-model';
import type { Attributes } from '../schema/attributes.js';

/** Where an instance stands in a document. */
export interface FoundInstance {
  readonly id: string;
  readonly name: string;
  readonly attrs: Attributes;
  /** The node, or the mark of a phrase element. */
  readonly held: Node | Mark;
  /** The range of the node with its tags, or of the text that the mark is over. */
  readonly from: number;
  readonly to: number;
}

/** Finds an element by its instance id; undefined when it is not there (any more). */
export function findInstance(doc: Node, id: string): FoundInstance | undefined {
  let found: FoundInstance | undefined;
  doc.descendants((node, pos) => {
    const end = pos + node.nodeSize;
    if (node.attrs.id === id) found ??= describe(node, id, pos, end);
    const mark = node.marks.find((each) => each.attrs.id === id);
    if (mark) found = found ? { ...found, to: Math.max(found.to, end) } : describe(mark, id, pos, end);
    return !(found && found.held instanceof Node);
  });
  return found;
}

function describe(held: Node | Mark, id: string, from: number, to: number): FoundInstance {
  return { id, name: String(held.attrs.name), attrs: held.attrs.attrs ?? {}, held, from, to };
}
