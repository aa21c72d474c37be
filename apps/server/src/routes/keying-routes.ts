import { createRoute, z } from '@hono/zod-openapi';
import { collation, decisionRequest, keyingRequest, keyingRow } from '../contract/keying.js';
import { guard } from '../guard.js';
import { recordReading } from '../history/record-move.js';
import type { House } from '../house.js';
import { beginKeying, decideDiscrepancy, handKeyingIn, makeOfKeyings } from '../keying/double-keying.js';
import { listKeyings } from '../keying/list-keyings.js';
import { readCollation } from '../keying/read-collation.js';
import { signedIn } from '../signed-in.js';
import { json, jsonBody, newRouter, otherwise } from './router.js';

const params = z.object({ letterId: z.string().max(256) });
const placeParams = params.extend({ place: z.coerce.number().int().nonnegative() });
const responses = { 200: json(collation, 'How it stands with the two keyings'), ...otherwise };

/** Double keying: two transcribers key one letter without seeing each other’s text, and what they differ in is decided. */
export function keyingRoutes(house: House) {
  const { prisma, desk } = house;
  const told = async (letterId: string, person: ReturnType<typeof signedIn>) => {
    await desk.tellChanged(letterId, 'standing');
    return readCollation(prisma, letterId, person);
  };
  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions/{editionId}/keyings',
        summary: 'The letters of an edition that are keyed twice',
        middleware: guard(house, 'GET /api/editions/:editionId/keyings'),
        request: { params: z.object({ editionId: z.string().max(128) }) },
        responses: {
          200: json(z.object({ letters: z.array(keyingRow) }), 'In the order of the volume'),
          ...otherwise,
        },
      }),
      async (c) => {
        const letters = await listKeyings(prisma, c.req.valid('param').editionId, signedIn(c.var));
        return c.json({ letters }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/letters/{letterId}/collation',
        summary: 'The two keyings of a letter, and what is decided of their differences',
        middleware: guard(house, 'GET /api/letters/:letterId/collation'),
        request: { params },
        responses,
      }),
      async (c) => c.json(await readCollation(prisma, c.req.valid('param').letterId, signedIn(c.var)), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/letters/{letterId}/collation',
        summary: 'Have a letter keyed by two transcribers',
        middleware: guard(house, 'POST /api/letters/:letterId/collation'),
        request: { params, body: jsonBody(keyingRequest) },
        responses,
      }),
      async (c) => {
        const { letterId } = c.req.valid('param');
        const person = signedIn(c.var);
        await desk.tellPeople(await beginKeying(prisma, letterId, c.req.valid('json'), person.id));
        return c.json(await told(letterId, person), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/letters/{letterId}/collation/hand-in',
        summary: 'Hand one’s own keying in',
        middleware: guard(house, 'POST /api/letters/:letterId/collation/hand-in'),
        request: { params },
        responses,
      }),
      async (c) => {
        const { letterId } = c.req.valid('param');
        const person = signedIn(c.var);
        await handKeyingIn(prisma, letterId, person.id);
        return c.json(await told(letterId, person), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/api/letters/{letterId}/collation/discrepancies/{place}',
        summary: 'Decide of a discrepancy',
        middleware: guard(house, 'PUT /api/letters/:letterId/collation/discrepancies/:place'),
        request: { params: placeParams, body: jsonBody(decisionRequest) },
        responses,
      }),
      async (c) => {
        const { letterId, place } = c.req.valid('param');
        const person = signedIn(c.var);
        await decideDiscrepancy(prisma, letterId, place, c.req.valid('json'), person);
        return c.json(await told(letterId, person), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/letters/{letterId}/collation/discrepancies/{place}',
        summary: 'Take the decision of a discrepancy back',
        middleware: guard(house, 'DELETE /api/letters/:letterId/collation/discrepancies/:place'),
        request: { params: placeParams },
        responses,
      }),
      async (c) => {
        const { letterId, place } = c.req.valid('param');
        const person = signedIn(c.var);
        await decideDiscrepancy(prisma, letterId, place, null, person);
        return c.json(await told(letterId, person), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/letters/{letterId}/collation/letter',
        summary: 'Make the letter of its two keyings as it was decided',
        middleware: guard(house, 'POST /api/letters/:letterId/collation/letter'),
        request: { params },
        responses,
      }),
      async (c) => {
        const { letterId } = c.req.valid('param');
        const person = signedIn(c.var);
        const readingId = await makeOfKeyings(prisma, desk, letterId, person);
        await recordReading(house, letterId, readingId);
        return c.json(await told(letterId, person), 200);
      },
    );
}
