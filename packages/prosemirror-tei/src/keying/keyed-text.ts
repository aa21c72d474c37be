import type { Mark, Node } from 'prosemirror-model';

/**
 * A piece of a letter's text for collating: running text, an element without text, the beginning of a block, or the end of all. The pieces of
 * a letter follow each other without gaps: each reaches from its `from` to the next one's.
 */
export interface KeyedPiece {
  readonly kind: 'text' | 'object' | 'beginning' | 'end';
  /** The words of running text; empty for others. */
  readonly text: string;
  /** The name of the element that it is, or that begins. */
  readonly name: string;
  /**
   * The elements that it stands in, with their attributes, from the outside in; `+` before those of them that begin with it, so that
   * what stands in one division differs from what stands in two.
   */
  readonly markup: string;
  readonly from: number;
  readonly to: number;
}

/** An element around a piece, and whether no piece of it has come yet. */
interface Around {
  readonly said: string;
  begins: boolean;
}

/** The pieces of the letter's `text`, in order: all of its content. */
export function keyedText(doc: Node): readonly KeyedPiece[] {
  const pieces: KeyedPiece[] = [];
  const text = textOf(doc);
  // What closes between two pieces goes with the later one, so that a range of pieces can be replaced by another.
  let done = text.from;
  const add = (piece: Pick<KeyedPiece, 'kind' | 'text' | 'name'>, around: readonly Around[], to: number) => {
    const markup = around.map(({ said, begins }) => (begins ? `+${said}` : said)).join(' ');
    pieces.push({ ...piece, markup, from: done, to });
    for (const each of around) each.begins = false;
    done = to;
  };
  function walk(parent: Node, start: number, around: readonly Around[]): void {
    parent.forEach((node, offset) => {
      const pos = start + offset;
      const marked = [
        ...around,
        ...node.marks.map((mark): Around => ({ said: described(mark), begins: false })),
      ];
      const end = pos + node.nodeSize;
      if (node.isText) add({ kind: 'text', text: node.text ?? '', name: '' }, marked, end);
      else if (node.isLeaf) add({ kind: 'object', text: sourceOf(node), name: nameOf(node) }, marked, end);
      else {
        // What has running text is a piece of its own that begins; what holds others begins with the first of them.
        const within = [...marked, { said: described(node), begins: !node.inlineContent }];
        if (node.inlineContent) add({ kind: 'beginning', text: '', name: nameOf(node) }, within, pos + 1);
        walk(node, pos + 1, within);
      }
    });
  }
  if (text.node) {
    walk(text.node, text.from, []);
    add({ kind: 'end', text: '', name: '' }, [], text.from + text.node.content.size);
  }
  return pieces;
}

/** The content of `text`, or all of the document where there is none. */
function textOf(doc: Node): { node: Node | null; from: number } {
  const root = doc.firstChild;
  let found: { node: Node; from: number } | undefined;
  root?.forEach((node, offset) => {
    if (node.attrs.name === 'text') found = { node, from: offset + 2 };
  });
  return found ?? { node: root, from: root ? 1 : 0 };
}

function nameOf(node: Node): string {
  return typeof node.attrs.name === 'string' && node.attrs.name !== '' ? node.attrs.name : node.type.name;
}

/** What is carried unopened is known by its source; an element by its attributes. */
function sourceOf(node: Node): string {
  return typeof node.attrs.source === 'string' ? node.attrs.source : described(node);
}

function described(held: Node | Mark): string {
  const attrs: unknown = held.attrs.attrs;
  const name: unknown = held.attrs.name;
  const own = typeof attrs === 'object' && attrs !== null ? Object.entries(attrs) : [];
  // Names that are made for a file differ in each keying and say nothing.
  const told = own.filter(([key]) => key !== 'xml:id').map(([key, value]) => `@${key}=${String(value)}`);
  return [typeof name === 'string' ? name : held.type.name, ...told].join('');
}
