import type { Mark, Node } from 'prosemirror-model';
import { pick, type Random } from './seeded-random.js';

/** A node of a document with its position. */
export interface PlacedNode {
  readonly node: Node;
  readonly pos: number;
}

/** All nodes that `is` says yes to, in the order of the document. */
export function nodesOf(doc: Node, is: (node: Node) => boolean): PlacedNode[] {
  const found: PlacedNode[] = [];
  doc.descendants((node, pos) => {
    if (is(node)) found.push({ node, pos });
  });
  return found;
}

/** All marks, one for each inline node that bears it. */
export function marksOf(doc: Node): Mark[] {
  const found: Mark[] = [];
  doc.descendants((node) => {
    found.push(...node.marks);
  });
  return found;
}

/** The instance ids of all elements. */
export function instancesOf(doc: Node): string[] {
  const ids: string[] = [];
  doc.descendants((node) => {
    if (node.attrs.attrs) ids.push(String(node.attrs.id));
    for (const mark of node.marks) ids.push(String(mark.attrs.id));
  });
  return ids;
}

/** Positions between two textblocks that stand side by side. */
export function seamsOf(doc: Node): number[] {
  const found: number[] = [];
  doc.descendants((node, pos, parent, index) => {
    const before = index > 0 ? parent?.child(index - 1) : undefined;
    if (node.type.name !== 'textblock' || before?.type.name !== 'textblock') return;
    // Line ends that are text cannot go where they would be white space.
    if (node.attrs.attrs['xml:space'] === before.attrs.attrs['xml:space']) found.push(pos);
  });
  return found;
}

/** A position in running text, never within a character. */
export function placeInText(doc: Node, random: Random): number | undefined {
  const block = pick(
    nodesOf(doc, (node) => node.inlineContent),
    random,
  );
  if (!block) return undefined;
  const at = block.pos + 1 + Math.floor(random() * (block.node.content.size + 1));
  // The position may be one between the blocks of a note.
  if (!doc.resolve(at).parent.inlineContent) return undefined;
  return splitsCharacter(doc, at) ? at + 1 : at;
}

/** A short range of one textblock. */
export function spanOfText(doc: Node, random: Random): { from: number; to: number } | undefined {
  const from = placeInText(doc, random);
  if (from === undefined) return undefined;
  let to = Math.min(doc.resolve(from).end(), from + 1 + Math.floor(random() * 12));
  if (splitsCharacter(doc, to)) to += 1;
  const sameParent = from < to && doc.resolve(from).sameParent(doc.resolve(to));
  return sameParent ? { from, to } : undefined;
}

/** The marks that typing at a position would bear. */
export function marksAt(doc: Node, at: number): readonly Mark[] {
  const $at = doc.resolve(at);
  return $at.parent.type.name === 'bare' ? [] : $at.marks();
}

function splitsCharacter(doc: Node, at: number): boolean {
  const { parent, parentOffset } = doc.resolve(at);
  if (!parent.inlineContent || parentOffset === 0 || parentOffset >= parent.content.size) return false;
  const after = parent.textBetween(parentOffset, parentOffset + 1);
  return after !== '' && /[\uDC00-\uDFFF]/.test(after);
}
