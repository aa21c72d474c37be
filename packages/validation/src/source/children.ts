import type { XmlElement, XmlText } from '@chancery/xml';

/** The child elements, in order. */
export function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => child.kind === 'element');
}

/** The runs of character data directly inside the element, CDATA sections and references included. */
export function textRuns(element: XmlElement): XmlText[] {
  return element.children.filter((child): child is XmlText => child.kind === 'text');
}

/** Whether the text is nothing but XML white space (XML 1.0 §2.3, production 3). */
export function isWhiteSpace(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}
