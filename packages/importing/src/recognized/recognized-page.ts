/** A corner of an outline, in the units of its page, from the upper left. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where something lies on a page. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Three corners or more, where it is more than the box around it. */
  readonly points?: readonly Point[] | undefined;
}

/** A word as it was recognized. */
export interface RecognizedWord {
  readonly text: string;
  /** How sure the recognition is of it, from 0 to 1; nothing where it does not say. */
  readonly confidence?: number | undefined;
  readonly area?: Area | undefined;
}

/** A line of the picture, as it was recognized. */
export interface RecognizedLine {
  /** Nothing where the file does not say where the line lies. */
  readonly area?: Area | undefined;
  /** In reading order; none where the line was found but not read. */
  readonly words: readonly RecognizedWord[];
  /** The file itself says that its last word goes on in the next line. */
  readonly goesOn?: boolean | undefined;
}

/** Lines that belong together: a paragraph, or a region of the page. */
export interface RecognizedBlock {
  readonly area?: Area | undefined;
  readonly lines: readonly RecognizedLine[];
}

/** What a recognition of layout and text has found on the picture of one page. Blocks stand in reading order. */
export interface RecognizedPage {
  /** In what unit the areas are told; all that counts is their proportion. Nothing: the pixels of the picture. */
  readonly size?: { readonly width: number; readonly height: number } | undefined;
  /** The name of the picture, as the file tells it. */
  readonly picture?: string | undefined;
  readonly blocks: readonly RecognizedBlock[];
}

/** A file of recognized text that cannot be taken; the message follows the file’s name, and says where the fault is and what to do. */
export class NotRecognizedText extends Error {
  override readonly name = 'NotRecognizedText';
}

/** What is taken of one file, at most. */
export const recognizedLimits = {
  /** Bytes. */
  bytes: 10 * 1024 * 1024,
  pages: 2_000,
  /** Lines, and words, of one page. */
  lines: 5_000,
  words: 50_000,
  /** Corners of one outline. */
  points: 1_000,
} as const;

/** A page within the limits. @throws {NotRecognizedText} */
export function withinLimits(page: RecognizedPage): RecognizedPage {
  const lines = page.blocks.flatMap((block) => block.lines);
  const words = lines.reduce((sum, line) => sum + line.words.length, 0);
  if (lines.length > recognizedLimits.lines || words > recognizedLimits.words)
    throw new NotRecognizedText(
      `has a page of ${lines.length} lines and ${words} words; at most ${recognizedLimits.lines} lines and ${recognizedLimits.words} words are read. Choose the file of one page.`,
    );
  return page;
}

/** Words of a line that is told as one text. */
export function wordsOfText(text: string, confidence?: number): RecognizedWord[] {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  return words.map((word) => (confidence === undefined ? { text: word } : { text: word, confidence }));
}

/** The words of the blocks in the order that a reading order names them; those that it does not name stay behind. */
export function inOrder<Block>(
  blocks: readonly Block[],
  names: readonly string[],
  nameOf: (block: Block) => string | undefined,
): Block[] {
  const place = new Map(names.map((name, index) => [name, index]));
  const placeOf = (block: Block) => place.get(nameOf(block) ?? '') ?? names.length;
  return [...blocks].sort((one, other) => placeOf(one) - placeOf(other));
}
