import { isReturn, isStage, stageLabel } from '@chancery/workflow';
import type { RevisionPoint } from '../contract/history.js';
import type { PrismaClient } from '../generated/client.js';

const person = { select: { id: true, name: true } } as const;

/** The names of a letter’s versions and its moves from stage to stage, in the order of the versions. */
export async function pointsOf(prisma: PrismaClient, letterId: string): Promise<RevisionPoint[]> {
  const [revisions, moves] = await Promise.all([
    prisma.revision.findMany({ where: { letterId }, include: { user: person, renamedBy: person } }),
    prisma.stageMove.findMany({ where: { letterId, takenBackAt: null }, include: { user: person } }),
  ]);
  const points = [
    ...revisions.map(asPoint),
    ...moves.map(
      ({ id, from, to, version, user, createdAt }): RevisionPoint => ({
        id,
        kind: 'stage',
        version,
        label: moveLabel(from, to),
        by: user,
        at: createdAt.toISOString(),
        renamed: null,
      }),
    ),
  ];
  return points.sort((a, b) => a.version - b.version || a.at.localeCompare(b.at));
}

interface StoredRevision {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly label: string;
  readonly createdAt: Date;
  readonly renamedAt: Date | null;
  readonly user: { id: string; name: string } | null;
  readonly renamedBy: { id: string; name: string } | null;
}

/** A stored revision as the desk is told of it. */
export function asPoint(stored: StoredRevision): RevisionPoint {
  const { id, kind, version, label, user, createdAt, renamedAt, renamedBy } = stored;
  return {
    id,
    kind: kind === 'restored' ? 'restored' : 'named',
    version,
    label,
    by: user,
    at: createdAt.toISOString(),
    renamed: renamedAt ? { by: renamedBy, at: renamedAt.toISOString() } : null,
  };
}

/** “Passed from transcription to first proof”. */
export function moveLabel(from: string, to: string): string {
  if (!isStage(from) || !isStage(to)) return 'Passed to another stage';
  const words = `from ${stageLabel(from).toLowerCase()} to ${stageLabel(to).toLowerCase()}`;
  return `${isReturn(from, to) ? 'Returned' : 'Passed'} ${words}`;
}
