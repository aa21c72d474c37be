import { createRoute, z } from '@hono/zod-openapi';
import { audit } from '../audit/audit.js';
import { inbox } from '../contract/inbox.js';
import { editionSettings, storedSettings } from '../contract/settings.js';
import {
  assignRequest,
  bulkMoved,
  bulkMoveRequest,
  bulkOutcome,
  checkOutcome,
  checkRequest,
  moveRequest,
  passagesReadRequest,
  queueEntry,
  readingEntry,
  letterStanding as standingAnswer,
} from '../contract/stage.js';
import { HttpProblem } from '../errors/http-problem.js';
import { guard } from '../guard.js';
import { forgetMove, recordMove, recordReading } from '../history/record-move.js';
import type { House } from '../house.js';
import { readInbox } from '../inbox/read-inbox.js';
import { signedIn } from '../signed-in.js';
import { assignLetters } from '../stages/assign-letters.js';
import { letterStanding } from '../stages/letter-standing.js';
import { checkPartner, enterReading, moveLetter, takeMoveBack } from '../stages/move-letter.js';
import { readPassages } from '../stages/read-passages.js';
import { signReading } from '../stages/sign-reading.js';
import { workQueue } from '../stages/work-queue.js';
import { json, jsonBody, newRouter, otherwise } from './router.js';

const letterParams = z.object({ letterId: z.string().max(256) });
const editionParams = z.object({ editionId: z.string().max(128) });
const standing = { 200: json(standingAnswer, 'Where the letter stands now'), ...otherwise };
/** The way of letters through the stages: moves, readings, assignments, and what waits for whom. */
export function stageRoutes(house: House) {
  const { prisma } = house;
  /** What changes the standing of a letter is told to everybody who has it open, and answered with the standing. */
  const told = async (letterId: string) => {
    await house.desk.tellChanged(letterId, 'standing');
  };
  /** Whether its notes are approved is asked of tables, which must not be behind the letter or the volume's file. */
  const indexed = async (letterId: string) => {
    const letter = await prisma.letter.findUnique({ where: { id: letterId }, select: { editionId: true } });
    if (letter) await house.indexer.settledIn(letter.editionId);
  };
  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/letters/{letterId}/standing',
        summary: 'Where a letter stands, and what it lacks',
        middleware: guard(house, 'GET /api/letters/:letterId/standing'),
        request: { params: letterParams },
        responses: standing,
      }),
      async (c) => {
        const { letterId } = c.req.valid('param');
        return c.json(await letterStanding(prisma, letterId, signedIn(c.var)), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/letters/{letterId}/moves',
        summary: 'Hand a letter on, or return it',
        middleware: guard(house, 'POST /api/letters/:letterId/moves'),
        request: { params: letterParams, body: jsonBody(moveRequest) },
        responses: standing,
      }),
      async (c) => {
        const { letterId } = c.req.valid('param');
        const move = c.req.valid('json');
        const person = signedIn(c.var);
        if (move.reading) await checkPartner(prisma, letterId, person.id, move.reading);
        await indexed(letterId);
        const moved = await moveLetter(prisma, { letterId, ...move }, person);
        if (moved.readingId !== undefined) await recordReading(house, letterId, moved.readingId);
        await recordMove(house, letterId);
        await told(letterId);
        await house.desk.tellPeople(moved.told);
        return c.json(await letterStanding(prisma, letterId, person), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/letters/{letterId}/moves/{moveId}',
        summary: 'Take the latest move of a letter back',
        middleware: guard(house, 'DELETE /api/letters/:letterId/moves/:moveId'),
        request: { params: letterParams.extend({ moveId: z.string().max(64) }) },
        responses: standing,
      }),
      async (c) => {
        const { letterId, moveId } = c.req.valid('param');
        const person = signedIn(c.var);
        await takeMoveBack(prisma, letterId, moveId, person);
        await forgetMove(house, letterId, moveId, person.id);
        await told(letterId);
        return c.json(await letterStanding(prisma, letterId, person), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/letters/{letterId}/readings',
        summary: 'Enter a reading in the verification ledger',
        middleware: guard(house, 'POST /api/letters/:letterId/readings'),
        request: { params: letterParams, body: jsonBody(readingEntry) },
        responses: standing,
      }),
      async (c) => {
        const { letterId } = c.req.valid('param');
        const person = signedIn(c.var);
        const entered = await enterReading(prisma, letterId, person.id, c.req.valid('json'));
        await recordReading(house, letterId, entered.id);
        await told(letterId);
        await house.desk.tellPeople(entered.told);
        return c.json(await letterStanding(prisma, letterId, person), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/api/readings/{readingId}/signature',
        summary: 'Sign a reading that you have made together with somebody',
        middleware: guard(house, 'PUT /api/readings/:readingId/signature'),
        request: { params: z.object({ readingId: z.string().max(64) }) },
        responses: { 200: json(inbox, 'Your inbox after it'), ...otherwise },
      }),
      async (c) => {
        const { readingId } = c.req.valid('param');
        const person = signedIn(c.var);
        const letterId = await signReading(prisma, readingId, person.id);
        await recordReading(house, letterId, readingId);
        await told(letterId);
        await house.desk.tellPeople([person.id]);
        return c.json(await readInbox(prisma, person.id), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/letters/{letterId}/passages-read',
        summary: 'Enter that passages changed after a proof have been read again',
        middleware: guard(house, 'POST /api/letters/:letterId/passages-read'),
        request: { params: letterParams, body: jsonBody(passagesReadRequest) },
        responses: standing,
      }),
      async (c) => {
        const { letterId } = c.req.valid('param');
        const person = signedIn(c.var);
        await readPassages(prisma, letterId, person.id, c.req.valid('json'));
        await told(letterId);
        return c.json(await letterStanding(prisma, letterId, person), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/editions/{editionId}/moves',
        summary: 'Hand several letters on, or return them: each by itself',
        middleware: guard(house, 'POST /api/editions/:editionId/moves'),
        request: { params: editionParams, body: jsonBody(bulkMoveRequest) },
        responses: { 200: json(bulkMoved, 'What became of each'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const { letterIds, to, comment } = c.req.valid('json');
        const person = signedIn(c.var);
        const there = new Set(
          (
            await prisma.letter.findMany({
              where: { editionId, id: { in: letterIds } },
              select: { id: true },
            })
          ).map(({ id }) => id),
        );
        const moves: { letterId: string; moveId: string }[] = [];
        const refused: { letterId: string; why: string }[] = [];
        for (const letterId of letterIds) {
          try {
            if (!there.has(letterId))
              throw new HttpProblem('not-found', 'There is no such letter in this edition.');
            await indexed(letterId);
            const moved = await moveLetter(prisma, { letterId, to, comment }, person);
            moves.push({ letterId, moveId: moved.moveId });
            await recordMove(house, letterId);
            await told(letterId);
            await house.desk.tellPeople(moved.told);
          } catch (error) {
            if (!(error instanceof HttpProblem)) throw error;
            refused.push({ letterId, why: error.message });
          }
        }
        return c.json({ done: moves.map(({ letterId }) => letterId), refused, moves }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/editions/{editionId}/assignments',
        summary: 'Assign letters to a member, or to nobody',
        middleware: guard(house, 'POST /api/editions/:editionId/assignments'),
        request: { params: editionParams, body: jsonBody(assignRequest) },
        responses: { 200: json(bulkOutcome, 'What became of each'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const { id } = signedIn(c.var);
        const {
          done,
          refused,
          told: people,
        } = await assignLetters(prisma, editionId, c.req.valid('json'), id);
        for (const letterId of done) await told(letterId);
        await house.desk.tellPeople(people);
        return c.json({ done, refused }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/editions/{editionId}/checks',
        summary: 'Check letters against the edition’s schemas now',
        middleware: guard(house, 'POST /api/editions/:editionId/checks'),
        request: { params: editionParams, body: jsonBody(checkRequest) },
        responses: { 200: json(checkOutcome, 'What was found in all of them'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const where = { editionId, id: { in: c.req.valid('json').letterIds } };
        const there = await prisma.letter.findMany({ where, select: { id: true } });
        await house.checker.check(there.map(({ id }) => id));
        const found = await prisma.letter.aggregate({
          where: { ...where, errorCount: { not: null } },
          _count: true,
          _sum: { errorCount: true, warningCount: true },
        });
        const { errorCount, warningCount } = found._sum;
        const counts = { errors: errorCount ?? 0, warnings: warningCount ?? 0 };
        return c.json({ ...counts, checked: found._count }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/queue',
        summary: 'The letters that are assigned to the person who asks',
        middleware: guard(house, 'GET /api/queue'),
        request: { query: z.object({ today: z.iso.date() }) },
        responses: {
          200: json(
            z.object({ letters: z.array(queueEntry) }),
            'What waits stands first, and of that what is due first',
          ),
          ...otherwise,
        },
      }),
      async (c) => {
        const letters = await workQueue(prisma, signedIn(c.var).id, c.req.valid('query').today);
        return c.json({ letters }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions/{editionId}/settings',
        summary: 'What the edition demands, and how it works',
        middleware: guard(house, 'GET /api/editions/:editionId/settings'),
        request: { params: editionParams },
        responses: { 200: json(editionSettings, 'All settings'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const { settings } = await prisma.edition.findUniqueOrThrow({
          where: { id: editionId },
          select: { settings: true },
        });
        return c.json(storedSettings(settings), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/api/editions/{editionId}/settings',
        summary: 'Set what the edition demands, and how it works',
        middleware: guard(house, 'PUT /api/editions/:editionId/settings'),
        request: { params: editionParams, body: jsonBody(editionSettings) },
        responses: { 200: json(editionSettings, 'As they are now'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const settings = c.req.valid('json');
        await prisma.$transaction(async (tx) => {
          await tx.edition.update({ where: { id: editionId }, data: { settings } });
          await audit(tx, { editionId, actor: signedIn(c.var), action: 'settings-changed' });
        });
        return c.json(settings, 200);
      },
    );
}
