import { isReturn, stages } from '@chancery/workflow';
import type { QueueEntry } from '../contract/stage.js';
import { storedMetadata } from '../editions/stored-metadata.js';
import type { PrismaClient } from '../generated/client.js';
import { stageOf } from './standing.js';

/** How many letters a queue shows. */
const most = 500;

/** A day as `YYYY-MM-DD`. */
export function dayOf(date: Date | null): string | null {
  return date ? date.toISOString().slice(0, 10) : null;
}

/**
 * The letters that are assigned to a person: those that wait, being at the stage that they are assigned for, and then those that
 * are still to come to it. What is due first stands first; what has no day stands last, in the order in which it came.
 *
 * @param today as `YYYY-MM-DD`: what was due before is overdue
 */
export async function workQueue(prisma: PrismaClient, userId: string, today: string): Promise<QueueEntry[]> {
  const assigned = await prisma.$queryRaw<
    { letterId: string; dueOn: Date | null; stage: string; waits: boolean }[]
  >`
    SELECT assignment."letterId", assignment."dueOn", assignment.stage, letter.stage = assignment.stage AS waits
    FROM assignment
    JOIN letter ON letter.id = assignment."letterId"
    JOIN membership ON membership."editionId" = letter."editionId" AND membership."userId" = assignment."userId"
    WHERE assignment."userId" = ${userId}
      AND array_position(${[...stages]}, assignment.stage) >= array_position(${[...stages]}, letter.stage)
    ORDER BY waits DESC, assignment."dueOn" ASC NULLS LAST, assignment."createdAt" ASC, letter.position ASC
    LIMIT ${most}`;
  const letters = await prisma.letter.findMany({
    where: { id: { in: assigned.map(({ letterId }) => letterId) } },
    select: {
      id: true,
      stage: true,
      metadata: true,
      errorCount: true,
      warningCount: true,
      touched: true,
      edition: { select: { id: true, title: true } },
      stageMoves: {
        where: { takenBackAt: null },
        orderBy: { createdAt: 'desc' },
        take: 1,
        select: { comment: true, from: true, to: true, user: { select: { id: true, name: true } } },
      },
    },
  });
  const byId = new Map(letters.map((letter) => [letter.id, letter]));
  return assigned.flatMap(({ letterId, dueOn, stage, waits }): QueueEntry[] => {
    const letter = byId.get(letterId);
    if (!letter) return [];
    const { letter: metadata, volume } = storedMetadata(letter.metadata);
    const [came] = letter.stageMoves;
    const due = dayOf(dueOn);
    return [
      {
        letterId,
        editionId: letter.edition.id,
        editionTitle: letter.edition.title,
        number: metadata.number ? { text: metadata.number.text, supplied: metadata.number.supplied } : null,
        title: volume?.title ?? metadata.title?.text ?? metadata.headerTitle ?? letterId,
        stage: stageOf(letter.stage),
        assignedFor: stageOf(stage),
        waits,
        dueOn: due,
        overdue: waits && due !== null && due < today,
        comment:
          waits && came && came.comment !== ''
            ? { text: came.comment, by: came.user, returned: isReturn(stageOf(came.from), stageOf(came.to)) }
            : null,
        findings:
          letter.errorCount === null
            ? null
            : { errors: letter.errorCount, warnings: letter.warningCount ?? 0 },
        touched: letter.touched,
      },
    ];
  });
}
