import { createRoute, z } from '@hono/zod-openapi';
import { emendationList, emendationsQuery } from '../contract/emendation.js';
import { listEmendations } from '../emendations/list-emendations.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { signedIn } from '../signed-in.js';
import { json, newRouter, otherwise } from './router.js';

/** Where the letters of an edition depart from their copies. */
export function emendationRoutes(house: House) {
  return newRouter().openapi(
    createRoute({
      method: 'get',
      path: '/api/editions/{editionId}/emendations',
      summary: 'The emendations of the edition, in the order of the volume',
      middleware: guard(house, 'GET /api/editions/:editionId/emendations'),
      request: { params: z.object({ editionId: z.string().max(128) }), query: emendationsQuery },
      responses: { 200: json(emendationList, 'A page of them, with the counts of all'), ...otherwise },
    }),
    async (c) => {
      await house.indexer.flush();
      const { editionId } = c.req.valid('param');
      const { pool } = house;
      return c.json(await listEmendations(pool, editionId, signedIn(c.var), c.req.valid('query')), 200);
    },
  );
}
