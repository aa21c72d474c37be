import type { Node } from 'prosemirror-model';
import { type Anchor, anchorHolds } from './anchor.js';
import { tokensOf } from './tokens.js';

/**
 * An anchor in a document to which no steps lead from the one that it is for: where its words stand nearest to where they
 * stood; gone, where they do not stand at all.
 */
export function seatAnchor(anchor: Anchor, doc: Node): Anchor {
  if (anchor.gone) return { ...anchor, from: Math.min(anchor.from, doc.content.size), text: '' };
  if (anchorHolds(anchor, doc)) return anchor;
  const { text } = anchor;
  const tokens = tokensOf(doc.slice(0, doc.content.size));
  let nearest = -1;
  for (let at = tokens.indexOf(text); at !== -1; at = tokens.indexOf(text, at + 1)) {
    if (nearest === -1 || Math.abs(at - anchor.from) < Math.abs(nearest - anchor.from)) nearest = at;
  }
  if (nearest !== -1) return { ...anchor, from: nearest };
  const from = Math.min(anchor.from, doc.content.size);
  return { ...anchor, from, text: '', gone: { text, by: '', size: text.length, offset: 0 } };
}
