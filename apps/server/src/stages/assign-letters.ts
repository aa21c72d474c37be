import { isRole, mayMove, type Stage, stageAfter } from '@chancery/workflow';
import { auditLetters } from '../audit/audit.js';
import type { AssignRequest, BulkOutcome } from '../contract/stage.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { PrismaClient } from '../generated/client.js';
import { inWords } from './move-letter.js';
import { stageOf } from './standing.js';
import { tellAssigned } from './tell-stage.js';

/** How long storing may take, in milliseconds: of two thousand letters, some seconds on a small machine. */
const timeout = 30_000;

/**
 * Assigns letters of an edition to a member, or to nobody, each for a stage: all that can be assigned are, and of each other it
 * is said why not. Whoever has letters that they had not before finds it in their inbox, and is among `told`.
 *
 * @throws {HttpProblem} `bad-request` when the person does not belong to the edition
 */
export async function assignLetters(
  prisma: PrismaClient,
  editionId: string,
  request: AssignRequest,
  assignedById: string,
): Promise<BulkOutcome & { told: string[] }> {
  const { userId, dueOn } = request;
  const letterIds = [...new Set(request.letterIds)];
  const letters = await prisma.letter.findMany({
    where: { editionId, id: { in: letterIds } },
    select: { id: true, stage: true },
  });
  const known = new Set(letters.map(({ id }) => id));
  const member = userId === null ? undefined : await memberOf(prisma, editionId, userId);
  const role = member?.role;
  const refused: BulkOutcome['refused'] = letterIds
    .filter((id) => !known.has(id))
    .map((letterId) => ({ letterId, why: 'There is no such letter in this edition.' }));
  const assigned: { letterId: string; stage: Stage }[] = [];
  for (const { id, stage } of letters) {
    const at = request.stage === 'current' ? stageOf(stage) : request.stage;
    const next = stageAfter(at);
    if (role !== undefined && (next === undefined || !mayMove(role, at, next)))
      refused.push({ letterId: id, why: `Somebody of this role has no work in ${inWords(at)}.` });
    else assigned.push({ letterId: id, stage: at });
  }
  const told = await prisma.$transaction(
    async (db) => {
      if (assigned.length === 0) return [];
      const had = new Set<string>();
      for (const stage of new Set(assigned.map((each) => each.stage))) {
        const ids = assigned.filter((each) => each.stage === stage).map(({ letterId }) => letterId);
        const where = { stage, letterId: { in: ids } };
        const own = { where: { ...where, userId: userId ?? '' }, select: { letterId: true } };
        for (const { letterId } of await db.assignment.findMany(own)) had.add(letterId);
        await db.assignment.deleteMany({ where });
        const details = { stage, to: member?.name ?? null };
        await auditLetters(db, {
          letterIds: ids,
          personId: assignedById,
          action: 'letter-assigned',
          details,
        });
      }
      if (userId === null) return [];
      const due = dueOn === null ? null : new Date(dueOn);
      await db.assignment.createMany({
        data: assigned.map((each) => ({ ...each, userId, assignedById, dueOn: due })),
      });
      const fresh = assigned.filter(({ letterId }) => !had.has(letterId));
      return tellAssigned(db, { userId, assignedById, letters: fresh, dueOn });
    },
    { timeout },
  );
  return { done: assigned.map(({ letterId }) => letterId), refused, told };
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
