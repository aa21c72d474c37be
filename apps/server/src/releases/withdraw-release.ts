import { type Actor, audit } from '../audit/audit.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { PrismaClient } from '../generated/client.js';

/**
 * Withdraws a release. It stays stored, and its address says why it was withdrawn; `/edition/` serves the one before it.
 *
 * @throws {HttpProblem} `not-found`; `conflict` when it is not out yet, or was withdrawn already
 */
export async function withdrawRelease(
  prisma: PrismaClient,
  editionId: string,
  number: string,
  actor: Actor,
  reason: string,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const release = await tx.release.findUnique({
      where: { editionId_number: { editionId, number } },
      select: { id: true, releasedAt: true },
    });
    if (!release) throw new HttpProblem('not-found', `There is no release ${number}.`);
    if (!release.releasedAt)
      throw new HttpProblem('conflict', `Release ${number} is not out yet. Wait until its outputs are made.`);
    const { count } = await tx.release.updateMany({
      where: { id: release.id, withdrawnAt: null },
      data: { withdrawnAt: new Date(), withdrawnById: actor.id, withdrawn: reason },
    });
    if (count === 0) throw new HttpProblem('conflict', `Release ${number} has been withdrawn already.`);
    const subject = { kind: 'release', id: release.id, name: number };
    await audit(tx, { editionId, actor, action: 'release-withdrawn', subject });
  });
}
