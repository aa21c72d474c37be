import type { XmlElement } from '@chancery/xml';
import { at, attribute, within } from '../header/element-tree.js';
import { edgesOf } from './edges.js';

/** A leaf of the copy with its picture (TEI Guidelines, 12.1 Digital Facsimiles). */
export interface Surface {
  /** The `surface`, or the `facsimile` itself where the picture stands in it without any. */
  readonly element: XmlElement;
  readonly graphic: XmlElement;
  /** What is as large as the picture: the element, or the `zone` of it that the graphic fills. */
  readonly picture: XmlElement;
  /** The address of the picture, as it is written. */
  readonly url: string;
  /** What `@facs` may point to for this leaf: `#leaf-1`, and its zones’ names. */
  readonly pointers: readonly string[];
}

/** The leaves of a file that have pictures, in the order of its facsimiles. Of several pictures of one leaf the first counts. */
export function surfacesOf(tei: XmlElement): Surface[] {
  const holders = at(tei, 'facsimile').flatMap((facsimile) => [facsimile, ...within(facsimile)]);
  const filled = new Set(holders.flatMap((element) => filledZone(element) ?? []));
  return holders.flatMap((element) => {
    if (filled.has(element)) return [];
    const picture = filledZone(element) ?? element;
    const graphics = at(picture, 'graphic');
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
    return [{ element, graphic, picture, url, pointers }];
  });
}

/** The zone of a surface whose picture shows all of the surface, and may show more: the only one with a picture, where the surface has none itself. */
function filledZone(surface: XmlElement): XmlElement | undefined {
  if (surface.localName !== 'surface' || at(surface, 'graphic').length > 0) return undefined;
  const [zone, ...others] = at(surface, 'zone').filter((each) => at(each, 'graphic').length > 0);
  if (!zone || others.length > 0) return undefined;
  const [inner, outer] = [edgesOf(surface), edgesOf(zone)];
  if (!inner || !outer) return zone;
  const covers =
    outer.left <= inner.left &&
    outer.top <= inner.top &&
    outer.right >= inner.right &&
    outer.bottom >= inner.bottom;
  return covers ? zone : undefined;
}
