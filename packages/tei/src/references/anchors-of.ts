import type { XmlElement } from '@chancery/xml';
import { attribute, within } from '../header/element-tree.js';

/** A place that a reference may lead to. */
export interface Anchor {
  /** Its element. */
  readonly element: string;
  /** Its number or label: the page that begins there. */
  readonly n?: string | undefined;
}

/** The places of a file that a reference may lead to, by their `xml:id`, in the order of the file. */
export function anchorsOf(tei: XmlElement): ReadonlyMap<string, Anchor> {
  const anchors = new Map<string, Anchor>();
  for (const element of [tei, ...within(tei)]) {
    const id = attribute(element, 'xml:id');
    if (id !== undefined && !anchors.has(id))
      anchors.set(id, { element: element.localName, n: attribute(element, 'n') });
  }
  return anchors;
}
