import type { Mark, Node } from 'prosemirror-model';

/** One token of the document: what takes one position. */
export interface DocToken {
  readonly kind: 'open' | 'close' | 'leaf' | 'text';
  /** The node that opens, closes or is the leaf; for text the text node. */
  readonly node: Node;
  /** The UTF-16 unit of a text token, else empty. */
  readonly unit: string;
  readonly pos: number;
  /** Whether white space is kept as it stands: `xml:space="preserve"` (XML 1.0 §2.10). */
  readonly preserve: boolean;
}

const NO_MARKS: readonly Mark[] = [];

/** The tokens at positions `from` to `to`, in order. */
export function docTokens(doc: Node, from: number, to: number): DocToken[] {
  const tokens: DocToken[] = [];
  walk(doc, 0, Math.max(0, from), Math.min(to, doc.content.size), false, tokens);
  return tokens;
}

function walk(
  parent: Node,
  start: number,
  from: number,
  to: number,
  outer: boolean,
  tokens: DocToken[],
): void {
  let pos = start;
  for (let index = 0; index < parent.childCount && pos < to; index += 1) {
    const node = parent.child(index);
    const end = pos + node.nodeSize;
    if (end > from) {
      const preserve = preserves(node, outer);
      if (node.isText) {
        const text = node.text ?? '';
        for (let at = Math.max(pos, from); at < Math.min(end, to); at += 1) {
          tokens.push({ kind: 'text', node, unit: text.charAt(at - pos), pos: at, preserve });
        }
      } else if (node.isLeaf) {
        tokens.push({ kind: 'leaf', node, unit: '', pos, preserve });
      } else {
        if (pos >= from) tokens.push({ kind: 'open', node, unit: '', pos, preserve });
        walk(node, pos + 1, from, to, preserve, tokens);
        if (end - 1 >= from && end <= to)
          tokens.push({ kind: 'close', node, unit: '', pos: end - 1, preserve });
      }
    }
    pos = end;
  }
}

function preserves(node: Node, outer: boolean): boolean {
  let preserve = outer;
  for (const mark of node.marks) preserve = decided(mark.attrs.attrs, preserve);
  return decided(node.attrs.attrs, preserve);
}

function decided(attrs: Readonly<Record<string, string>> | undefined, outer: boolean): boolean {
  const space = attrs?.['xml:space'];
  return space === undefined ? outer : space === 'preserve';
}

/** A textblock without a tag of its own. */
export function isTagless(node: Node): boolean {
  return node.type.name === 'anonymous' || node.type.name === 'bare';
}

/** The elements open when the token begins, within its textblock. */
export function marksBefore(token: DocToken): readonly Mark[] {
  return token.kind !== 'close' && token.node.isInline ? token.node.marks : NO_MARKS;
}

/** The elements open when the token ends, within its textblock. */
export function marksAfter(token: DocToken): readonly Mark[] {
  return token.kind !== 'open' && token.node.isInline ? token.node.marks : NO_MARKS;
}

/** Whether running text goes on after the token: then there is no white space to hide but at the edges. */
export function textAfter(token: DocToken): boolean {
  if (token.kind === 'open') return token.node.inlineContent;
  return token.node.isInline;
}
