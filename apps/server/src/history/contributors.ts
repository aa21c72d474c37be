import type { Contributor } from '@chancery/tei';
import type { Role } from '@chancery/workflow';
import type { PrismaClient } from '../generated/client.js';
import { roleIn } from '../sign-in/role-in.js';
import { clericalClients } from './server-clients.js';

/** What people of each role do to a letter, as the header calls it. */
const doing: Readonly<Record<Role, string>> = {
  transcriber: 'transcription',
  proofreader: 'proofreading',
  editor: 'editing',
  'chief-editor': 'editing',
  reader: 'editing',
};

/**
 * The people who have worked on a letter since the point before `version`; where nobody has, who calls it a point.
 *
 * @param vouches whether who calls it a point is named before all, whoever else has worked on it: who hands a letter on
 */
export async function contributorsTo(
  prisma: PrismaClient,
  letterId: string,
  version: number,
  userId: string,
  vouches = false,
): Promise<Contributor[]> {
  const letter = await prisma.letter.findUniqueOrThrow({
    where: { id: letterId },
    select: { editionId: true },
  });
  const since = await pointBefore(prisma, letterId, version);
  const steps = await prisma.step.findMany({
    where: {
      letterId,
      version: { gt: since, lte: version },
      clientId: { notIn: [...clericalClients] },
    },
    distinct: ['userId'],
    orderBy: { version: 'asc' },
    select: { userId: true },
  });
  const worked = steps.map((step) => step.userId);
  const ids = [...new Set(vouches || worked.length === 0 ? [userId, ...worked] : worked)];
  const users = await prisma.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const contributors: Contributor[] = [];
  for (const id of ids) {
    const name = users.find((user) => user.id === id)?.name;
    const role = await roleIn(prisma, letter.editionId, id);
    if (name !== undefined) contributors.push({ name, resp: doing[role ?? 'editor'] });
  }
  return contributors;
}

async function pointBefore(prisma: PrismaClient, letterId: string, version: number): Promise<number> {
  const latest = { where: { letterId, version: { lt: version } }, orderBy: { version: 'desc' } } as const;
  const [revision, move] = await Promise.all([
    prisma.revision.findFirst({ ...latest, where: { ...latest.where, kind: 'named' } }),
    prisma.stageMove.findFirst({ ...latest, where: { ...latest.where, takenBackAt: null } }),
  ]);
  return Math.max(revision?.version ?? 0, move?.version ?? 0);
}
