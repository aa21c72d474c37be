import { unknownHere } from '../authorize.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import { type SentFile, sourceOf } from './sent-source.js';
import { type StoredImport, storedImport } from './stored-import.js';

/**
 * Takes the text of a printed volume, or a document of a word processor, once it can be read. What was sent under the same identifier before stays.
 *
 * @throws {HttpProblem} `text-refused` with what is wrong with the file; `not-found` where the identifier is another's
 */
export async function sendText(
  { prisma, printed }: House,
  { editionId, importId }: { readonly editionId: string | null; readonly importId: string },
  file: SentFile & { readonly userId: string },
): Promise<StoredImport> {
  const { text: source, left } = await sourceOf({ printed }, file);
  await printed.read(source, {}, []);
  await prisma.printedImport.createMany({
    data: [
      {
        id: importId,
        editionId,
        name: file.name,
        source,
        left: left.map((each) => ({ ...each })),
        userId: file.userId,
      },
    ],
    skipDuplicates: true,
  });
  const stored = await storedImport(prisma, importId);
  const isOurs = stored.editionId === editionId && (editionId !== null || stored.userId === file.userId);
  if (!isOurs) throw new HttpProblem('not-found', unknownHere);
  return stored;
}
