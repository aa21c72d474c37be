import type { XmlElement } from '@chancery/xml';
import { at, attribute, within } from '../header/element-tree.js';
import { readingText } from '../header/reading-text.js';
import { beginsPage } from './beginnings.js';
import { edgesOf } from './edges.js';
import { type LeafView, leafViewOf } from './leaf-view.js';
import { type Surface, surfacesOf } from './surfaces.js';
import type { Pixels } from './zones.js';

/** The picture of a page of the copy. */
export interface PageImage {
  /** As it is written: an address, or a name within the edition. */
  readonly url: string;
  /** What in the text points to the page by `@facs`: `#leaf-1`, or the picture’s own address. */
  readonly pointers: readonly string[];
  /** What the copy calls the page: `1r`. */
  readonly label?: string | undefined;
  /** The number that the text has of the page, where its page break has one. */
  readonly page?: string | undefined;
  /** What it shows, in words, where its `graphic` has a `desc`. */
  readonly description?: string | undefined;
  /** Where in the file it is named: the offset of its `graphic`, or of what points to it. */
  readonly start: number;
  /** Its size as the encoding tells it, in whatever unit: what counts is their proportion. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** How it is set upright, and what of it is the page, in the units of its size; unknown where that is. */
  readonly view?: LeafView | undefined;
}

/** Whether a file may show pictures of pages, as far as that is seen without reading it: most letters show none. */
export function mayShowImages(source: string): boolean {
  return /\bfacs\b|graphic\b/.test(source);
}

/**
 * The pictures of a letter's pages, in the order in which its text begins them; those that no page begins with follow in the
 * order of the facsimile (TEI Guidelines, 12.1 Digital Facsimiles).
 *
 * @param sizeFor the size of a picture where the encoding tells none, if it is known
 */
export function readPageImages(
  tei: XmlElement,
  sizeFor: (url: string) => Pixels | undefined = () => undefined,
): PageImage[] {
  const images = new Map<string, PageImage>();
  const byPointer = new Map<string, PageImage>();
  const pictures = surfacesOf(tei).map((surface) => {
    const { url, element, graphic } = surface;
    const pointers = [...surface.pointers, url];
    const size = sizeOf(surface) ?? pixelsOf(sizeFor(url));
    const view = size && leafViewOf(surface, size);
    const label = attribute(element, 'n');
    const description = at(graphic, 'desc').map(readingText).find(Boolean);
    const image = { url, pointers, label, description, start: graphic.start, ...size, view };
    for (const pointer of pointers) byPointer.set(pointer, image);
    return image;
  });
  for (const page of at(tei, 'text').flatMap((text) => [text, ...within(text)])) {
    const facs = attribute(page, 'facs')?.split(' ')[0];
    if (facs === undefined || !beginsPage(page.localName, facs)) continue;
    const direct = { url: facs, pointers: [facs], start: page.start, label: undefined };
    const image = byPointer.get(facs) ?? (facs.startsWith('#') ? undefined : direct);
    if (!image || images.has(image.url)) continue;
    const number = page.localName === 'pb' ? attribute(page, 'n') : undefined;
    const edition = page.localName === 'pb' ? attribute(page, 'ed') : undefined;
    images.set(image.url, { ...image, label: number ?? edition ?? image.label, page: number });
  }
  for (const image of pictures) if (!images.has(image.url)) images.set(image.url, image);
  return [...images.values()];
}

function pixelsOf(size: Pixels | undefined): Pixels | undefined {
  return size && { width: size.width, height: size.height };
}

function sizeOf({ graphic, element, picture }: Surface): Pixels | undefined {
  const number = (of: XmlElement, name: string) => Number.parseFloat(attribute(of, name) ?? '');
  const [width, height] = [number(graphic, 'width'), number(graphic, 'height')];
  if (width > 0 && height > 0) return { width, height };
  const edges = edgesOf(picture) ?? edgesOf(element);
  return edges && { width: edges.right - edges.left, height: edges.bottom - edges.top };
}
