import type { ImportedFile } from '@chancery/importing';
import { may } from '@chancery/workflow';
import { type Actor, audit } from '../audit/audit.js';
import { unknownHere } from '../authorize.js';
import type { Corrections } from '../contract/printed-import.js';
import { storeEditionIn } from '../editions/store-edition.js';
import { bringChange } from '../editions/update/bring-change.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import { roleIn } from '../sign-in/role-in.js';
import { matchLetters } from './match-letters.js';
import { readyFiles } from './ready-files.js';
import { storedImport } from './stored-import.js';

/**
 * Brings a corrected text into the edition that was made of the former one: a letter that nobody has edited takes its new text as a
 * revision; where somebody has, what is different is suggested. One whose number or day was corrected is known by its words. Letters
 * that the corrected text has more are added, unless they may be one that is there; one that it has no more stays. Brought in again, it changes nothing again.
 *
 * @throws {HttpProblem} `conflict` while a doubt is open or no corrected text waits, `not-found` where the person has no right in
 * that edition, `stale` where somebody has changed what is decided meanwhile
 */
export async function bringCorrections(
  house: House,
  importId: string,
  person: Actor & { readonly id: string },
): Promise<Corrections> {
  const { prisma, printed, indexer } = house;
  const stored = await storedImport(prisma, importId);
  const { madeId } = stored;
  if (madeId === null || !stored.corrected)
    throw new HttpProblem('conflict', 'No corrected text waits here. Send one first.');
  const role = await roleIn(prisma, madeId, person.id);
  if (role === undefined || !may(role, 'import-letters')) throw new HttpProblem('not-found', unknownHere);
  const edition = await readyFiles(await printed.read(stored.source, stored.rules, stored.decisions));
  const there = await prisma.letter.findMany({
    where: { editionId: madeId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, path: true, kind: true, source: true },
  });
  const { files, doubtful } = matchLetters(
    there.filter(({ kind }) => kind !== 'front'),
    [...(edition.volume ? [edition.volume] : []), ...edition.letters],
  );
  const byName = new Map(there.map((letter) => [letter.name, letter]));
  const brought = { ...stored.brought };
  const taken: string[] = [];
  const suggested: string[] = [];
  const beside: string[] = [];
  let suggestions = 0;
  for (const file of files) {
    const letter = byName.get(file.id);
    if (!letter) continue;
    const change = { letterId: letter.id, version: brought[file.id] ?? 0, source: file.source, person };
    const came = await bringChange(house, { ...change, reason: 'From the corrected source' });
    if (came.outcome === 'taken') {
      brought[file.id] = came.version;
      taken.push(file.path);
    }
    if (came.outcome === 'suggested') suggested.push(file.path);
    if (came.outcome === 'not-compared') beside.push(file.path);
    suggestions += came.suggestions;
  }
  const named = new Set(files.map(({ id }) => id));
  // Of what was brought in before this was kept, every letter counts.
  const known = Object.keys(stored.brought);
  const before = new Set(known.length > 0 ? known : byName.keys());
  const missing = there.filter(({ name }) => before.has(name) && !named.has(name)).map(({ path }) => path);
  const fresh = files.filter(({ id, kind }) => kind === 'letter' && !byName.has(id));
  // One that may be a letter of the desk would be there twice.
  const added = fresh.filter(({ id }) => !doubtful.has(id));
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.printedImport.updateMany({
      where: { id: stored.id, version: stored.version },
      data: { version: stored.version + 1, corrected: false, brought },
    });
    if (count !== 1)
      throw new HttpProblem(
        'stale',
        'Somebody else has changed this import. Bring the corrections in again.',
      );
    if (added.length > 0)
      await storeEditionIn(tx, { volume: undefined, letters: added }, { editionId: madeId });
    const details = { files: taken.length, suggestions };
    await audit(tx, { editionId: madeId, actor: person, action: 'letters-updated', details });
  });
  await indexer.settledIn(madeId);
  const paths = (some: readonly ImportedFile[]) => some.map(({ path }) => path);
  return {
    editionId: madeId,
    taken,
    suggested,
    suggestions,
    added: paths(added),
    missing,
    notAdded: paths(fresh.filter(({ id }) => doubtful.has(id))),
    notCompared: beside,
  };
}
