import { checkWellFormed, decode, EncodingError, parseTree, type XmlElement } from '@chancery/xml';
import { strFromU8, unzipSync } from 'fflate';
import { megabytes } from '../archive/index.js';

/** How much is unpacked: bytes of all that is wanted together, and parts of any kind. */
export interface PackageLimits {
  readonly bytes: number;
  readonly parts: number;
}

/** Of a document of a word processor: 24 MB in all. A volume of 1,000 pages has a tenth of it. */
export const packageLimits: PackageLimits = { bytes: 24 * 1024 * 1024, parts: 5_000 };

/** A document cannot be read; `message` says why, `advice` what to do. */
export class DocumentRefused extends Error {
  override readonly name = 'DocumentRefused';

  constructor(
    readonly code: 'not-this-format' | 'damaged' | 'too-large',
    message: string,
    readonly advice: string,
  ) {
    super(message);
  }
}

/** The parts of a document that were asked for, and the names of all that it has. */
export interface DocumentPackage {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly names: readonly string[];
}

/**
 * Unpacks the parts of a document (a ZIP archive) that are wanted. Sizes are looked at before anything is unpacked, and a part that
 * is larger than it says is cut there, so that no archive takes more memory than the limits.
 *
 * @throws {DocumentRefused} for what is no archive, is damaged or too large
 */
export function openPackage(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits = packageLimits,
): DocumentPackage {
  const names: string[] = [];
  let size = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize, compression }) => {
        names.push(name);
        if (names.length > limits.parts) throw tooLarge(`more than ${limits.parts} parts`);
        if (!wanted(name)) return false;
        size += originalSize;
        if (size > limits.bytes) throw tooLarge(`a text of more than ${megabytes(limits.bytes)}`);
        if (compression !== 0 && compression !== 8) throw damaged();
        return true;
      },
    });
    return { parts: new Map(Object.entries(parts)), names };
  } catch (error) {
    if (error instanceof DocumentRefused) throw error;
    throw damaged();
  }
}

/** Whether a part is neither a folder, nor what file managers put beside the files. */
export function isShown(name: string): boolean {
  return !/(?:^|\/)(?:\.|__MACOSX\/)|\/$/.test(name);
}

function tooLarge(what: string): DocumentRefused {
  return new DocumentRefused(
    'too-large',
    `Unpacked, the document has ${what}, which is more than is read.`,
    'Divide it, or save its text anew in a new document: it may have been made to fill the memory.',
  );
}

function damaged(): DocumentRefused {
  return new DocumentRefused(
    'damaged',
    'The document cannot be unpacked.',
    'It may not have been copied whole. Open it in the word processor and save it anew.',
  );
}

/** The bytes of a part as ASCII, for the few signs by which a format is known. */
export function asciiOf(part: Uint8Array | undefined): string {
  return part === undefined ? '' : strFromU8(part.subarray(0, 200), true);
}

/** A part as XML, with its text. */
export interface PartTree {
  readonly text: string;
  readonly root: XmlElement;
}

/**
 * A part as a tree, or undefined where the document has none of that name.
 *
 * @throws {DocumentRefused} when it is not well-formed, or declares a document type, which no word processor writes
 */
export function partTree({ parts }: DocumentPackage, name: string): PartTree | undefined {
  const part = parts.get(name);
  if (part === undefined) return undefined;
  try {
    const { text } = decode(part);
    const fault = checkWellFormed(text, { doctype: 0 });
    if (fault === undefined && !/<!DOCTYPE/.test(text.slice(0, 2_000)))
      return { text, root: parseTree(text) };
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
  }
  throw new DocumentRefused(
    'damaged',
    `The part ${name} of the document is not the XML that a word processor writes.`,
    'Open it in the word processor and save it anew.',
  );
}
