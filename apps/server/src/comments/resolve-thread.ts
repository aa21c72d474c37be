import { may } from '@chancery/workflow';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import type { Commenter } from './commenter.js';
import { notify, whoMayComment } from './notify.js';

const notYours = 'Whoever began a thread may resolve it, and whoever may edit or proofread the letter now.';

/** Resolves a thread or opens it again, and tells whoever began it. Answers whom it has told. */
export async function resolveThread(
  house: House,
  { letterId, person, role, stage, tie }: Commenter,
  threadId: string,
  resolved: boolean,
): Promise<string[]> {
  return house.prisma.$transaction(async (tx) => {
    const thread = await tx.commentThread.findFirst({
      where: { id: threadId, letterId },
      select: { createdById: true },
    });
    if (!thread) throw new HttpProblem('not-found', 'This letter has no such thread.');
    const own = thread.createdById === person.id;
    const works = may(role, 'edit-letter', stage, tie) || may(role, 'record-reading', stage, tie);
    if (!own && !works) throw new HttpProblem('not-allowed', notYours);
    const { count } = await tx.commentThread.updateMany({
      where: { id: threadId, resolvedAt: resolved ? null : { not: null } },
      data: resolved
        ? { resolvedAt: new Date(), resolvedById: person.id }
        : { resolvedAt: null, resolvedById: null },
    });
    if (count === 0 || own) return [];
    const to = await whoMayComment(tx, letterId, stage, [thread.createdById]);
    await notify(tx, {
      kind: resolved ? 'resolved' : 'reopened',
      to,
      letterId,
      threadId,
      actorId: person.id,
    });
    return to;
  });
}
