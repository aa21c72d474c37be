import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib';
import { type FontGlyphs, readCharacterMap, readWidths } from './font-glyphs.js';
import { readPageKept, type ShownText } from './kept-pages.js';

/** Where a stretch of text stands in the PDF. */
export interface Place {
  /** Counts from 1. */
  readonly page: number;
  /** In points from the lower left corner of the page. */
  readonly x: number;
  readonly y: number;
  /** How far it reaches, in points from the left. */
  readonly end: number;
}

/** An entry of the table of contents: what it says, and the page that it names. */
export interface ContentsEntry {
  readonly words: string;
  readonly page: string;
}

/** A piece of {@link PrintedText}. */
export interface PrintedPiece {
  readonly text: string;
  readonly place: Place;
  /** Where in the folded text it begins. */
  readonly index: number;
}

/** Text as a page shows it, without what the structure tree knows it by. */
type PieceOfPage = Omit<ShownText, 'mcid'>;

/**
 * One run of the PDF's text, folded, that knows where each of its characters stands and how it was before folding. A volume has a piece
 * for each stretch of its lines: what is told of one is made when it is asked for.
 */
export class PrintedText {
  readonly #shown: PieceOfPage[] = [];
  readonly #pages: number[] = [];
  /** Where in the folded text each piece begins. */
  readonly #starts: number[] = [];
  #folded: string | undefined;
  #length = 0;

  add(shown: PieceOfPage, page: number): void {
    this.#starts.push(this.#length);
    this.#shown.push(shown);
    this.#pages.push(page);
    this.#folded = undefined;
    this.#length += shown.folded.length;
  }

  /** What was added, piece for piece. */
  *pieces(): Generator<PrintedPiece> {
    for (const [at, { text }] of this.#shown.entries())
      yield { text, place: this.#placeOfPiece(at), index: this.#starts[at] ?? 0 };
  }

  /** All of it, folded. */
  get folded(): string {
    this.#folded ??= this.#shown.map(({ folded }) => folded).join('');
    return this.#folded;
  }

  /** Where a character of the folded text stands. */
  placeOf(index: number): Place {
    return this.#placeOfPiece(this.#pieceAt(index));
  }

  /** Text as it was before folding, in whole pieces: those of which the first character lies between. */
  written(from: number, to: number): string[] {
    const found: string[] = [];
    for (let piece = this.#firstFrom(from); (this.#starts[piece] ?? to) < to; piece += 1)
      found.push(this.#shown[piece]?.text ?? '');
    return found;
  }

  /** The same with the place of each. */
  placed(from: number, to: number): { readonly text: string; readonly place: Place }[] {
    const first = this.#firstFrom(from);
    return this.written(from, to).map((text, at) => ({ text, place: this.#placeOfPiece(first + at) }));
  }

  #placeOfPiece(at: number): Place {
    const { x, y, end } = this.#shown[at] ?? { x: 0, y: 0, end: 0 };
    return { page: this.#pages[at] ?? 1, x, y, end };
  }

  #firstFrom(index: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #pieceAt(index: number): number {
    return Math.max(0, this.#firstFrom(index + 1) - 1);
  }
}

/** What a tagged PDF says, in the order in which it says it. */
export interface ReadPdf {
  readonly pages: number;
  /** Everything but the notes at the foot of pages and the table of contents. */
  readonly body: PrintedText;
  /** The notes at the foot of pages, one page after another. */
  readonly notes: PrintedText;
  readonly contents: readonly ContentsEntry[];
}

/** A font, and a digest of what is read of it. */
interface FontOfPage {
  readonly glyphs: FontGlyphs;
  readonly key: string;
}

/**
 * Reads a tagged PDF of the typesetter's: its text from the content of its pages, and from its structure tree which of it
 * is a note at the foot of a page or an entry of the table of contents (ISO 32000-1 §14.7–14.8).
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  });
  const lookup = (object: PDFObject | undefined) =>
    object instanceof PDFRef ? document.context.lookup(object) : object;
  const streamsOf = (object: PDFObject | undefined): PDFRawStream[] => {
    const found = lookup(object);
    if (found instanceof PDFArray) return found.asArray().flatMap(streamsOf);
    return found instanceof PDFRawStream ? [found] : [];
  };
  const streamText = (object: PDFObject | undefined) => streamsOf(object).map(contentsOf).join('\n');
  const numbersIn = (object: PDFObject | undefined): (number | number[])[] => {
    const array = lookup(object);
    return array instanceof PDFArray
      ? array.asArray().map((each) => {
          const found = lookup(each);
          return found instanceof PDFNumber ? found.asNumber() : numbersIn(found).flat();
        })
      : [];
  };
  const readFont = (font: PDFDict): FontOfPage => {
    const descendants = lookup(font.get(PDFName.of('DescendantFonts')));
    const descendant = descendants instanceof PDFArray ? lookup(descendants.get(0)) : undefined;
    const own = descendant instanceof PDFDict ? descendant : font;
    const widths = numbersIn(own.get(PDFName.of('W')));
    const other = lookup(own.get(PDFName.of('DW')));
    // §9.7.4.3.
    const otherWidth = other instanceof PDFNumber ? other.asNumber() : 1000;
    const characters = streamText(font.get(PDFName.of('ToUnicode')));
    return {
      key: createHash('sha256')
        .update(JSON.stringify([widths, otherWidth, characters]))
        .digest('base64'),
      glyphs: { characters: readCharacterMap(characters), widths: readWidths(widths), otherWidth },
    };
  };
  const known = new Map<PDFObject, FontOfPage>();
  const fontsOf = (resources: PDFObject | undefined) => {
    const fonts = new Map<string, FontGlyphs>();
    const keys: string[][] = [];
    const named = resources instanceof PDFDict ? lookup(resources.get(PDFName.of('Font'))) : undefined;
    for (const [name, reference] of named instanceof PDFDict ? named.entries() : []) {
      const font = lookup(reference);
      if (!(font instanceof PDFDict)) continue;
      const read = known.get(reference) ?? readFont(font);
      known.set(reference, read);
      fonts.set(name.asString(), read.glyphs);
      keys.push([name.asString(), read.key]);
    }
    return { fonts, key: JSON.stringify(keys) };
  };
  const roles = rolesIn(document, lookup);
  const body = new Runs();
  const notes = new Runs();
  const contents = new Map<PDFDict, string[]>();
  const pages = document.getPages();
  for (const [index, { node }] of pages.entries()) {
    const parents = lookup(node.get(PDFName.of('StructParents')));
    const streams = streamsOf(node.get(PDFName.of('Contents')));
    const { fonts, key } = fontsOf(lookup(node.Resources()));
    const written = streams.map((stream) => stream.contents);
    const content = () => streams.map(contentsOf).join('\n');
    for (const shown of readPageKept({ written, content }, { fonts, key })) {
      const role = roles(parents instanceof PDFNumber ? parents.asNumber() : undefined, shown.mcid);
      if (role.entry) {
        contents.set(role.entry, [...(contents.get(role.entry) ?? []), shown.text]);
      } else (role.note ? notes : body).add(shown, index + 1, role.cell);
    }
  }
  return {
    pages: pages.length,
    body: body.inOrder(),
    notes: notes.inOrder(),
    contents: [...contents.values()].map((texts) => ({
      words: texts.slice(0, -1).join(''),
      page: texts.at(-1)?.trim() ?? '',
    })),
  };
}

/** Text in the order in which it is shown, save that what a cell of a table says on the next page follows what it says on the first. */
class Runs {
  readonly #shown: (ShownText | Cell)[] = [];
  readonly #pages: number[] = [];
  readonly #cells = new Map<PDFDict, Cell>();

  add(shown: ShownText, page: number, cell: PDFDict | undefined): void {
    const known = cell && this.#cells.get(cell);
    if (known) {
      known.push([shown, page]);
      return;
    }
    this.#pages.push(page);
    if (!cell) {
      this.#shown.push(shown);
      return;
    }
    const begun: Cell = [[shown, page]];
    this.#cells.set(cell, begun);
    this.#shown.push(begun);
  }

  inOrder(): PrintedText {
    const printed = new PrintedText();
    for (const [at, shown] of this.#shown.entries())
      if (isCell(shown)) for (const [piece, page] of shown) printed.add(piece, page);
      else printed.add(shown, this.#pages[at] ?? 1);
    return printed;
  }
}

/** What a cell says, with the pages that it says it on. */
type Cell = (readonly [shown: ShownText, page: number])[];

function isCell(shown: ShownText | Cell): shown is Cell {
  return Array.isArray(shown);
}

/** pdf-lib inflates too, in JavaScript and at a tenth of the pace. */
function contentsOf(stream: PDFRawStream): string {
  const deflated = stream.dict.get(PDFName.of('Filter'))?.toString() === '/FlateDecode';
  const bytes = deflated ? inflateSync(stream.contents) : decodePDFRawStream(stream).decode();
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

interface Role {
  readonly note: boolean;
  /** The entry of the table of contents that the text belongs to. */
  readonly entry: PDFDict | undefined;
  /** The cell of a table that it stands in. */
  readonly cell: PDFDict | undefined;
}

/** Which part the structure tree gives each stretch of marked content, through its parent tree (§14.7.4.4). */
function rolesIn(
  document: PDFDocument,
  lookup: (object: PDFObject | undefined) => PDFObject | undefined,
): (parents: number | undefined, mcid: number | undefined) => Role {
  const none: Role = { note: false, entry: undefined, cell: undefined };
  const known = new Map<PDFObject, Role>();
  const roleOf = (object: PDFObject | undefined): Role => {
    const element = lookup(object);
    if (!(element instanceof PDFDict)) return none;
    const before = known.get(element);
    if (before) return before;
    const type = lookup(element.get(PDFName.of('S')))?.toString();
    const above = roleOf(element.get(PDFName.of('P')));
    const role: Role = {
      note: above.note || type === '/Note' || type === '/FENote',
      entry: above.entry ?? (type === '/TOCI' ? element : undefined),
      cell: above.cell ?? (type === '/TD' || type === '/TH' ? element : undefined),
    };
    known.set(element, role);
    return role;
  };
  const tree = new Map<number, PDFObject>();
  const visit = (object: PDFObject | undefined): void => {
    const node = lookup(object);
    if (!(node instanceof PDFDict)) return;
    const numbers = lookup(node.get(PDFName.of('Nums')));
    if (numbers instanceof PDFArray) {
      for (let i = 0; i + 1 < numbers.size(); i += 2) {
        const key = numbers.get(i);
        if (key instanceof PDFNumber) tree.set(key.asNumber(), numbers.get(i + 1));
      }
    }
    const kids = lookup(node.get(PDFName.of('Kids')));
    if (kids instanceof PDFArray) kids.asArray().forEach(visit);
  };
  const root = lookup(document.catalog.get(PDFName.of('StructTreeRoot')));
  if (root instanceof PDFDict) visit(root.get(PDFName.of('ParentTree')));
  return (parents, mcid) => {
    if (parents === undefined || mcid === undefined) return none;
    const elements = lookup(tree.get(parents));
    return elements instanceof PDFArray && mcid < elements.size() ? roleOf(elements.get(mcid)) : none;
  };
}
