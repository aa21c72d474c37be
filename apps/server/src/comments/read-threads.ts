import { isRole, may, type Stage } from '@chancery/workflow';
import type { LetterThreads } from '../contract/comment.js';
import type { House } from '../house.js';
import { letterTies } from '../stages/letter-ties.js';
import { followAnchors } from './follow-anchors.js';
import { mentionsIn } from './mentions.js';
import { storedAnchor } from './stored-anchor.js';

/** All that people say of a letter, as one of them may see it; anchors are at the letter's present version. */
export async function readThreads(
  house: House,
  { letterId, personId, stage }: { letterId: string; personId: string; stage: Stage },
): Promise<LetterThreads> {
  await followAnchors(house, letterId);
  const stored = await house.prisma.commentThread.findMany({
    where: { letterId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { comments: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] } },
  });
  const threads = stored.map((thread) => ({
    id: thread.id,
    subject: { kind: thread.subject, id: thread.subjectId },
    anchor: storedAnchor(thread.anchor) ?? null,
    version: thread.version,
    words: thread.words,
    createdById: thread.createdById,
    createdAt: thread.createdAt.toISOString(),
    resolved: thread.resolvedAt && {
      byId: thread.resolvedById ?? '',
      at: thread.resolvedAt.toISOString(),
    },
    comments: thread.comments.map(({ id, authorId, body, createdAt, editedAt, takenBackAt }) => ({
      id,
      authorId,
      body: takenBackAt && authorId !== personId ? '' : body,
      createdAt: createdAt.toISOString(),
      editedAt: editedAt?.toISOString() ?? null,
      takenBack: takenBackAt !== null,
    })),
  }));
  const named = threads.flatMap(({ createdById, resolved, comments }) => [
    createdById,
    ...(resolved ? [resolved.byId] : []),
    ...comments.flatMap(({ authorId, body }) => [authorId, ...mentionsIn(body)]),
  ]);
  return { threads, people: await peopleOf(house, letterId, stage, named) };
}

async function peopleOf(
  house: House,
  letterId: string,
  stage: Stage,
  named: readonly string[],
): Promise<LetterThreads['people']> {
  const memberships = await house.prisma.membership.findMany({
    where: { edition: { letters: { some: { id: letterId } } } },
    select: { role: true, user: { select: { id: true, name: true } } },
  });
  const ties = await letterTies(
    house.prisma,
    letterId,
    memberships.map(({ user }) => user.id),
  );
  const people = new Map<string, LetterThreads['people'][number]>();
  for (const { role, user } of memberships) {
    const mentionable = isRole(role) && may(role, 'comment', stage, ties(user.id));
    if (mentionable || named.includes(user.id)) people.set(user.id, { ...user, mentionable });
  }
  // Who has left the edition is still named where they have written.
  const gone = await house.prisma.user.findMany({
    where: { id: { in: named.filter((id) => !people.has(id)) }, OR: wroteOn(letterId) },
    select: { id: true, name: true },
  });
  for (const user of gone) people.set(user.id, { ...user, mentionable: false });
  return [...people.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** A name is given away only of people who have had to do with the letter, not of anybody whose id is written. */
function wroteOn(letterId: string) {
  return [
    { comments: { some: { thread: { letterId } } } },
    { threads: { some: { letterId } } },
    { resolved: { some: { letterId } } },
    { inbox: { some: { letterId } } },
  ];
}
