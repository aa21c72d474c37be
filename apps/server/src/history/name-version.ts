import { randomUUID } from 'node:crypto';
import { renamedRevisionPatches, revisionPatches } from '@chancery/tei';
import type { NamedVersion } from '../contract/history.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { PrismaClient } from '../generated/client.js';
import type { House } from '../house.js';
import { contributorsTo } from './contributors.js';
import { day, headerEdit } from './header-edit.js';
import { asPoint } from './points.js';
import { headerClient, revisionClient } from './server-clients.js';

/** Somebody gives a version of a letter a name. */
export interface Naming {
  readonly letterId: string;
  readonly userId: string;
  readonly label: string;
  /** The letter as it is now, if it is not said. */
  readonly version?: number | undefined;
}

const withPeople = {
  user: { select: { id: true, name: true } },
  renamedBy: { select: { id: true, name: true } },
} as const;

/**
 * Names a version, and writes it into the letter's header with the people who worked on it since the last point. A version that has a
 * name already is renamed.
 *
 * @throws {HttpProblem} `not-found` when the letter has no such version
 */
export async function nameVersion(house: House, naming: Naming): Promise<NamedVersion> {
  const { prisma, desk } = house;
  const { letterId, userId, label } = naming;
  const letter = await prisma.letter.findUnique({ where: { id: letterId }, select: { version: true } });
  const asked = naming.version ?? letter?.version ?? -1;
  if (!letter || asked < 0 || asked > letter.version) {
    throw new HttpProblem('not-found', 'The letter has no such version.');
  }
  const named = await prisma.revision.findUnique({
    where: { letterId_version_kind: { letterId, version: asked, kind: 'named' } },
  });
  if (named) return renameVersion(house, { letterId, revisionId: named.id, userId, label });

  const isPresent = asked === letter.version;
  const when = await dayOf(prisma, letterId, isPresent ? undefined : asked);
  const id = randomUUID();
  let stored = false;
  let notInTei: string | null = null;
  let version = asked;
  await desk.amend(letterId, {
    userId,
    clientId: isPresent ? revisionClient : headerClient,
    batch: id,
    make: async (open, now) => {
      if (isPresent) version = now;
      const by = await contributorsTo(prisma, letterId, version, userId);
      const edit = await headerEdit(house.checker, letterId, open, (source) =>
        revisionPatches(source, { when, label, by }),
      );
      notInTei = edit.whyNot;
      if (isPresent) version = now + edit.steps.length;
      return edit.steps;
    },
    alongside: async (client) => {
      await client.query(
        `INSERT INTO revision (id, "letterId", version, kind, label, "userId") VALUES ($1, $2, $3, 'named', $4, $5)
         ON CONFLICT ("letterId", version, kind) DO NOTHING`,
        [id, letterId, version, label, userId],
      );
      stored = true;
    },
  });
  if (!stored) {
    const data = { id, letterId, version, kind: 'named', label, userId };
    await prisma.revision.createMany({ data: [data], skipDuplicates: true });
  }
  await desk.tellChanged(letterId, 'revisions');
  return { point: await pointAt(prisma, letterId, version), notInTei };
}

/**
 * Gives a name that a version has another wording, here and in the header if it stands there as it was written.
 *
 * @throws {HttpProblem} `not-found` when the letter has no such revision
 */
export async function renameVersion(
  house: House,
  {
    letterId,
    revisionId,
    userId,
    label,
  }: { letterId: string; revisionId: string; userId: string; label: string },
): Promise<NamedVersion> {
  const { prisma, desk } = house;
  const revision = await prisma.revision.findFirst({ where: { id: revisionId, letterId, kind: 'named' } });
  if (!revision) throw new HttpProblem('not-found', 'The letter has no such revision.');
  let notInTei: string | null = null;
  if (revision.label !== label) {
    const when = await dayOf(prisma, letterId, revision.version);
    await desk.amend(letterId, {
      userId,
      clientId: headerClient,
      batch: randomUUID(),
      make: async (open) => {
        const edit = await headerEdit(house.checker, letterId, open, (source) =>
          renamedRevisionPatches(source, { when, label: revision.label }, label),
        );
        notInTei = edit.whyNot;
        return edit.steps;
      },
    });
    await prisma.revision.update({
      where: { id: revisionId },
      data: { label, renamedAt: new Date(), renamedById: userId },
    });
    await desk.tellChanged(letterId, 'revisions');
  }
  return { point: await pointAt(prisma, letterId, revision.version), notInTei };
}

async function pointAt(prisma: PrismaClient, letterId: string, version: number) {
  return asPoint(
    await prisma.revision.findUniqueOrThrow({
      where: { letterId_version_kind: { letterId, version, kind: 'named' } },
      include: withPeople,
    }),
  );
}

/** The day on which a version was made; today for one that is being made. */
async function dayOf(prisma: PrismaClient, letterId: string, version: number | undefined): Promise<string> {
  if (version === undefined) return day(new Date());
  const step = await prisma.step.findUnique({
    where: { letterId_version: { letterId, version } },
    select: { createdAt: true },
  });
  const letter = await prisma.letter.findUniqueOrThrow({
    where: { id: letterId },
    select: { createdAt: true },
  });
  return day(step?.createdAt ?? letter.createdAt);
}
