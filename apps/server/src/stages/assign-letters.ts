import { isRole, mayMove, type Stage, stageAfter } from '@chancery/workflow';
import { auditLetter } from '../audit/audit.js';
import type { AssignRequest, BulkOutcome } from '../contract/stage.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { PrismaClient } from '../generated/client.js';
import { inWords } from './move-letter.js';
import { stageOf } from './standing.js';

/**
 * Assigns letters of an edition to a member, or to nobody, each for a stage: all that can be assigned are, and of each other it
 * is said why not.
 *
 * @throws {HttpProblem} `bad-request` when the person does not belong to the edition
 */
export async function assignLetters(
  prisma: PrismaClient,
  editionId: string,
  request: AssignRequest,
  assignedById: string,
): Promise<BulkOutcome> {
  const { letterIds, userId, dueOn } = request;
  const letters = await prisma.letter.findMany({
    where: { editionId, id: { in: letterIds } },
    select: { id: true, stage: true },
  });
  const member = userId === null ? undefined : await memberOf(prisma, editionId, userId);
  const role = member?.role;
  const done: string[] = [];
  const refused: BulkOutcome['refused'] = letterIds
    .filter((id) => !letters.some((letter) => letter.id === id))
    .map((letterId) => ({ letterId, why: 'There is no such letter in this edition.' }));
  const stages = new Map<string, Stage>();
  for (const { id, stage } of letters) {
    const at = request.stage === 'current' ? stageOf(stage) : request.stage;
    const next = stageAfter(at);
    if (role !== undefined && (next === undefined || !mayMove(role, at, next)))
      refused.push({ letterId: id, why: `Somebody of this role has no work in ${inWords(at)}.` });
    else stages.set(id, at);
  }
  await prisma.$transaction(async (db) => {
    for (const [letterId, stage] of stages) {
      if (userId === null) {
        await db.assignment.deleteMany({ where: { letterId, stage } });
      } else {
        const assigned = { userId, assignedById, dueOn: dueOn === null ? null : new Date(dueOn) };
        await db.assignment.upsert({
          where: { letterId_stage: { letterId, stage } },
          create: { letterId, stage, ...assigned },
          update: assigned,
        });
      }
      const details = { stage, to: member?.name ?? null };
      await auditLetter(db, { letterId, personId: assignedById, action: 'letter-assigned', details });
      done.push(letterId);
    }
  });
  return { done, refused };
}

async function memberOf(prisma: PrismaClient, editionId: string, userId: string) {
  const membership = await prisma.membership.findUnique({
    where: { editionId_userId: { editionId, userId } },
    select: { role: true, user: { select: { name: true } } },
  });
  if (!membership || !isRole(membership.role))
    throw new HttpProblem('bad-request', 'This person does not belong to the edition.');
  return { role: membership.role, name: membership.user.name };
}
