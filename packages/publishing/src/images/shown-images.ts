import {
  type Figure,
  isWebAddress,
  mayShowImages,
  type PageImage,
  pathFrom,
  readFigures,
  readPageImages,
} from '@chancery/tei';
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

/** A picture in the running text that is published. */
export interface ShownFigure extends Figure {
  readonly published: EditionImage;
}

/** Where a picture stands in a publication. */
export function imagePath({ name }: Pick<EditionImage, 'name'>): string {
  return `images/${name}`;
}

/**
 * Where the page of a picture begins in the text of its document (`f:page-id` in text.xsl); undefined where the text does not number it,
 * or numbers several alike.
 */
export function pageId({ page }: ShownImage, all: readonly ShownImage[]): string | undefined {
  const isPlain = page !== undefined && /^[A-Za-z0-9.-]+$/.test(page);
  return isPlain && all.filter((each) => each.page === page).length === 1 ? `copy-page-${page}` : undefined;
}

/** The pictures of the pages of each document, with those that an edition publishes itself. */
export class ShownImages {
  readonly #given: ReadonlyMap<string, EditionImage>;
  readonly #read = new WeakMap<TeiFile, readonly ShownImage[]>();
  readonly #figures = new WeakMap<TeiFile, readonly ShownFigure[]>();

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

  /** The pictures in the running text of a document, as far as they are published. */
  figures(file: TeiFile): readonly ShownFigure[] {
    const known = this.#figures.get(file) ?? this.#readFigures(file);
    this.#figures.set(file, known);
    return known;
  }

  /** All that is published of a document. */
  published(file: TeiFile): readonly EditionImage[] {
    return [...this.of(file), ...this.figures(file)].flatMap(({ published }) => published ?? []);
  }

  /** What those of a document are published as, for who asks whether that is as it was; empty where none is. */
  madeOf(file: TeiFile): string {
    if (this.#given.size === 0) return '';
    const shown = this.published(file);
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

  /** What is published of a picture that a file names. */
  publishedAs({ path }: Pick<TeiFile, 'path'>, url: string): EditionImage | undefined {
    return isWebAddress(url) ? undefined : this.#given.get(pathFrom(path, url));
  }

  #readFigures(file: TeiFile): readonly ShownFigure[] {
    if (this.#given.size === 0 || !mayShowImages(file.source)) return [];
    return readFigures(parseTree(file.source)).flatMap((figure) => {
      const published = this.publishedAs(file, figure.url);
      return published ? [{ ...figure, published }] : [];
    });
  }

  #readFrom(file: TeiFile): readonly ShownImage[] {
    if (!mayShowImages(file.source)) return [];
    const published = (url: string) => this.publishedAs(file, url);
    return readPageImages(parseTree(file.source), published).map((image): ShownImage => {
      const own = published(image.url);
      const alt = own?.alt || image.description;
      const label = image.page ?? (own?.label || image.label);
      return { ...image, published: own, label, alt };
    });
  }
}
