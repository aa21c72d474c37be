import { fileSeparator } from '../printed/reading/source-line.js';
import { type LineOfWords, markdownOf, plainOf } from './markdown-line.js';
import type {
  LeftOut,
  Look,
  Piece,
  WrittenBlock,
  WrittenFile,
  WrittenFiles,
  WrittenNote,
  WrittenParagraph,
  WrittenSource,
} from './written-document.js';

/**
 * Writes a document of a word processor as the Markdown that the importer of printed volumes reads. Notes keep their callouts: a footnote
 * stands behind the paragraph that calls it, the endnotes under a heading at the end, each with a label that no other has.
 * What Markdown has no sign for is in the account; no word is left out.
 */
export function writeSource(document: WrittenFiles): WrittenSource {
  return new SourceWriter(document).write();
}

/** The heading of the endnotes where the document has none: that of the rule `notes`. */
const notesHeading = 'NOTES';

class SourceWriter {
  readonly #lines: string[] = [];
  readonly #left: LeftOut[];
  readonly #endnotes: { label: number; note: WrittenNote }[] = [];
  /** The highest label of a note that a text has already. */
  readonly #highest: number;
  readonly #endnotesBefore: number;
  #footnotes = 0;
  #pageDue = false;

  constructor(private readonly document: WrittenFiles) {
    this.#left = [...document.left];
    this.#highest = Math.max(0, ...document.blocks.flatMap(labelsOf));
    this.#endnotesBefore = document.blocks
      .flatMap(notesOf)
      .filter(({ series }) => series === 'endnote').length;
  }

  write(): WrittenSource {
    const hasFootnotes = this.document.blocks.flatMap(notesOf).some(({ series }) => series === 'footnote');
    if (hasFootnotes && this.#endnotesBefore > 0)
      this.#left.push({
        code: 'note-numbers',
        message: `The endnotes have the labels ${this.#highest + 1} to ${this.#highest + this.#endnotesBefore}; the footnotes are counted on from there, so that no two notes share one.`,
      });
    for (const block of this.document.blocks) this.#block(block);
    if (this.#endnotes.length > 0) {
      if (!this.#lines.includes(notesHeading)) this.#lines.push(notesHeading, '');
      for (const { label, note } of this.#endnotes) this.#note(label, note);
    }
    return { text: this.#lines.join('\n'), left: this.#left };
  }

  #block(block: WrittenBlock | WrittenFile): void {
    if (block.kind === 'file') {
      this.#lines.push(`${fileSeparator}${block.name.replace(/\s+/g, ' ')}`, '');
      if (block.text !== undefined) this.#lines.push(...block.text.split(/\r\n|\n|\r/), '');
      return;
    }
    if (block.kind === 'paragraph') {
      this.#paragraph(block);
      return;
    }
    const line = this.#lines.length + 1;
    const cells = Math.max(0, ...block.rows.map((row) => row.length));
    this.#left.push({
      code: 'table',
      line,
      message: `A table of ${block.rows.length} rows and ${cells} columns stands as lines of text, its cells parted by tabs.`,
    });
    for (const row of block.rows) {
      const pieces = row.flatMap((cell, index): Piece[] => [
        ...(index > 0 ? [words('\t')] : []),
        ...onOneLine(cell, ' '),
      ]);
      this.#paragraph({ kind: 'paragraph', level: 0, pieces });
    }
  }

  /** The lines of a paragraph, and behind them the footnotes that they call. A page that ends within it parts it. */
  #paragraph({ level, pieces }: WrittenParagraph): void {
    const parts: Piece[][] = [[]];
    for (const piece of pieces) {
      if (piece.kind === 'page') parts.push([]);
      else parts.at(-1)?.push(piece);
    }
    parts.forEach((part, index) => {
      if (index > 0) this.#pageDue = true;
      const called: { label: number; note: WrittenNote }[] = [];
      const lines = this.#linesOf(part, called).filter((line) => plainOf(line).trim() !== '');
      lines.forEach((line, at) => {
        const written = this.#line(line, level > 0 && at === 0 ? level : 0);
        this.#lines.push(at < lines.length - 1 ? `${written}  ` : written);
      });
      if (lines.length > 0) this.#lines.push('');
      for (const { label, note } of called) this.#note(label, note);
    });
  }

  #line(line: LineOfWords, level: number): string {
    const { text, lost } = markdownOf(line);
    if (lost.length > 0)
      this.#left.push({
        code: 'look',
        line: this.#lines.length + 1,
        message: `Words of this line are ${lost.join(', ')}; they stand here as plain words.`,
      });
    const page = this.#pageDue ? '\f' : '';
    this.#pageDue = false;
    return `${page}${level > 0 ? `${'#'.repeat(Math.min(level, 6))} ` : ''}${text}`;
  }

  #linesOf(pieces: readonly Piece[], called: { label: number; note: WrittenNote }[]): LineOfWords[] {
    const lines: { text: string; look: Look; isCallout?: boolean }[][] = [[]];
    for (const piece of pieces) {
      if (piece.kind === 'line') lines.push([]);
      else if (piece.kind === 'words') lines.at(-1)?.push({ text: piece.text, look: piece.look });
      else if (piece.kind === 'note') {
        const label = this.#labelled(piece.note, called);
        lines.at(-1)?.push({ text: `[^${label}]`, look: {}, isCallout: true });
      }
    }
    return lines;
  }

  #labelled(note: WrittenNote, called: { label: number; note: WrittenNote }[]): number {
    if (note.series === 'endnote') {
      const label = this.#highest + this.#endnotes.length + 1;
      this.#endnotes.push({ label, note });
      return label;
    }
    this.#footnotes += 1;
    const label = this.#highest + this.#endnotesBefore + this.#footnotes;
    called.push({ label, note });
    return label;
  }

  /** A note on one line: more paragraphs than one would be read as text behind it. */
  #note(label: number, { paragraphs, series }: WrittenNote): void {
    const filled = paragraphs.filter(({ pieces }) => pieces.some((piece) => piece.kind !== 'line'));
    if (filled.length > 1 && series === 'footnote')
      this.#left.push({
        code: 'note-paragraphs',
        line: this.#lines.length + 1,
        message: `The ${filled.length} paragraphs of note ${label} stand as one.`,
      });
    const groups =
      series === 'footnote' ? [onOneLine(filled, ' ')] : filled.map((each) => onOneLine([each], ''));
    groups.forEach((pieces, index) => {
      const [line = []] = this.#linesOf(pieces, []);
      const sign = index === 0 ? [{ text: `[^${label}]: `, look: {}, isCallout: true }] : [];
      this.#lines.push(this.#line([...sign, ...trimmed(line)], 0), '');
    });
  }
}

function words(text: string): Piece {
  return { kind: 'words', text, look: {} };
}

function trimmed([first, ...rest]: LineOfWords): LineOfWords {
  return first === undefined ? [] : [{ ...first, text: first.text.trimStart() }, ...rest];
}

/** The paragraphs as one, with no line or page ending within it. */
function onOneLine(paragraphs: readonly WrittenParagraph[], between: string): Piece[] {
  return paragraphs.flatMap(({ pieces }, index) => [
    ...(index > 0 ? [words(between)] : []),
    ...pieces.map((piece) => (piece.kind === 'line' || piece.kind === 'page' ? words(' ') : piece)),
  ]);
}

function labelsOf(block: WrittenBlock | WrittenFile): number[] {
  if (block.kind !== 'file' || block.text === undefined) return [];
  return [...block.text.matchAll(/\[\^(\d{1,4})\]/g)].map(([, label]) => Number(label));
}

/** Every note that is called in a block, in the order of the callouts. */
function notesOf(block: WrittenBlock | WrittenFile): WrittenNote[] {
  if (block.kind === 'file') return [];
  const paragraphs = block.kind === 'paragraph' ? [block] : block.rows.flat(2);
  return paragraphs.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.kind === 'note' ? [piece.note] : [])),
  );
}
