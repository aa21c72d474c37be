import { commentLimits, type NewComment } from '../contract/comment.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { Prisma } from '../generated/client.js';
import type { Commenter } from './commenter.js';
import { mentionsIn } from './mentions.js';
import { notify, whoMayComment } from './notify.js';

const idTaken = 'Something else has this id already. Send it again under another one.';
const threadFull = `A thread has at most ${commentLimits.comments} comments. Begin another one at the same place.`;

/**
 * Adds a comment to a thread, and tells those who are mentioned in it, those who have written in the thread, and whose the
 * thing is that the thread is about. Answers whom it has told; nobody, when the comment was there already.
 */
export async function addComment(
  tx: Prisma.TransactionClient,
  { letterId, person, stage }: Commenter,
  threadId: string,
  { id, body }: NewComment,
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
    select: { subject: true, subjectId: true, createdById: true, comments: { select: { authorId: true } } },
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
  const owner = await ownerOf(tx, letterId, thread);
  const owners = owner === undefined || told.includes(owner) ? [] : others([owner]);
  const commented = await whoMayComment(tx, letterId, stage, owners);
  const about = { letterId, threadId, actorId: person.id, commentId: id };
  await notify(tx, { kind: 'mentioned', to: mentioned, ...about });
  await notify(tx, { kind: 'answered', to: answered, ...about });
  await notify(tx, { kind: 'commented', to: commented, ...about });
  return [...told, ...commented];
}

/** Whose the thing is that a thread is about: what is said of it concerns them. */
async function ownerOf(
  tx: Prisma.TransactionClient,
  letterId: string,
  { subject, subjectId }: { readonly subject: string; readonly subjectId: string | null },
): Promise<string | undefined> {
  if (subjectId === null) return undefined;
  const thing =
    subject === 'suggestion'
      ? await tx.suggestion.findFirst({ where: { id: subjectId, letterId }, select: { authorId: true } })
      : subject === 'note'
        ? await tx.noteReview.findFirst({
            where: { letterId, noteId: subjectId },
            select: { authorId: true },
          })
        : null;
  return thing?.authorId ?? undefined;
}
