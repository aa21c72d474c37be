import { renamedRevisionPatches, revisionPatches, type SourcePatch } from '@chancery/tei';
import { readingWords } from '@chancery/workflow';
import type { House } from '../house.js';
import { latestMove } from '../stages/move-letter.js';
import { contributorsTo } from './contributors.js';
import { day, headerEdit } from './header-edit.js';
import { moveLabel } from './points.js';
import { headerClient, revisionClient } from './server-clients.js';

/** What writing into headers stands on. */
type HeaderHouse = Pick<House, 'prisma' | 'desk' | 'checker'>;

/** Writes the latest move of a letter from stage to stage into its header, with who moved it and the people who worked on it since the last point. */
export async function recordMove(house: HeaderHouse, letterId: string): Promise<void> {
  const move = await latestMove(house.prisma, letterId);
  if (!move) return;
  await amendHeader(house, letterId, {
    userId: move.userId,
    clientId: revisionClient,
    batch: move.id,
    patches: async () => {
      const by = await contributorsTo(house.prisma, letterId, move.version, move.userId, true);
      const point = { when: day(move.createdAt), label: moveLabel(move.from, move.to), by };
      return (source) => revisionPatches(source, point);
    },
  });
}

/** Writes a reading of the verification ledger into the header, with the people who have read. */
export async function recordReading(house: House, letterId: string, readingId: string): Promise<void> {
  const reading = await house.prisma.reading.findUniqueOrThrow({
    where: { id: readingId },
    include: { user: { select: { name: true } }, partner: { select: { name: true } } },
  });
  const { user, partner, method, copy, stage, changes } = reading;
  // The header tells of a reading when all who have read have signed.
  if (partner && reading.partnerSignedAt === null) return;
  const label = readingWords({ method, copy, stage, changes });
  const by = [user, ...(partner ? [partner] : [])].map(({ name }) => ({ name, resp: 'proofreading' }));
  await amendHeader(house, letterId, {
    userId: reading.userId,
    clientId: headerClient,
    batch: reading.id,
    patches: async () => (source) => revisionPatches(source, { when: day(reading.createdAt), label, by }),
  });
}

/** Takes a move that was taken back out of the header again, if it stands there as it was written. */
export async function forgetMove(
  house: House,
  letterId: string,
  moveId: string,
  userId: string,
): Promise<void> {
  const move = await house.prisma.stageMove.findUniqueOrThrow({ where: { id: moveId } });
  const point = { when: day(move.createdAt), label: moveLabel(move.from, move.to) };
  await amendHeader(house, letterId, {
    userId,
    clientId: headerClient,
    batch: `${moveId} back`,
    patches: async () => (source) => renamedRevisionPatches(source, point, null),
  });
}

interface HeaderAmendment {
  readonly userId: string;
  readonly clientId: string;
  readonly batch: string;
  patches(): Promise<(source: string) => SourcePatch[]>;
}

/** It has been done: that a letter cannot be opened just now does not undo it. */
async function amendHeader(house: HeaderHouse, letterId: string, amendment: HeaderAmendment): Promise<void> {
  const { patches, ...author } = amendment;
  try {
    await house.desk.amend(letterId, {
      ...author,
      make: async (open) =>
        (await headerEdit(house.checker, letterId, open, await patches.call(amendment))).steps,
    });
  } catch (error) {
    const why = error instanceof Error ? error.name : 'error';
    console.error(`Letter ${letterId}: it was not written into its header (${why}).`);
  }
  await house.desk.tellChanged(letterId, 'revisions');
}
