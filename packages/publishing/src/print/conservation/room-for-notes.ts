import { rowOf } from '@chancery/tei';
import { childElements, type XmlElement } from '@chancery/xml';
import type { EditionSource, TeiFile } from '../../edition-source.js';
import type { Origin } from './expected.js';
import type { NotePlaces, Stray } from './note-places.js';
import type { Place, ReadPdf } from './read-pdf.js';
import {
  type Instruction,
  instructionAt,
  instructionsIn,
  withInstruction,
  withoutInstruction,
} from './setting-instructions.js';

/** A block of the TEI, where it begins on the page, and where what is said before it ends. */
export interface PlacedBlock {
  readonly at: Origin;
  readonly place: Place;
  readonly before: Place;
}

/** What is kept with the block behind it. */
const kept = new Set([
  'head',
  'opener',
  'dateline',
  'salute',
  'address',
  'pb',
  'cb',
  'lb',
  'milestone',
  'anchor',
]);
/** What holds blocks one below the other. */
const holders = new Set(['div', 'body', 'back', 'front', 'floatingText', 'lg']);

/** The first lines of a note, as many as the typesetter keeps together. */
const noteLines = 36;
const noteLine = 12;
/** How many letters and signs there are in a line of a note, or a few less. */
const inNoteLine = 45;
/** Of the height of a page: no more of it is kept free, or left empty. */
const mostOfPage = 0.5;
/** Text that ends so much higher on its page than it did, in points, is not what a page was begun behind. */
const aFewLines = 42;

/** Where a file is to say how it is set. */
interface Told {
  readonly file: TeiFile;
  readonly offset: number;
  readonly instruction: Instruction;
}

/**
 * The edition with instructions for its setting, such that notes begin on the pages of their callouts where they did not:
 *
 * - The typesetter takes a block to the next page with what is to stay with it, and leaves the notes behind that it has placed
 *   already (Typst, issue 5314): told to begin the page there, it sets the same pages with their notes.
 * - It takes a line to the next page so that no line of its paragraph stands alone, and leaves its note behind: where the page has
 *   not the room for the note that it had, both go; else the lines of the paragraph may stand alone.
 * - It sets a row of a table before it knows whether the page has the room for its notes: told to part the table there, it begins the
 *   next page with the row.
 * - Of two notes of one line it may part the second from its callout (issue 5405): where the page has not room for both, the
 *   line goes to the next.
 *
 * A page that was begun where the text now ends higher on the page before is not begun there any more.
 *
 * @param blocks in the order of the text
 * @returns undefined when nothing would help that was not tried
 */
export function withRoomForNotes(
  edition: EditionSource,
  strays: readonly Stray[],
  blocks: readonly PlacedBlock[],
  read: ReadPdf,
): EditionSource | undefined {
  const page = typeArea(read);
  const parted = new Set<number>();
  const all = strays.flatMap((stray): Told[] => {
    const told = mendingOf(stray, blocks, page);
    if (told?.instruction.name !== 'chancery-page') return told ? [told] : [];
    // Where the page ends sooner, what stands below on it goes to the next, and may need no other one.
    if (parted.has(stray.called.page)) return [];
    parted.add(stray.called.page);
    return [told];
  });
  let isChanged = false;
  const mend = (file: TeiFile): TeiFile => {
    const own = all.filter((each) => each.file.path === file.path);
    const places = new Map<number, Instruction | 'none'>(
      own.map(({ offset, instruction }) => [offset, instruction]),
    );
    for (const { from, instruction } of instructionsIn(file.source)) {
      const next = instruction.name === 'chancery-page' ? blockFrom(file, from, blocks) : undefined;
      // Setting may have made something that stands between the block and the text before it, as the sign of a gap.
      const ends = next && page.textEnds.get(Math.min(next.before.page, next.place.page - 1));
      const isStale = ends !== undefined && ends > instruction.points + aFewLines;
      if (isStale && !places.has(from)) places.set(from, 'none');
    }
    let { source } = file;
    for (const [offset, each] of [...places].toSorted(([one], [other]) => other - one))
      source = each === 'none' ? withoutInstruction(source, offset) : withInstruction(source, offset, each);
    isChanged ||= source !== file.source;
    return { ...file, source };
  };
  const mended = { ...edition, volume: mend(edition.volume), letters: edition.letters.map(mend) };
  return isChanged ? mended : undefined;
}

interface TypeArea {
  readonly lowest: number;
  readonly height: number;
  /** Where the text of each page ends that has any, what setting makes included. */
  readonly textEnds: ReadonlyMap<number, number>;
  /** Where the notes of each page begin that has any. */
  readonly notesBegin: ReadonlyMap<number, number>;
}

/** From the first line to the last of the pages. */
function typeArea({ body, notes }: ReadPdf): TypeArea {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = 0;
  const textEnds = new Map<number, number>();
  const notesBegin = new Map<number, number>();
  for (const { place } of body.pieces()) {
    textEnds.set(place.page, Math.min(textEnds.get(place.page) ?? place.y, place.y));
    highest = Math.max(highest, place.y);
  }
  for (const { place } of notes.pieces()) {
    notesBegin.set(place.page, Math.max(notesBegin.get(place.page) ?? place.y, place.y));
    lowest = Math.min(lowest, place.y);
  }
  for (const y of textEnds.values()) lowest = Math.min(lowest, y);
  for (const y of notesBegin.values()) highest = Math.max(highest, y);
  return { lowest, height: highest - lowest, textEnds, notesBegin };
}

function mendingOf(stray: Stray, blocks: readonly PlacedBlock[], page: TypeArea): Told | undefined {
  const { at, called, begins, inLine } = stray;
  const row = rowHolding(at.element);
  const parted = row && rowOnNextPage(at, row, blocks, page);
  if (parted) return parted;
  if (begins.page > called.page) {
    const both = inLine.reduce((sum, each) => sum + heightOf(each), noteLines);
    const first = inLine[0]?.at;
    return (
      (first && (roomForNote(first, both, page) ?? moreRoom(first, page))) ?? pageBefore(at, blocks, page)
    );
  }
  const moved = blocks.find(({ place }) => place.page > begins.page);
  const isMoved = moved && moved.place.page <= called.page && isBefore(moved.at, at);
  return (
    (isMoved ? pageBefore(moved.at, blocks) : undefined) ??
    roomForNote(at, begins.y - page.lowest + noteLine + 1, page) ??
    linesApart(at) ??
    moreRoom(at, page)
  );
}

/** Whether a block stands before a callout or holds it; of different files it is known from the pages. */
function isBefore(block: Origin, call: Origin): boolean {
  return block.file.path !== call.file.path || block.offset <= call.offset;
}

function heightOf({ begins, ends, length }: NotePlaces): number {
  const isOnOnePage = begins.page === ends.page;
  return noteLine + (isOnOnePage ? begins.y - ends.y : noteLine * Math.floor(length / inNoteLine));
}

/** The block from a place of a file on. */
function blockFrom(
  { path }: TeiFile,
  offset: number,
  blocks: readonly PlacedBlock[],
): PlacedBlock | undefined {
  return blocks.find(({ at }) => at.file.path === path && at.offset >= offset);
}

/**
 * A page begun before a block. Undefined where it begins one.
 *
 * @param page where the typesetter would not begin one itself: too much of the page before is not left empty
 */
function pageBefore(at: Origin, blocks: readonly PlacedBlock[], page?: TypeArea): Told | undefined {
  const offset = placeBefore(at);
  const { place, before } = blockFrom(at.file, offset, blocks) ?? {};
  if (!place || !before || instructionAt(at.file.source, offset, 'chancery-page')) return undefined;
  const foot = page?.notesBegin.get(before.page) ?? page?.lowest ?? 0;
  const isTooMuch = page && (before.page !== place.page || before.y - foot > mostOfPage * page.height);
  if (isTooMuch) return undefined;
  return { file: at.file, offset, instruction: { name: 'chancery-page', points: Math.round(before.y) } };
}

/**
 * A page begun by a row of a table, whose parts then stand on two: a note that does not fit below a row is not known to the typesetter
 * when it sets the row. The first row has the table begin the page.
 */
function rowOnNextPage(
  at: Origin,
  row: XmlElement,
  blocks: readonly PlacedBlock[],
  page: TypeArea,
): Told | undefined {
  const isFirst = !row.parent || childElements(row.parent).find(isRow) === row;
  if (isFirst) return pageBefore(at, blocks, page);
  const { file } = at;
  const offset = row.start;
  const { before } = blockFrom(file, offset, blocks) ?? {};
  if (!before || instructionAt(file.source, offset, 'chancery-page')) return undefined;
  return { file, offset, instruction: { name: 'chancery-page', points: Math.round(before.y) } };
}

function rowHolding(element: XmlElement | undefined): XmlElement | undefined {
  if (!element) return undefined;
  return isRow(element) ? element : rowHolding(element.parent);
}

function isRow({ localName }: XmlElement): boolean {
  return localName === 'row';
}

/** Room for a note. Undefined where it was told already, or is too much. */
function roomForNote({ file, offset }: Origin, points: number, { height }: TypeArea): Told | undefined {
  const name = 'chancery-note-room';
  if (points > mostOfPage * height || instructionAt(file.source, offset, name)) return undefined;
  return { file, offset, instruction: { name, points: Math.ceil(points) } };
}

/** More room for a note than it was told to have, since it may call notes that need some, too. Undefined where it is too much. */
function moreRoom({ file, offset }: Origin, { height }: TypeArea): Told | undefined {
  const name = 'chancery-note-room';
  const before = instructionAt(file.source, offset, name)?.instruction.points;
  if (before === undefined || before + noteLines > mostOfPage * height) return undefined;
  return { file, offset, instruction: { name, points: before + noteLines } };
}

/** Leave for the lines of the paragraph that holds a place to stand alone. */
function linesApart({ file, element }: Origin): Told | undefined {
  const name = 'chancery-lines-apart';
  const { start: offset, localName } = element;
  if (holders.has(localName) || instructionAt(file.source, offset, name)) return undefined;
  return { file, offset, instruction: { name, points: 0 } };
}

/**
 * Before the block that stands among others and is, or holds, what is at a place, with what is kept with it; at the beginning
 * of the document for what it begins with.
 */
function placeBefore({ element, offset }: Origin): number {
  let block: XmlElement = element;
  let from = holders.has(element.localName) ? offset : element.start;
  for (;;) {
    if (holders.has(block.localName)) {
      const last = childElements(block).findLast((child) => child.start < from && isBlock(child));
      if (last) return last.end;
    }
    if (!block.parent) return block.contentStart;
    from = block.start;
    block = block.parent;
  }
}

function isBlock({ localName: name }: XmlElement): boolean {
  const shape = rowOf(name)?.shape;
  return !kept.has(name) && (shape === 'container' || shape === 'textblock' || name === 'closer');
}
