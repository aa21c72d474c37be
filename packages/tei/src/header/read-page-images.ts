import type { XmlElement } from '@chancery/xml';
import { at, attribute, within } from './element-tree.js';

/** The picture of a page of the copy. */
export interface PageImage {
  /** As it is written: an address, or a name within the edition. */
  readonly url: string;
  /** What the copy calls the page: `1r`. */
  readonly label?: string | undefined;
  /** Its size as the encoding tells it, in whatever unit: what counts is their proportion. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/**
 * The pictures of a letter's pages, in the order in which its text begins them; those that no page begins with follow in the
 * order of the facsimile (TEI Guidelines, 12.1 Digital Facsimiles).
 */
export function readPageImages(tei: XmlElement): PageImage[] {
  const images = new Map<string, PageImage>();
  const byId = new Map<string, PageImage>();
  const surfaces = at(tei, 'facsimile').flatMap((facsimile) => [facsimile, ...within(facsimile)]);
  const pictures = surfaces.flatMap((surface) => {
    const [graphic] = at(surface, 'graphic');
    const url = attribute(graphic, 'url');
    if (graphic === undefined || url === undefined) return [];
    const image = { url, label: attribute(surface, 'n'), ...sizeOf(graphic, surface) };
    for (const id of [attribute(surface, 'xml:id'), attribute(graphic, 'xml:id')])
      if (id) byId.set(id, image);
    return [image];
  });
  const byUrl = new Map(pictures.map((image) => [image.url, image]));
  for (const page of at(tei, 'text').flatMap((text) => [...within(text)])) {
    const facs = page.localName === 'pb' ? attribute(page, 'facs')?.split(' ')[0] : undefined;
    if (facs === undefined) continue;
    const image =
      byId.get(facs.replace(/^#/, '')) ??
      byUrl.get(facs) ??
      (facs.startsWith('#') ? undefined : { url: facs });
    if (!image || images.has(image.url)) continue;
    const label = attribute(page, 'n') ?? attribute(page, 'ed') ?? image.label;
    images.set(image.url, { ...image, label });
  }
  for (const image of pictures) if (!images.has(image.url)) images.set(image.url, image);
  return [...images.values()];
}

function sizeOf(graphic: XmlElement, surface: XmlElement): Pick<PageImage, 'width' | 'height'> {
  const number = (element: XmlElement, name: string) => Number.parseFloat(attribute(element, name) ?? '');
  const [width, height] = [number(graphic, 'width'), number(graphic, 'height')];
  if (width > 0 && height > 0) return { width, height };
  const [left, top] = [number(surface, 'ulx') || 0, number(surface, 'uly') || 0];
  const [right, bottom] = [number(surface, 'lrx'), number(surface, 'lry')];
  return right > left && bottom > top ? { width: right - left, height: bottom - top } : {};
}
