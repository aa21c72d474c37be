import type { XmlElement, XmlLeaf, XmlNode } from '@chancery/xml';

/** Whether the node is character data, in a CDATA section or out of one. */
export function isText(node: XmlNode): node is XmlLeaf {
  return node.type === 'text' || node.type === 'cdata';
}

/** The runs of character data directly inside the element. */
export function textRuns(element: XmlElement): XmlLeaf[] {
  return element.children.filter(isText);
}

/** Whether the text is nothing but XML white space (XML 1.0 §2.3, production 3). */
export function isWhiteSpace(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}
