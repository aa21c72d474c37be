import { asPrintedEdition } from './as-printed-edition.js';
import type { EditionImage, TeiFile } from './edition-source.js';
import { ShownImages } from './images/shown-images.js';
import { inPlainWords } from './in-plain-words.js';
import type { CalledAround } from './notes-as-printed.js';
import { orderEdition } from './order-edition.js';
import { placeAsGiven } from './place-as-given.js';
import { linesIn, type PrintedLine } from './print/conservation/index.js';
import { printVolume } from './print/index.js';
import type { PublishWarning } from './publish-report.js';

/** The pages of one letter as the volume sets them. */
export interface LetterPages {
  readonly pages: number;
  /** Of each page, in points. */
  readonly width: number;
  readonly height: number;
  /** All pages, one under the other, as SVG. */
  readonly drawing: string;
  /** What stands on them: the words of each line, from the first to the last. */
  readonly lines: readonly PrintedLine[];
  /** What an editor may want to see to, by letter and line. */
  readonly warnings: readonly Pick<PublishWarning, 'message' | 'file' | 'line'>[];
}

/** A letter and what it prints with. */
export interface LetterInVolume {
  readonly volume: TeiFile;
  readonly letter: TeiFile;
  /** The end notes that the other letters of the volume call. Default: none. */
  readonly calledAround?: CalledAround | undefined;
  /** The pictures in its running text that lie ready. Default: none, and all are named. */
  readonly images?: readonly EditionImage[] | undefined;
}

/**
 * Sets one letter as it prints in its volume, under its number there, with the end notes that it calls.
 *
 * @throws {PublishError} whose message names the file and the line.
 */
export async function setLetter(edition: LetterInVolume, signal?: AbortSignal): Promise<LetterPages> {
  const given = [edition.volume, edition.letter];
  try {
    const { volume, documents } = asPrintedEdition(
      orderEdition({ volume: edition.volume, letters: [edition.letter] }),
      { calledAround: edition.calledAround },
    );
    const letters = documents.flatMap(({ file }) => file ?? []);
    const images = new ShownImages(edition.images ?? []);
    const options = {
      use: 'screen',
      proof: true,
      figures: (file: TeiFile) => images.figures(file),
      ...(signal ? { signal } : {}),
    } as const;
    const { read, pages, warnings, drawing = '' } = await printVolume({ volume, letters }, options);
    const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(drawing) ?? [];
    return {
      pages,
      width: Number(width),
      height: Number(height) / Math.max(pages, 1),
      // Each page is drawn on white of its own, which the compiler puts at the place of the first: over what stands there.
      drawing: drawing.replace(/^ {4}<path class="typst-shape" fill="#ffffff"[^>]*\/>\n/gm, ''),
      lines: read ? linesIn(read) : [],
      warnings: warnings.map(({ message, ...place }) => ({ message, ...placeAsGiven(given, place) })),
    };
  } catch (error) {
    throw inPlainWords(error, signal, given);
  }
}
