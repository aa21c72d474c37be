import { isDeepStrictEqual } from 'node:util';
import type { ImportedFile, SeriesFrame } from '@chancery/importing';
import { type Actor, audit } from '../../audit/audit.js';
import type { Prisma, PrismaClient } from '../../generated/client.js';
import { LettersDiffer, storeEditionIn } from '../store-edition.js';
import { type DatedFrame, frameToStore, storedFrame, storedFrames } from '../stored-frame.js';

/** A series that is to have other documents than it has. */
export interface ReshapedSeries {
  /** As it is stored. */
  readonly path: string;
  readonly there: SeriesFrame;
  readonly frame: SeriesFrame;
  readonly added: readonly string[];
  readonly takenOut: readonly string[];
  readonly putBack: readonly string[];
}

interface StoreAdded {
  readonly letters: readonly ImportedFile[];
  readonly series: readonly ReshapedSeries[];
  /** Whose decision it is that documents leave a series, or come back. */
  readonly by: { readonly name: string; readonly email: string };
  /** Who does it. */
  readonly actor: Actor;
}

/**
 * Stores letters that are new, those of series at their places among the others, and what documents series are to have. A letter whose
 * document leaves its series stays, in a file of its own. All of it or nothing.
 *
 * @throws {LettersDiffer} when somebody has stored one of them, or of the series, meanwhile
 */
export async function storeAdded(
  prisma: PrismaClient,
  editionId: string,
  { letters, series, by, actor }: StoreAdded,
): Promise<void> {
  await prisma.$transaction(
    async (tx) => {
      await storeEditionIn(tx, { volume: undefined, letters }, { editionId });
      for (const { path, there, frame, added, takenOut, putBack } of series) {
        const where = { editionId_path: { editionId, path } };
        const row = await tx.seriesFile.findUniqueOrThrow({ where, select: { frame: true } });
        if (!isDeepStrictEqual(storedFrame(row.frame), there)) throw new LettersDiffer(editionId, [path]);
        const isDecided = takenOut.length + putBack.length > 0;
        const present: DatedFrame = isDecided
          ? { ...frame, since: { at: new Date().toISOString(), by } }
          : frame;
        await tx.seriesFile.update({
          where,
          data: { frame: frameToStore(present, storedFrames(row.frame)) },
        });
        await placeWithin(tx, editionId, frame, new Set([...added, ...putBack]));
        if (!isDecided) continue;
        const details = { file: path, left: takenOut.length, back: putBack.length };
        await audit(tx, { editionId, actor, action: 'series-reshaped', details });
      }
      if (letters.length === 0) return;
      const details = { files: letters.length, toMend: 0, unchanged: 0 };
      await audit(tx, { editionId, actor, action: 'letters-imported', details });
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
