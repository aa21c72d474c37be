import type { XmlElement } from './parse-tree.js';

/** The child elements, in order. */
export function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => child.type === 'element');
}

/** The value of an attribute as it stands, by its name with its prefix; undefined where the element has none. */
export function attributeValue(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name === name)?.value;
}
