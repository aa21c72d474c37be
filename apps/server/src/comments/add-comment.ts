import { commentLimits, type NewComment } from '../contract/comment.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { Prisma } from '../generated/client.js';
import type { Commenter } from './commenter.js';
import { mentionsIn } from './mentions.js';
import { notify, whoMayComment } from './notify.js';

const idTaken = 'Something else has this id already. Send it again under another one.';
const threadFull = `A thread has at most ${commentLimits.comments} comments. Begin another one at the same place.`;

/**
 * Adds a comment to a thread, and tells those who are mentioned in it, those who have written in the thread, and the
 * `owner` of the thing that the thread is about. Answers whom it has told; nobody, when the comment was there already.
 */
export async function addComment(
  tx: Prisma.TransactionClient,
  { letterId, person, stage }: Commenter,
  threadId: string,
  { id, body }: NewComment,
  owner?: string,
): Promise<string[]> {
  const { count } = await tx.comment.createMany({
    data: { id, threadId, authorId: person.id, body },
    skipDuplicates: true,
  });
  if (count === 0) {
    const there = await tx.comment.findUnique({ where: { id }, select: { threadId: true, authorId: true } });
    if (there?.threadId !== threadId || there.authorId !== person.id)
      throw new HttpProblem('bad-request', idTaken);
    return [];
  }
  const thread = await tx.commentThread.findUniqueOrThrow({
    where: { id: threadId },
    select: { createdById: true, comments: { select: { authorId: true } } },
  });
  if (thread.comments.length > commentLimits.comments) throw new HttpProblem('too-large', threadFull);
  const others = (people: readonly string[]) => people.filter((each) => each !== person.id);
  const mentioned = await whoMayComment(tx, letterId, stage, others(mentionsIn(body)));
  const writers = [...new Set([thread.createdById, ...thread.comments.map(({ authorId }) => authorId)])];
  const answered = await whoMayComment(
    tx,
    letterId,
    stage,
    others(writers).filter((each) => !mentioned.includes(each)),
  );
  const told = [...mentioned, ...answered];
  const owners = owner === undefined || told.includes(owner) ? [] : others([owner]);
  const commented = await whoMayComment(tx, letterId, stage, owners);
  const about = { letterId, threadId, actorId: person.id, commentId: id };
  await notify(tx, { kind: 'mentioned', to: mentioned, ...about });
  await notify(tx, { kind: 'answered', to: answered, ...about });
  await notify(tx, { kind: 'commented', to: commented, ...about });
  return [...told, ...commented];
}
