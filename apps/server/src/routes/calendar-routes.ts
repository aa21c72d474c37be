import { createRoute, z } from '@hono/zod-openapi';
import { lettersComeIn } from '../calendar/letters-come-in.js';
import { readLines } from '../calendar/read-lines.js';
import { readSummary } from '../calendar/read-summary.js';
import { findTargets, readSurroundings } from '../calendar/volume-lines.js';
import { calendarFilter, calendarLines, calendarSummary, calendarWindow } from '../contract/calendar.js';
import { surroundings, targets, targetsQuery } from '../contract/volume-line.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { signedIn } from '../signed-in.js';
import { json, newRouter, otherwise } from './router.js';

const params = z.object({ editionId: z.string().max(128) });

/** The calendar of a volume, of however many letters: as a whole, and a part at a time. */
export function calendarRoutes(house: House) {
  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions/{editionId}/calendar',
        summary: 'How many letters are where, and what stands around them',
        middleware: guard(house, 'GET /api/editions/:editionId/calendar'),
        request: { params, query: calendarFilter },
        responses: { 200: json(calendarSummary, 'The calendar without its lines'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        await lettersComeIn(house, editionId);
        return c.json(await readSummary(house.pool, editionId, c.req.valid('query'), signedIn(c.var)), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions/{editionId}/calendar/lines',
        summary: 'Letters of the calendar, as many as are shown at once',
        middleware: guard(house, 'GET /api/editions/:editionId/calendar/lines'),
        request: { params, query: calendarWindow },
        responses: { 200: json(calendarLines, 'In the order asked for'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        await lettersComeIn(house, editionId);
        const lines = await readLines(house.pool, editionId, c.req.valid('query'), signedIn(c.var));
        return c.json({ lines }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions/{editionId}/targets',
        summary: 'Letters, notes and pages to go to or to refer to, by what was typed',
        middleware: guard(house, 'GET /api/editions/:editionId/targets'),
        request: { params, query: targetsQuery },
        responses: { 200: json(targets, 'A few of each'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const { words } = c.req.valid('query');
        await house.indexer.flush();
        return c.json(await findTargets(house.pool, editionId, words, signedIn(c.var)), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/letters/{letterId}/surroundings',
        summary: 'The letters before and behind a letter, and those that it refers to',
        middleware: guard(house, 'GET /api/letters/:letterId/surroundings'),
        request: { params: z.object({ letterId: z.string().max(256) }) },
        responses: { 200: json(surroundings, 'What stands around it'), ...otherwise },
      }),
      async (c) => {
        const { letterId } = c.req.valid('param');
        await house.indexer.flush();
        return c.json(await readSurroundings(house.pool, letterId, signedIn(c.var)), 200);
      },
    );
}
