import type { XmlElement } from '@chancery/xml';
import { readFigures } from './read-figures.js';
import { readPageImages } from './read-page-images.js';

/** Which pictures are asked for: those of the pages of the copy, and those that stand in the running text. */
export interface ImageKinds {
  readonly pages: boolean;
  readonly figures: boolean;
}

/** A picture that a file names. */
export interface NamedImage {
  /** As it is written: an address, or a name within the edition. */
  readonly url: string;
  /** The offset of its `graphic`, or of what points to it. */
  readonly start: number;
}

/** The pictures that a file names, those of its pages first. */
export function namedImages(tei: XmlElement, { pages, figures }: ImageKinds): NamedImage[] {
  return [...(pages ? readPageImages(tei) : []), ...(figures ? readFigures(tei) : [])];
}
