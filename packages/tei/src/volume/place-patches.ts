import { childElements, type XmlElement } from '@chancery/xml';
import { at } from '../header/element-tree.js';
import { attributePatch, quoteOf } from '../header/write/attribute-patch.js';
import { lineOf, removal, unitOf } from '../header/write/element-patch.js';
import type { SourcePatch } from '../header/write/source-patch.js';
import { type DocumentItem, documentList, documentsOf, enclosuresOf } from './documents-of.js';
import { NoSuchPlace } from './no-such-place.js';
import { placeAfter, placeBeside } from './places-beside.js';
import type { DocumentPlace, DocumentStep } from './volume-edit.js';

/**
 * The patches that put a document, with its enclosures, somewhere else in the order.
 *
 * @throws {NoSuchPlace} for a document that is not listed, and for a place within the document itself
 */
export function placePatches(
  source: string,
  tei: XmlElement,
  letter: string,
  { enclosedIn, after }: DocumentPlace,
): SourcePatch[] {
  const documents = documentsOf(tei);
  const moved = entryOf(documents, letter);
  for (let up = enclosedIn; up !== null; up = documents.find(({ id }) => id === up)?.enclosedIn ?? null)
    if (up === letter)
      throw new NoSuchPlace(
        'A letter cannot be an enclosure of itself, nor of one of its own enclosures. Take the enclosure out first.',
      );
  const parent = enclosedIn === null ? undefined : entryOf(documents, enclosedIn);
  const list = parent ? enclosuresOf(parent.item)[0] : documentList(tei);
  const before = after === null ? undefined : entryOf(documents, after);
  if (before && (before.enclosedIn ?? null) !== enclosedIn)
    throw new NoSuchPlace('The order has been changed meanwhile. Look at it again.');
  if (before?.id === letter) return [];
  const siblings = list ? at(list, 'item') : [];
  const neighbour = before?.item ?? siblings[0];
  if (neighbour === moved.item && !before) return [];
  if (before && siblings[siblings.indexOf(before.item) + 1] === moved.item) return [];
  const taken = removalOf(source, moved);
  const there = neighbour
    ? beside(source, moved.item, neighbour, before !== undefined)
    : parent
      ? firstEnclosure(source, parent, (line) => indented(source, moved.item, line))
      : undefined;
  if (!there) throw new NoSuchPlace('The volume has no list of documents.');
  return [taken, there];
}

/**
 * The patches that move a document by one step; none where the step leads nowhere.
 *
 * @throws {NoSuchPlace} for a document that is not listed
 */
export function stepPatches(
  source: string,
  tei: XmlElement,
  letter: string,
  step: DocumentStep,
): SourcePatch[] {
  const documents = documentsOf(tei);
  const place = placeAfter(documents, entryOf(documents, letter).id, step);
  return place ? placePatches(source, tei, letter, place) : [];
}

/**
 * The patches that put a document before or behind another.
 *
 * @throws {NoSuchPlace} for documents that are not listed, and for a place within the document itself
 */
export function besidePatches(
  source: string,
  tei: XmlElement,
  letter: string,
  { beside: other, where }: { readonly beside: string; readonly where: 'before' | 'behind' },
): SourcePatch[] {
  const documents = documentsOf(tei);
  const place = placeBeside(documents, letter, entryOf(documents, other).id, where);
  return place ? placePatches(source, tei, letter, place) : [];
}

/** The patches that fix the number of a document, or leave it to the count. */
export function numberPatches(
  source: string,
  tei: XmlElement,
  letter: string,
  number: string | null,
): SourcePatch[] {
  return attributePatch(source, entryOf(documentsOf(tei), letter).item, 'n', number ?? undefined);
}

/**
 * A document's entry in the list.
 *
 * @throws {NoSuchPlace} for one that is not listed
 */
export function entryOf(documents: readonly DocumentItem[], letter: string): DocumentItem {
  const entry = documents.find(({ id }) => id === letter);
  if (!entry)
    throw new NoSuchPlace(
      `The volume’s list of documents does not name “${letter}”. It has been changed meanwhile, or the letter was never listed.`,
    );
  return entry;
}

/** With the last enclosure goes the list of them. */
function removalOf(source: string, { item, enclosedIn }: DocumentItem): SourcePatch {
  const list = item.parent;
  const isLast = enclosedIn !== undefined && list && childElements(list).length === 1;
  return removal(source, isLast ? list : item);
}

function beside(source: string, item: XmlElement, neighbour: XmlElement, behind: boolean): SourcePatch {
  const line = lineOf(source, neighbour) ?? '';
  const text = indented(source, item, line);
  return behind
    ? { start: neighbour.end, end: neighbour.end, text: line + text }
    : { start: neighbour.start, end: neighbour.start, text: text + line };
}

/**
 * The patch that begins a letter's list of enclosures with the first one.
 *
 * @param textOf the first one's entry, where each of its lines begins like this one
 */
export function firstEnclosure(
  source: string,
  { item: parent, pointer }: DocumentItem,
  textOf: (line: string) => string,
): SourcePatch {
  const line = lineOf(source, parent);
  const [outer, unit] = line === undefined ? ['', ''] : [line, unitOf(source, parent)];
  const prefix = parent.name.slice(0, parent.name.length - parent.localName.length);
  const quote = quoteOf(source, parent);
  const inner = outer + unit;
  const first = inner + unit;
  const open = `${inner}<${prefix}list type=${quote}enclosures${quote}>`;
  const close = `${inner}</${prefix}list>`;
  // What follows the pointer in a line of its own already begins a new line.
  const rest = source.slice(pointer.end, parent.contentEnd).trim() === '' ? outer : '';
  return {
    start: pointer.end,
    end: rest === '' ? pointer.end : parent.contentEnd,
    text: `${open}${first}${textOf(first)}${close}${rest}`,
  };
}

/** An element's source as it is, its lines indented as the new place asks. */
function indented(source: string, element: XmlElement, line: string): string {
  const former = lineOf(source, element);
  const text = source.slice(element.start, element.end);
  return former === undefined || former === line ? text : text.replaceAll(former, line);
}
