import { NotAText, readText } from '@chancery/importing';
import { isDocumentName, type WrittenSource } from '@chancery/importing/node';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import { type ImportKey, type StoredImport, storedImport } from './stored-import.js';

/**
 * Takes the text of a printed volume, or a document of a word processor, once it can be read. What was sent under the same identifier before stays.
 *
 * @throws {HttpProblem} `text-refused` with what is wrong with the file
 */
export async function sendText(
  { prisma, printed }: House,
  key: ImportKey,
  { name, bytes, userId }: { readonly name: string; readonly bytes: Uint8Array; readonly userId: string },
): Promise<StoredImport> {
  const { text: source, left }: WrittenSource = isDocumentName(name)
    ? await printed.document(name, bytes)
    : { text: textOf(name, bytes), left: [] };
  await printed.read(source, {}, []);
  await prisma.printedImport.createMany({
    data: [
      {
        id: key.importId,
        editionId: key.editionId,
        name,
        source,
        left: left.map((each) => ({ ...each })),
        userId,
      },
    ],
    skipDuplicates: true,
  });
  return storedImport(prisma, key);
}

function textOf(name: string, bytes: Uint8Array): string {
  try {
    return readText(bytes);
  } catch (error) {
    throw error instanceof NotAText ? new HttpProblem('text-refused', `“${name}” ${error.message}`) : error;
  }
}
