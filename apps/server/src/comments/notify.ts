import { isRole, may, type Stage } from '@chancery/workflow';
import type { Prisma } from '../generated/client.js';
import { letterTies } from '../stages/letter-ties.js';

/** What a notification tells: of which kind, to whom, about what, and whose doing it is. */
export interface Told {
  readonly kind: 'mentioned' | 'answered' | 'commented' | 'resolved' | 'reopened';
  readonly to: readonly string[];
  readonly letterId: string;
  readonly threadId: string;
  readonly actorId: string;
  readonly commentId?: string;
}

/** Puts a line into the inbox of each person. */
export async function notify(tx: Prisma.TransactionClient, told: Told): Promise<void> {
  const { kind, to, letterId, threadId, actorId, commentId } = told;
  if (to.length === 0) return;
  await tx.notification.createMany({
    data: to.map((userId) => ({
      userId,
      kind,
      letterId,
      subjectId: threadId,
      actorId,
      payload: commentId === undefined ? {} : { commentId },
    })),
  });
}

/** Those of some people who may read comments on a letter at this stage. */
export async function whoMayComment(
  tx: Prisma.TransactionClient,
  letterId: string,
  stage: Stage,
  people: readonly string[],
): Promise<string[]> {
  if (people.length === 0) return [];
  const members = await tx.membership.findMany({
    where: { userId: { in: [...people] }, edition: { letters: { some: { id: letterId } } } },
    select: { userId: true, role: true },
  });
  const ties = await letterTies(tx, letterId, people);
  return members
    .filter(({ role, userId }) => isRole(role) && may(role, 'comment', stage, ties(userId)))
    .map(({ userId }) => userId);
}
