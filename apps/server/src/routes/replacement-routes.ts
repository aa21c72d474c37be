import { createRoute, z } from '@hono/zod-openapi';
import {
  replacement,
  replacementDecision,
  replacementDetail,
  replacementRequest,
} from '../contract/replacement.js';
import { HttpProblem } from '../errors/http-problem.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { listReplacements, readReplacement } from '../replacing/list-replacements.js';
import { signedIn } from '../signed-in.js';
import { json, jsonBody, newRouter, otherwise } from './router.js';

const path = '/api/editions/{editionId}/replacements';
const params = z.object({ editionId: z.string().max(128) });
const ofOne = params.extend({ replacementId: z.string().max(64) });
const unknown = 'There is no such replacement in this edition.';

/** Words replaced over a volume, as suggestions. */
export function replacementRoutes(house: House) {
  const { prisma, replacer } = house;
  const read = async (editionId: string, id: string) => {
    const found = await readReplacement(prisma, editionId, id);
    if (!found) throw new HttpProblem('not-found', unknown);
    return found;
  };
  const detail = { 200: json(replacementDetail, 'The replacement, letter by letter'), ...otherwise };
  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path,
        summary: 'What was replaced over the volume, the latest first',
        middleware: guard(house, 'GET /api/editions/:editionId/replacements'),
        request: { params },
        responses: {
          200: json(z.object({ replacements: z.array(replacement) }), 'Each with its counts'),
          ...otherwise,
        },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        return c.json({ replacements: await listReplacements(prisma, editionId) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path,
        summary: 'Replace words over the volume: every place becomes a suggestion',
        middleware: guard(house, 'POST /api/editions/:editionId/replacements'),
        request: { params, body: jsonBody(replacementRequest) },
        responses: { 202: json(z.object({ id: z.string() }), 'The replacement to follow'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        return c.json(await replacer.replace(editionId, c.req.valid('json'), signedIn(c.var)), 202);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${path}/{replacementId}`,
        summary: 'How far a replacement is, and what became of it in each letter',
        middleware: guard(house, 'GET /api/editions/:editionId/replacements/:replacementId'),
        request: { params: ofOne },
        responses: detail,
      }),
      async (c) => {
        const { editionId, replacementId } = c.req.valid('param');
        return c.json(await read(editionId, replacementId), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${path}/{replacementId}/decisions`,
        summary: 'Accept, reject or withdraw all that is open of a replacement',
        middleware: guard(house, 'POST /api/editions/:editionId/replacements/:replacementId/decisions'),
        request: { params: ofOne, body: jsonBody(replacementDecision) },
        responses: detail,
      }),
      async (c) => {
        const { editionId, replacementId } = c.req.valid('param');
        await replacer.decide(editionId, replacementId, c.req.valid('json'), signedIn(c.var));
        return c.json(await read(editionId, replacementId), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `${path}/{replacementId}/work`,
        summary: 'Stop what a replacement is doing; what is done stays',
        middleware: guard(house, 'DELETE /api/editions/:editionId/replacements/:replacementId/work'),
        request: { params: ofOne },
        responses: detail,
      }),
      async (c) => {
        const { editionId, replacementId } = c.req.valid('param');
        await replacer.cancel(editionId, replacementId);
        return c.json(await read(editionId, replacementId), 200);
      },
    );
}
