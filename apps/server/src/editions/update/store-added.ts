import { isDeepStrictEqual } from 'node:util';
import type { ImportedFile, SeriesFrame } from '@chancery/importing';
import { audit, commandLine } from '../../audit/audit.js';
import type { Prisma, PrismaClient } from '../../generated/client.js';
import { LettersDiffer, storeEditionIn } from '../store-edition.js';
import { frameToStore, storedFrames } from '../stored-frame.js';

/** A series to which documents were added. */
export interface GrownSeries {
  /** As it is stored. */
  readonly path: string;
  readonly there: SeriesFrame;
  readonly frame: SeriesFrame;
  readonly added: readonly string[];
}

/**
 * Stores letters that are new, those of series at their places among the others. All of it or nothing.
 *
 * @throws {LettersDiffer} when somebody has stored one of them, or of the series, meanwhile
 */
export async function storeAdded(
  prisma: PrismaClient,
  editionId: string,
  letters: readonly ImportedFile[],
  series: readonly GrownSeries[],
): Promise<void> {
  await prisma.$transaction(
    async (tx) => {
      await storeEditionIn(tx, { volume: undefined, letters }, { editionId });
      for (const { path, there, frame, added } of series) {
        const where = { editionId_path: { editionId, path } };
        const row = await tx.seriesFile.findUniqueOrThrow({ where, select: { frame: true } });
        const frames = storedFrames(row.frame);
        if (!isDeepStrictEqual(frames.at(-1), there)) throw new LettersDiffer(editionId, [path]);
        await tx.seriesFile.update({ where, data: { frame: frameToStore(frame, frames) } });
        await placeWithin(tx, editionId, frame, new Set(added));
      }
      const details = { files: letters.length, toMend: 0, unchanged: 0 };
      await audit(tx, { editionId, actor: commandLine, action: 'letters-imported', details });
    },
    { timeout: 300_000, maxWait: 30_000 },
  );
}

/** Puts each document that was added behind the one that it follows in its series. */
async function placeWithin(
  tx: Prisma.TransactionClient,
  editionId: string,
  { documents }: SeriesFrame,
  added: ReadonlySet<string>,
): Promise<void> {
  const letters = await tx.letter.findMany({
    where: { editionId, position: { gte: 0 } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, position: true },
  });
  const byName = new Map(letters.map((letter) => [letter.name, letter]));
  const order = letters.filter(({ name }) => !added.has(name));
  documents.forEach(({ id }, index) => {
    const letter = byName.get(id);
    if (!letter || !added.has(id)) return;
    const before = documents[index - 1];
    const next = documents.slice(index + 1).find((each) => !added.has(each.id));
    const at = before
      ? order.findIndex(({ name }) => name === before.id) + 1
      : order.findIndex(({ name }) => name === next?.id);
    order.splice(at < 0 ? order.length : at, 0, letter);
  });
  const moved = order.flatMap(({ id, position }, index) => (position === index ? [] : [{ id, index }]));
  const ids = moved.map(({ id }) => id);
  const positions = moved.map(({ index }) => index);
  await tx.$executeRaw`
    UPDATE letter SET position = moved.position
    FROM unnest(${ids}::text[], ${positions}::int[]) AS moved (id, position) WHERE letter.id = moved.id`;
}
