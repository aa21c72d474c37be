import type { XmlElement } from '@chancery/xml';
import { at, attribute, within } from '../header/element-tree.js';

/** A leaf of the copy with its picture (TEI Guidelines, 12.1 Digital Facsimiles). */
export interface Surface {
  /** The `surface`, or the `facsimile` itself where the picture stands in it without any. */
  readonly element: XmlElement;
  readonly graphic: XmlElement;
  /** The address of the picture, as it is written. */
  readonly url: string;
  /** What `@facs` may point to for this leaf: `#leaf-1`, and its zones’ names. */
  readonly pointers: readonly string[];
}

/** The leaves of a file that have pictures, in the order of its facsimiles. Of several pictures of one leaf the first counts. */
export function surfacesOf(tei: XmlElement): Surface[] {
  const holders = at(tei, 'facsimile').flatMap((facsimile) => [facsimile, ...within(facsimile)]);
  return holders.flatMap((element) => {
    const graphics = at(element, 'graphic');
    const [graphic] = graphics;
    const url = attribute(graphic, 'url');
    if (!graphic || url === undefined) return [];
    const named = [
      element,
      ...graphics,
      ...[...within(element)].filter(({ localName }) => localName === 'zone'),
    ];
    const pointers = named.flatMap((each) => {
      const id = attribute(each, 'xml:id');
      return id === undefined ? [] : [`#${id}`];
    });
    return [{ element, graphic, url, pointers }];
  });
}
