import { type Actor, audit } from '../audit/audit.js';
import { storeEditionIn } from '../editions/store-edition.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import { readyFiles } from './ready-files.js';
import { requireOpen, storedImport } from './stored-import.js';

/**
 * Makes an edition of a text whose doubts are all decided: volume and letters in one transaction, with whoever brings it in as chief
 * editor.
 *
 * @returns the edition's id
 * @throws {HttpProblem} `conflict` while a doubt is open, or where no letter was found; `stale` where somebody has changed what is
 * decided meanwhile
 */
export async function bringIn(
  { prisma, printed, indexer }: House,
  importId: string,
  actor: Actor & { readonly id: string },
): Promise<string> {
  const stored = await storedImport(prisma, importId);
  requireOpen({ ...stored, corrected: false });
  const reading = await printed.read(stored.source, stored.rules, stored.decisions);
  const edition = await readyFiles(reading);
  const made = await prisma.$transaction(
    async (tx) => {
      const { count } = await tx.printedImport.updateMany({
        where: { id: stored.id, version: stored.version, madeId: null },
        data: { version: stored.version + 1 },
      });
      if (count !== 1)
        throw new HttpProblem('stale', 'Somebody else has changed this import. Look at it again.');
      const stem = edition.volume?.id ?? 'printed-volume';
      const { editionId, added } = await storeEditionIn(tx, edition, {
        newNamed: stem,
        chiefEditorId: actor.id,
      });
      const files = [...(edition.volume ? [edition.volume] : []), ...edition.letters];
      const brought = Object.fromEntries(files.map(({ id }) => [id, 0]));
      await tx.printedImport.update({
        where: { id: stored.id },
        data: { madeId: editionId, brought, editionId: stored.editionId ?? editionId },
      });
      await audit(tx, {
        editionId,
        actor,
        action: 'letters-imported',
        details: { files: added.length, toMend: 0, unchanged: 0 },
      });
      return editionId;
    },
    { timeout: 300_000, maxWait: 30_000 },
  );
  // Whoever brings them in looks at the calendar next.
  await indexer.settledIn(made);
  return made;
}
