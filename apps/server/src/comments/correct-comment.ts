import type { Correction } from '../contract/comment.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import type { Commenter } from './commenter.js';
import { mentionsIn } from './mentions.js';
import { notify, whoMayComment } from './notify.js';

const notOwn = 'Only its author may correct a comment or take it back.';

/**
 * Gives one's own comment another wording, takes it back, or puts it back: nobody else may. Those are told who are
 * mentioned in it for the first time. Answers whom it has told.
 */
export async function correctComment(
  house: House,
  { letterId, person, stage }: Commenter,
  commentId: string,
  correction: Correction,
): Promise<string[]> {
  return house.prisma.$transaction(async (tx) => {
    const comment = await tx.comment.findFirst({
      where: { id: commentId, thread: { letterId } },
      select: { authorId: true, body: true, threadId: true },
    });
    if (!comment) throw new HttpProblem('not-found', 'This letter has no such comment.');
    if (comment.authorId !== person.id) throw new HttpProblem('not-allowed', notOwn);
    if ('takenBack' in correction) {
      const takenBackAt = correction.takenBack ? new Date() : null;
      await tx.comment.update({ where: { id: commentId }, data: { takenBackAt } });
      return [];
    }
    const { body } = correction;
    if (body === comment.body) return [];
    await tx.comment.update({ where: { id: commentId }, data: { body, editedAt: new Date() } });
    const known = [person.id, ...mentionsIn(comment.body)];
    const first = mentionsIn(body).filter((id) => !known.includes(id));
    const to = await whoMayComment(tx, letterId, stage, first);
    await notify(tx, {
      kind: 'mentioned',
      to,
      letterId,
      threadId: comment.threadId,
      actorId: person.id,
      commentId,
    });
    return to;
  });
}
