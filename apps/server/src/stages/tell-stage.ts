import type { Stage } from '@chancery/workflow';
import type { Prisma } from '../generated/client.js';

/** A letter that was handed on or returned, as those are told of it who have it next. */
export interface HandedOver {
  readonly letterId: string;
  readonly moveId: string;
  readonly to: Stage;
  readonly returned: boolean;
  readonly comment: string;
  readonly userId: string;
}

/**
 * Puts a letter's coming into the inbox of whoever has it next: who is assigned to the stage; of a letter that was returned and
 * is assigned to nobody, who handed it on from there. Answers who was told.
 */
export async function tellHandedOver(db: Prisma.TransactionClient, move: HandedOver): Promise<string[]> {
  const { letterId, moveId, to, returned, comment, userId } = move;
  const assigned = await db.assignment.findUnique({
    where: { letterId_stage: { letterId, stage: to } },
    select: { userId: true },
  });
  const before =
    assigned || !returned
      ? null
      : await db.stageMove.findFirst({
          where: { letterId, from: to, id: { not: moveId }, takenBackAt: null },
          orderBy: { createdAt: 'desc' },
          select: { userId: true },
        });
  const next = (assigned ?? before)?.userId;
  if (next === undefined || next === userId) return [];
  await db.notification.create({
    data: {
      userId: next,
      kind: returned ? 'returned' : 'handed-on',
      letterId,
      subjectId: moveId,
      actorId: userId,
      payload: { stage: to, words: comment },
    },
  });
  return [next];
}

/** Asks the second person of a reading to sign it, in their inbox. Answers who was asked. */
export async function askToSign(
  db: Prisma.TransactionClient,
  reading: {
    readonly id: string;
    readonly letterId: string;
    readonly userId: string;
    readonly partnerId: string | null;
  } & {
    readonly stage: string;
    readonly changes: string;
  },
): Promise<string[]> {
  const { id, letterId, userId, partnerId, stage, changes } = reading;
  if (partnerId === null) return [];
  await db.notification.create({
    data: {
      userId: partnerId,
      kind: 'to-sign',
      letterId,
      subjectId: id,
      actorId: userId,
      payload: { stage, words: changes },
    },
  });
  return [partnerId];
}

/** What was assigned to somebody at once. */
export interface Assigned {
  readonly userId: string;
  readonly assignedById: string;
  readonly letters: readonly { readonly letterId: string; readonly stage: Stage }[];
  readonly dueOn: string | null;
}

/** Tells somebody that letters were assigned to them: one by its name, several by their number. Answers who was told. */
export async function tellAssigned(db: Prisma.TransactionClient, assigned: Assigned): Promise<string[]> {
  const { userId, assignedById, letters, dueOn } = assigned;
  const [first] = letters;
  if (!first || userId === assignedById) return [];
  const one = letters.length === 1;
  await db.notification.create({
    data: {
      userId,
      kind: 'assigned',
      letterId: one ? first.letterId : null,
      actorId: assignedById,
      payload: { dueOn, ...(one ? { stage: first.stage } : { count: letters.length }) },
    },
  });
  return [userId];
}
