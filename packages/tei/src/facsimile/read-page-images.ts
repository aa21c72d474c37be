import type { XmlElement } from '@chancery/xml';
import { at, attribute, within } from '../header/element-tree.js';
import { beginsPage } from './beginnings.js';
import { edgesOf } from './edges.js';
import { type LeafView, leafViewOf } from './leaf-view.js';
import { type Surface, surfacesOf } from './surfaces.js';

/** The picture of a page of the copy. */
export interface PageImage {
  /** As it is written: an address, or a name within the edition. */
  readonly url: string;
  /** What in the text points to the page by `@facs`: `#leaf-1`, or the picture’s own address. */
  readonly pointers: readonly string[];
  /** What the copy calls the page: `1r`. */
  readonly label?: string | undefined;
  /** Its size as the encoding tells it, in whatever unit: what counts is their proportion. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** How it is set upright, and what of it is the page, in the units of its size; unknown where that is. */
  readonly view?: LeafView | undefined;
}

/**
 * The pictures of a letter's pages, in the order in which its text begins them; those that no page begins with follow in the
 * order of the facsimile (TEI Guidelines, 12.1 Digital Facsimiles).
 */
export function readPageImages(tei: XmlElement): PageImage[] {
  const images = new Map<string, PageImage>();
  const byPointer = new Map<string, PageImage>();
  const pictures = surfacesOf(tei).map((surface) => {
    const { url, element } = surface;
    const pointers = [...surface.pointers, url];
    const size = sizeOf(surface);
    const view = size && leafViewOf(surface, size);
    const image = { url, pointers, label: attribute(element, 'n'), ...size, view };
    for (const pointer of pointers) byPointer.set(pointer, image);
    return image;
  });
  for (const page of at(tei, 'text').flatMap((text) => [text, ...within(text)])) {
    const facs = attribute(page, 'facs')?.split(' ')[0];
    if (facs === undefined || !beginsPage(page.localName, facs)) continue;
    const image = byPointer.get(facs) ?? (facs.startsWith('#') ? undefined : { url: facs, pointers: [facs] });
    if (!image || images.has(image.url)) continue;
    const label =
      page.localName === 'pb' ? (attribute(page, 'n') ?? attribute(page, 'ed') ?? image.label) : image.label;
    images.set(image.url, { ...image, label });
  }
  for (const image of pictures) if (!images.has(image.url)) images.set(image.url, image);
  return [...images.values()];
}

function sizeOf({
  graphic,
  element,
  picture,
}: Surface): { readonly width: number; readonly height: number } | undefined {
  const number = (of: XmlElement, name: string) => Number.parseFloat(attribute(of, name) ?? '');
  const [width, height] = [number(graphic, 'width'), number(graphic, 'height')];
  if (width > 0 && height > 0) return { width, height };
  const edges = edgesOf(picture) ?? edgesOf(element);
  return edges && { width: edges.right - edges.left, height: edges.bottom - edges.top };
}
