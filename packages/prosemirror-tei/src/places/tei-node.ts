import type { Mark, Node } from 'prosemirror-model';

/** The TEI element that a node stands for; empty for bare text's own block and for what is carried opaquely. */
export function elementOf(node: Node): string {
  return typeof node.attrs.name === 'string' ? node.attrs.name : '';
}

/** The TEI element that a mark stands for. */
export function elementOfMark(mark: Mark): string {
  return String(mark.attrs.name ?? '');
}

/** The value of an attribute as written on the element; empty when it is not there. */
export function attributeOf(owner: Node | Mark, name: string): string {
  const attributes: unknown = owner.attrs.attrs;
  if (typeof attributes !== 'object' || attributes === null) return '';
  const value: unknown = Reflect.get(attributes, name);
  return typeof value === 'string' ? value : '';
}
