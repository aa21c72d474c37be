import { NotAText, readText } from '@chancery/importing';
import { isDocumentName, type WrittenSource } from '@chancery/importing/node';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';

/** A file as it was sent. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The text of a file that was sent: of a document of a word processor, what is read from it.
 *
 * @throws {HttpProblem} `text-refused` with what is wrong with the file
 */
export async function sourceOf(
  { printed }: Pick<House, 'printed'>,
  { name, bytes }: SentFile,
): Promise<WrittenSource> {
  if (isDocumentName(name)) return printed.document(name, bytes);
  try {
    return { text: readText(bytes), left: [] };
  } catch (error) {
    throw error instanceof NotAText ? new HttpProblem('text-refused', `“${name}” ${error.message}`) : error;
  }
}
