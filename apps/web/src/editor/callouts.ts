import { attributeOf, elementOf } from '@chancery/prosemirror-tei';
import type { Node } from 'prosemirror-model';

/** A place in the text that calls a note. */
export interface Callout {
  pos: number;
  node: Node;
  /** `endnote` calls a note of the volume; `footnote` is itself the note, at the foot of its page. */
  kind: 'endnote' | 'footnote';
  /** The `xml:id` of the endnote that is called; empty for a footnote. */
  target: string;
  /** The figure to print; `?` when the volume has no such note. */
  figure: string;
}

/**
 * The callouts of a letter in order. An endnote's figure is its place among the notes of the volume; footnotes are
 * counted through the letter, as the desk has no pages.
 */
export function callouts(doc: Node, endnoteIds: readonly string[]): Callout[] {
  const found: Callout[] = [];
  let footnotes = 0;
  doc.descendants((node, pos) => {
    const name = elementOf(node);
    if (name === 'teiHeader') return false;
    if (name === 'ptr' && attributeOf(node, 'type') === 'endnote') {
      const target = attributeOf(node, 'target').replace(/^.*#/u, '');
      const place = endnoteIds.indexOf(target);
      found.push({ pos, node, kind: 'endnote', target, figure: place === -1 ? '?' : String(place + 1) });
    }
    if (name === 'note' && node.isInline) {
      footnotes += 1;
      found.push({ pos, node, kind: 'footnote', target: '', figure: String(footnotes) });
    }
    return true;
  });
  return found;
}
