import type { House } from '../house.js';
import { type SentFile, sourceOf } from './sent-source.js';
import { type ImportKey, type StoredImport, storedImport } from './stored-import.js';

/**
 * Takes the text of a printed volume, or a document of a word processor, once it can be read. What was sent under the same identifier before stays.
 *
 * @throws {HttpProblem} `text-refused` with what is wrong with the file
 */
export async function sendText(
  { prisma, printed }: House,
  key: ImportKey,
  file: SentFile & { readonly userId: string },
): Promise<StoredImport> {
  const { text: source, left } = await sourceOf({ printed }, file);
  await printed.read(source, {}, []);
  await prisma.printedImport.createMany({
    data: [
      {
        id: key.importId,
        editionId: key.editionId,
        name: file.name,
        source,
        left: left.map((each) => ({ ...each })),
        userId: file.userId,
      },
    ],
    skipDuplicates: true,
  });
  return storedImport(prisma, key);
}
