import type { Node } from 'prosemirror-model';

/** The parts of a TEI file that an edit can neither take away nor add, as one word to compare; a note that is edited by itself has none. */
export function parts(doc: Node): string {
  if (doc.type.name !== 'doc') return '';
  const names: string[] = [];
  doc.firstChild?.forEach((child) => {
    names.push(String(child.attrs.name ?? child.type.name));
    if (child.attrs.name === 'text') child.forEach((part) => void names.push(partName(part)));
  });
  return names.join(' ');
}

function partName(node: Node): string {
  const name: unknown = node.attrs.name;
  return name === 'front' || name === 'body' || name === 'back' ? name : '';
}
