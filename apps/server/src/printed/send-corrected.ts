import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import { type SentFile, sourceOf } from './sent-source.js';
import { type StoredImport, storedImport } from './stored-import.js';

/**
 * Puts a corrected text in the place of one that was sent, once it can be read by the same rules and decisions: what is decided of
 * lines that are the same holds. Where letters were made of the former text they stay as they are, until the corrections are brought in.
 *
 * @throws {HttpProblem} `text-refused` with what is wrong with the file; `stale` where somebody has changed what is decided meanwhile
 */
export async function sendCorrected(house: House, importId: string, file: SentFile): Promise<StoredImport> {
  const { prisma, printed } = house;
  const stored = await storedImport(prisma, importId);
  const { text: source, left } = await sourceOf(house, file);
  await printed.read(source, stored.rules, stored.decisions);
  const { count } = await prisma.printedImport.updateMany({
    where: { id: stored.id, version: stored.version },
    data: {
      name: file.name,
      source,
      left: left.map((each) => ({ ...each })),
      corrected: stored.madeId !== null,
      version: stored.version + 1,
    },
  });
  if (count !== 1)
    throw new HttpProblem('stale', 'Somebody else has changed this import. Send the text again.');
  return storedImport(prisma, importId);
}
