import { isWebAddress, mayShowImages, type PageImage, pathFrom, readPageImages } from '@chancery/tei';
import { lineAndColumn, parseTree } from '@chancery/xml';
import type { EditionImage, TeiFile } from '../edition-source.js';
import type { PublishWarning } from '../publish-report.js';

/** A picture of a page of the copy, and what is published of it. */
export interface ShownImage extends PageImage {
  /** Undefined for one that is on the web, or that was not given. */
  readonly published: EditionImage | undefined;
  /** What it shows; undefined where nobody has said. */
  readonly alt: string | undefined;
}

/** Where a picture stands in a publication. */
export function imagePath({ name }: Pick<EditionImage, 'name'>): string {
  return `images/${name}`;
}

/** The pictures of the pages of each document, with those that an edition publishes itself. */
export class ShownImages {
  readonly #given: ReadonlyMap<string, EditionImage>;
  readonly #read = new WeakMap<TeiFile, readonly ShownImage[]>();

  /** @param given the pictures that lie ready; none where the volume leaves them out */
  constructor(given: readonly EditionImage[]) {
    this.#given = new Map(given.map((image) => [image.path, image]));
  }

  /** Those of a document, in the order of its text. */
  of(file: TeiFile): readonly ShownImage[] {
    const known = this.#read.get(file) ?? this.#readFrom(file);
    this.#read.set(file, known);
    return known;
  }

  /** What those of a document are published as, for who asks whether that is as it was; empty where none is. */
  madeOf(file: TeiFile): string {
    if (this.#given.size === 0) return '';
    const shown = this.of(file).flatMap(({ published }) => published ?? []);
    if (shown.length === 0) return '';
    return JSON.stringify(
      shown.map(({ path, name, sha256, width, height, alt, label }) => {
        return [path, name, sha256, width, height, alt, label];
      }),
    );
  }

  /** The published ones of a document that nobody describes (WCAG 2.2, 1.1.1), where nobody but the file itself is to do so. */
  undescribed(file: TeiFile): PublishWarning[] {
    if (![...this.#given.values()].some(({ alt }) => alt === undefined)) return [];
    return this.of(file).flatMap(({ published, alt, start }): PublishWarning[] => {
      if (!published || published.alt !== undefined || alt !== undefined) return [];
      const message =
        'An image of the copy is not described. Say in a <desc> within its <graphic> what it shows, for readers who do not see it.';
      return [{ code: 'accessibility', file: file.path, message, ...lineAndColumn(file.source, start) }];
    });
  }

  #readFrom(file: TeiFile): readonly ShownImage[] {
    if (!mayShowImages(file.source)) return [];
    const published = (url: string) =>
      isWebAddress(url) ? undefined : this.#given.get(pathFrom(file.path, url));
    return readPageImages(parseTree(file.source), published).map((image): ShownImage => {
      const own = published(image.url);
      const alt = own?.alt || image.description;
      const label = image.page ?? (own?.label || image.label);
      return { ...image, published: own, label, alt };
    });
  }
}
