import { isNoteState, noteDecisionsOf, noteStateAfter, type Role } from '@chancery/workflow';
import { auditLetter } from '../audit/audit.js';
import type { NoteDecisionRequest, NoteReadRequest } from '../contract/note.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { Prisma, PrismaClient } from '../generated/client.js';
import type { NoteName } from './note-name.js';
import { takeable } from './takeable.js';
import { tellOfNote } from './tell-of-note.js';

/** What the log and the inboxes say of a decision. */
const decisions = {
  send: { action: 'note-sent', kind: undefined },
  return: { action: 'note-returned', kind: 'note-returned' },
  approve: { action: 'note-approved', kind: 'note-approved' },
} as const;

interface Reviewer {
  readonly id: string;
  readonly role: Role | undefined;
}

/**
 * Decides of a note as it was seen. Answers who was told.
 *
 * @throws {HttpProblem} `stale` when it is in another wording or state by now, `not-allowed`, `bad-request` for a return
 * without words
 */
export async function decideNote(
  prisma: PrismaClient,
  note: NoteName,
  { decision, version, state, comment }: NoteDecisionRequest,
  person: Reviewer,
): Promise<string[]> {
  const { letterId, noteId } = note;
  if (comment === '' && decision === 'return')
    throw new HttpProblem('bad-request', 'Say why the note is returned.');
  return await prisma.$transaction(async (db) => {
    const review = await lockedReview(db, note);
    const made = { letterId, noteId, kind: decision, from: review.state, version: review.version };
    if (review.version !== version || review.state !== state)
      throw new HttpProblem('stale', `Changed while you were reading. Version ${review.version} is shown.`);
    const to = noteStateAfter(state, decision);
    if (!to || !noteDecisionsOf(person.role, state, review.authorId === person.id).includes(decision))
      throw new HttpProblem(
        'not-allowed',
        to ? 'This wording is yours. Somebody else has to approve it.' : 'The note is not in review.',
      );
    const unread = decision === 'approve' ? await unreadBy(db, note, person.id, version) : 0;
    await db.noteEvent.create({
      data: { ...made, comment, unread, approvedBefore: review.approvedVersion, userId: person.id },
    });
    await db.noteReview.update({
      where: { letterId_noteId: { letterId, noteId } },
      data: {
        state: to,
        changedAt: new Date(),
        ...(decision === 'approve' ? { approvedVersion: version } : {}),
      },
    });
    const { action, kind } = decisions[decision];
    await auditLetter(db, { letterId, personId: person.id, action, details: { note: noteId, version } });
    return kind ? tellOfNote(db, note, { kind, by: person.id, words: comment }) : [];
  });
}

/**
 * Takes the latest decision back.
 *
 * @throws {HttpProblem} `stale` where there is none any more that this person may take back
 */
export async function takeNoteDecisionBack(
  prisma: PrismaClient,
  note: NoteName,
  person: Reviewer,
): Promise<void> {
  const { letterId, noteId } = note;
  await prisma.$transaction(async (db) => {
    const review = await lockedReview(db, note);
    const events = await db.noteEvent.findMany({
      where: { letterId, noteId },
      orderBy: { createdAt: 'asc' },
    });
    const event = takeable(events, review, person);
    if (!event)
      throw new HttpProblem(
        'stale',
        'There is no decision of this note that you can take back as it stands now.',
      );
    await db.noteEvent.update({ where: { id: event.id }, data: { takenBackAt: new Date() } });
    await db.noteReview.update({
      where: { letterId_noteId: { letterId, noteId } },
      data: { state: event.from, approvedVersion: event.approvedBefore, changedAt: new Date() },
    });
    const details = { note: noteId, version: event.version };
    await auditLetter(db, { letterId, personId: person.id, action: 'note-decision-taken-back', details });
  });
}

/** Enters that somebody has read a callout in context, with the wording that the note has. */
export async function readCallout(
  prisma: PrismaClient,
  { letterId, noteId }: NoteName,
  { callout, version }: NoteReadRequest,
  userId: string,
): Promise<void> {
  const key = { letterId, noteId, userId, callout };
  await prisma.noteReading.upsert({
    where: { letterId_noteId_userId_callout: key },
    create: { ...key, version },
    update: { version },
  });
}

async function unreadBy(
  db: Prisma.TransactionClient,
  { editionId, letterId, noteId }: NoteName,
  userId: string,
  version: number,
): Promise<number> {
  const file = await db.letter.findUniqueOrThrow({ where: { id: letterId }, select: { path: true } });
  const [callouts, read] = await Promise.all([
    db.letterCallout.count({ where: { editionId, path: file.path, noteId } }),
    db.noteReading.count({ where: { letterId, noteId, userId, version } }),
  ]);
  return Math.max(0, callouts - read);
}

/** Holds the review until the transaction ends: of two who decide at once, the second sees what the first has done. */
async function lockedReview(db: Prisma.TransactionClient, { editionId, letterId, noteId }: NoteName) {
  const [review] = await db.$queryRaw<
    { state: string; version: number; approvedVersion: number | null; authorId: string | null }[]
  >`SELECT review.state, review.version, review."approvedVersion", review."authorId"
    FROM note_review AS review JOIN letter ON letter.id = review."letterId"
    WHERE review."letterId" = ${letterId} AND review."noteId" = ${noteId} AND letter."editionId" = ${editionId}
    FOR UPDATE OF review`;
  if (!review || !isNoteState(review.state))
    throw new HttpProblem('not-found', 'The edition has no such note any more.');
  return { ...review, state: review.state };
}
