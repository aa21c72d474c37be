import { findInstance } from '@chancery/prosemirror-tei';
import type { Node } from 'prosemirror-model';

/** A place in a letter that is found again after the letter was opened anew: an element and how far into it. */
export interface Anchor {
  /** The instance of the element. */
  id: string;
  offset: number;
}

/** The place of a position; undefined where no element is around it. */
export function anchorAt(doc: Node, pos: number): Anchor | undefined {
  const $pos = doc.resolve(Math.min(pos, doc.content.size));
  for (let { depth } = $pos; depth > 0; depth -= 1) {
    const id: unknown = $pos.node(depth).attrs.id;
    if (typeof id === 'string') return { id, offset: $pos.pos - $pos.start(depth) };
  }
  return undefined;
}

/** Where the place is now, or as near to it as its element allows; undefined when the element is gone. */
export function placeOfAnchor(doc: Node, anchor: Anchor | undefined): number | undefined {
  const found = anchor && findInstance(doc, anchor.id);
  return found && Math.min(found.from + 1 + anchor.offset, found.to - 1);
}
