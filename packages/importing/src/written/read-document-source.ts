import { otherFormat } from '../other-format.js';
import { DocumentRefused } from './open-package.js';
import { writeSource } from './write-source.js';
import type { WrittenDocument, WrittenSource } from './written-document.js';

/** The endings of the documents of word processors that are read. */
export const documentEndings = ['.docx', '.odt'] as const;

const zip = [0x50, 0x4b, 0x03, 0x04];

/** Whether a file is to be read as a document of a word processor, by its name. */
export function isDocumentName(name: string): boolean {
  return documentEndings.some((ending) => name.toLowerCase().endsWith(ending));
}

/**
 * The text of a document of a word processor (DOCX or ODT), as the importer of printed volumes takes it, with the account of what is not in it.
 *
 * @param name of the file; its ending says the format
 * @throws {DocumentRefused} when it cannot be read; the message says why, its `advice` what to do
 * @example
 * const { text, left } = await readDocumentSource('volume.docx', await readFile('volume.docx'));
 */
export async function readDocumentSource(name: string, bytes: Uint8Array): Promise<WrittenSource> {
  if (!zip.every((byte, index) => bytes[index] === byte)) throw notADocument(name, bytes);
  return writeSource(await read(name, bytes));
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
