import { checkWellFormed, lineAndColumn, type WellFormednessError } from '@chancery/xml';
import type { Node } from 'prosemirror-model';
import type { Instance } from './from-tei/instance.js';
import { type ReadTei, readTei } from './from-tei/read-tei.js';
import type { TokenMap } from './from-tei/token-map.js';
import type { Origin } from './origin.js';
import { mapOnto } from './same-document.js';
import { type ShapeTable, teiShapes } from './schema/shape-table.js';

/** A letter opened for editing: its source, its document, and how the two hang together. Never changed in place. */
export interface OpenLetter {
  /** The TEI source. Saved as it is, it is byte for byte what was opened wherever nobody edited. */
  readonly source: string;
  /** The document in {@link schema}. */
  readonly doc: Node;
  /** One range of the source for each token of the document. */
  readonly map: TokenMap;
  /** The source as it was opened, with the instances as they were numbered then. */
  readonly base: ReadTei;
  /** The source as it was long before, the latest first, where it is at hand: what comes back by undoing is written as it stood there. */
  readonly earlier: readonly ReadTei[];
  /** How instances that edits have made or changed are written. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** White space that had to become one space for now, by position, as it was written. */
  readonly flattened: ReadonlyMap<number, string>;
  /** Former states, latest last: a document that comes back by undo gets the very source back that it had. */
  readonly past: readonly Revision[];
  readonly options: Required<OpenLetterOptions>;
}

/** A state that a letter was in. */
export interface Revision {
  readonly source: string;
  readonly doc: Node;
  readonly base: ReadTei;
  readonly origins: ReadonlyMap<string, Origin>;
  readonly flattened: ReadonlyMap<number, string>;
  /** It was left by an edit of the source itself: an edit of the text does not lead back to it. */
  readonly bySource: boolean;
}

/** What may be said when a letter is opened. */
export interface OpenLetterOptions {
  /** The shapes of elements; those of the element table unless given. */
  readonly shapes?: ShapeTable;
  /** Whether the file's encoding can write a code point: `writableIn(encoding)` of `@chancery/xml`. Default: all. */
  readonly writable?: (codePoint: number) => boolean;
  /**
   * Sources of up to this many characters are read whole after each batch, to prove that nothing else has changed; of
   * longer ones the block that the batch has changed is. Default: 4,000, where reading the whole begins to be felt in typing.
   */
  readonly provedWhole?: number;
}

/** Thrown when a source is not well-formed: it can be shown in the source view only. */
export class NotWellFormed extends Error {
  override readonly name = 'NotWellFormed';
  constructor(readonly fault: WellFormednessError) {
    super(`Line ${fault.line}, column ${fault.column}: ${fault.message} ${fault.advice}`);
  }
}

const everything = () => true;

/**
 * Opens a source for editing. Whoever opens the same source gets the same document with the same instance ids. Whatever is
 * well-formed opens, whether it is TEI or not: that is for the schema to say.
 *
 * With `adopt`, a document that is already at hand is taken instead of the one read, with its instance ids: it must say
 * the same as the source. A server that has kept the source current uses this to go on where it stopped. With `earlier`, the
 * {@link OpenLetter.base} of earlier states with the same instance ids, the latest first, elements that have been removed since come back
 * by undoing as they were written then.
 *
 * @throws {NotWellFormed} when the source is not well-formed XML within the limits.
 * @throws {DocumentsDiffer} when the document to adopt is not what the source says.
 */
export function openLetter(
  source: string,
  options: OpenLetterOptions & { readonly adopt?: Node; readonly earlier?: readonly ReadTei[] } = {},
): OpenLetter {
  const fault = checkWellFormed(source);
  if (fault) throw new NotWellFormed(fault);
  const shapes = options.shapes ?? teiShapes;
  const read = readTei(source, shapes);
  const { adopt } = options;
  const ids = new Map<string, string>();
  const map = adopt ? mapOnto(adopt, read.doc, read.map, ids) : read.map;
  return {
    source,
    doc: adopt ?? read.doc,
    map,
    base: adopt ? adopted(read, adopt, map, ids) : read,
    earlier: options.earlier ?? [],
    origins: new Map(),
    flattened: new Map(),
    past: [],
    options: { shapes, writable: options.writable ?? everything, provedWhole: options.provedWhole ?? 4_000 },
  };
}

/** What was read, in the words of another document that says the same. */
function adopted(read: ReadTei, adopt: Node, map: TokenMap, ids: ReadonlyMap<string, string>): ReadTei {
  const instances = renamed(read.instances, ids);
  // With more tokens than were read, positions are others.
  return map === read.map ? { ...read, doc: adopt, instances } : { ...read, instances };
}

/** The instances under the ids of another document that says the same. */
function renamed(instances: ReadTei['instances'], ids: ReadonlyMap<string, string>): ReadTei['instances'] {
  const under = new Map<string, Instance>();
  for (const [id, readId] of ids) {
    const instance = instances.get(readId);
    if (instance) under.set(id, instance);
  }
  return under;
}

/** The position in the document of an offset in the source: of the token that holds it, or else of the next one. */
export function positionAt(letter: OpenLetter, offset: number): number {
  const { ends } = letter.map;
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The offset in the source at which the token at `position` begins; the end of the last one for the end. */
export function offsetAt(letter: OpenLetter, position: number): number {
  const { starts, ends } = letter.map;
  return starts[position] ?? ends.at(-1) ?? 0;
}

/** The line and column, both from 1, at which the token at `position` begins. */
export function placeAt(letter: OpenLetter, position: number): { line: number; column: number } {
  return lineAndColumn(letter.source, offsetAt(letter, position));
}
