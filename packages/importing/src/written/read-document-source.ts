import { letterEndings } from '../archive/index.js';
import { otherFormat } from '../other-format.js';
import { NotAText, readText } from '../read-text.js';
import { DocumentRefused, isShown, openPackage } from './open-package.js';
import { writeSource } from './write-source.js';
import type {
  LeftOut,
  WrittenBlock,
  WrittenDocument,
  WrittenFile,
  WrittenFiles,
  WrittenSource,
} from './written-document.js';

/** The endings of the documents of word processors that are read, and that of an archive of several files. */
export const documentEndings = ['.docx', '.odt', '.zip'] as const;

const zip = [0x50, 0x4b, 0x03, 0x04];

/** Whether a file is to be read as a document of a word processor, or as an archive of such files, by its name. */
export function isDocumentName(name: string): boolean {
  return documentEndings.some((ending) => hasEnding(name, ending));
}

function hasEnding(name: string, ending: string): boolean {
  return name.toLowerCase().endsWith(ending);
}

/**
 * The text of a document of a word processor (DOCX or ODT), as the importer of printed volumes takes it, with the account of what is
 * not in it. Of an archive (ZIP) the texts of all documents, Markdown and plain text files in it, in the order of their names, each
 * behind a line with its name; one that cannot be read, or says the same as another, is told of, and the others are read.
 *
 * @param name of the file; its ending says the format
 * @throws {DocumentRefused} when it cannot be read, or nothing in an archive can; the message says why, its `advice` what to do
 * @example
 * const { text, left } = await readDocumentSource('volume.docx', await readFile('volume.docx'));
 */
export async function readDocumentSource(name: string, bytes: Uint8Array): Promise<WrittenSource> {
  if (!zip.every((byte, index) => bytes[index] === byte)) throw notADocument(name, bytes);
  if (hasEnding(name, '.zip')) return writeSource(await readArchive(bytes));
  const { blocks, left } = await read(name, bytes);
  return writeSource({ blocks: [{ kind: 'file', name }, ...blocks], left });
}

const byName = new Intl.Collator('en', { numeric: true });

async function readArchive(bytes: Uint8Array): Promise<WrittenFiles> {
  const isWanted = (name: string) => isShown(name) && letterEndings.some((ending) => hasEnding(name, ending));
  const { parts, names } = openPackage(bytes, isWanted);
  const blocks: (WrittenBlock | WrittenFile)[] = [];
  const left: LeftOut[] = names
    .filter((name) => isShown(name) && !isWanted(name))
    .map((name) => ({
      code: 'refused',
      message: `${name} is not read: it is neither a document (.docx, .odt) nor a text (.md, .txt).`,
    }));
  const known = new Map<string, string>();
  for (const name of [...parts.keys()].sort(byName.compare)) {
    const part = parts.get(name) ?? new Uint8Array();
    try {
      const read = await readPart(name, part);
      const words = JSON.stringify(read.blocks.map((block) => ({ ...block, name: '' })));
      const same = known.get(words);
      if (same !== undefined) {
        left.push({ code: 'doubled', message: `${name} says the same as ${same}, and is taken once.` });
        continue;
      }
      known.set(words, name);
      blocks.push(...read.blocks);
      left.push(...read.left.map((each) => ({ ...each, message: `${name}: ${each.message}` })));
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === undefined) throw error;
      left.push({ code: 'refused', message: `${name} is not read: ${refusal}` });
    }
  }
  if (blocks.length > 0) return { blocks, left };
  throw new DocumentRefused(
    'not-this-format',
    `Nothing in this archive can be read.${left[0] ? ` ${left[0].message}` : ''}`,
    'Put documents (.docx, .odt) or texts (.md, .txt) into it.',
  );
}

function isDocument(name: string): boolean {
  return isDocumentName(name) && !hasEnding(name, '.zip');
}

async function readPart(name: string, bytes: Uint8Array): Promise<WrittenFiles> {
  if (!isDocument(name)) return { blocks: [{ kind: 'file', name, text: readText(bytes) }], left: [] };
  if (!zip.every((byte, index) => bytes[index] === byte)) throw notADocument(name, bytes);
  const { blocks, left } = await read(name, bytes);
  return { blocks: [{ kind: 'file', name }, ...blocks], left };
}

function refusalOf(error: unknown): string | undefined {
  if (error instanceof DocumentRefused) return `${error.message} ${error.advice}`;
  return error instanceof NotAText ? `it ${error.message}` : undefined;
}

async function read(name: string, bytes: Uint8Array): Promise<WrittenDocument> {
  if (name.toLowerCase().endsWith('.odt')) {
    const { readOpenDocument } = await import('../open-document/read-open-document.js');
    return readOpenDocument(bytes);
  }
  const { readWordDocument } = await import('../word/read-word-document.js');
  return readWordDocument(bytes);
}

function notADocument(name: string, bytes: Uint8Array): DocumentRefused {
  const other = otherFormat(bytes);
  const is = other === undefined ? 'no document of a word processor' : `${other}`;
  const advice =
    other === 'an old Word document'
      ? 'Open it in the word processor, without its password if it has one, and save it as .docx or .odt.'
      : other === undefined
        ? 'If it is plain text or Markdown, give it a name that ends in .txt or .md.'
        : 'Open it in the program that it was made with, and save it as .docx or .odt.';
  return new DocumentRefused(
    'not-this-format',
    `This is ${is}, though its name ends in ${endingOf(name)}.`,
    advice,
  );
}

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.'));
}
