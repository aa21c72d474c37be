import type { Node } from 'prosemirror-model';

/** Stand for the beginning and the end of an element, and for a leaf, each of which takes one position. No XML holds them. */
const signs = { open: '\u0001', close: '\u0002', leaf: '\u0003' } as const;

/** The tokens of a document between two positions as one character each: text as it is, everything else as a sign. */
export function flatText(doc: Node, from: number, to: number): string {
  const parts: string[] = [];
  walk(doc, 0, from, to, parts);
  return parts.join('');
}

function walk(parent: Node, start: number, from: number, to: number, parts: string[]): void {
  let pos = start;
  for (let index = 0; index < parent.childCount && pos < to; index += 1) {
    const node = parent.child(index);
    const end = pos + node.nodeSize;
    if (end > from) {
      if (node.isText) parts.push((node.text ?? '').slice(Math.max(0, from - pos), to - pos));
      else if (node.isLeaf) parts.push(signs.leaf);
      else {
        if (pos >= from) parts.push(signs.open);
        walk(node, pos + 1, from, to, parts);
        if (end - 1 >= from && end <= to) parts.push(signs.close);
      }
    }
    pos = end;
  }
}

const all = Object.values(signs).join('');
const runOfSigns = new RegExp(`[${all}]+`, 'gu');

/** Flat text for people: signs become spaces. */
export function readable(flat: string): string {
  return flat.replaceAll(runOfSigns, ' ').replaceAll(/\s+/gu, ' ').trim();
}

/** Flat text divided into text and signs, in order. */
export function atSigns(flat: string): string[] {
  return flat.split(new RegExp(`([${all}]+)`, 'u')).filter((part) => part !== '');
}
