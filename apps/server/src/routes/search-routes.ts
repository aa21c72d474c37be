import { createRoute, z } from '@hono/zod-openapi';
import { searchAnswer, searchPage } from '../contract/search.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import type { VolumePlace } from '../searching/candidates.js';
import { searchVolume } from '../searching/search-volume.js';
import { signedIn } from '../signed-in.js';
import { json, newRouter, otherwise } from './router.js';

const params = z.object({ editionId: z.string().max(128) });

/** Searches over a volume. */
export function searchRoutes(house: House) {
  return newRouter().openapi(
    createRoute({
      method: 'get',
      path: '/api/editions/{editionId}/search',
      summary: 'What is found in the letters of an edition, page by page',
      middleware: guard(house, 'GET /api/editions/:editionId/search'),
      request: { params, query: searchPage },
      responses: {
        200: json(searchAnswer, 'Letters with their hits, in the order of the volume'),
        ...otherwise,
      },
    }),
    async (c) => {
      const { editionId } = c.req.valid('param');
      const { after, words, ...search } = c.req.valid('query');
      const searching = { editionId, person: signedIn(c.var), search, words };
      return c.json(await searchVolume(house, searching, placeOf(after)), 200);
    },
  );
}

function placeOf(cursor: string | undefined): VolumePlace | undefined {
  const [, position, id] = /^(-?\d{1,9}):(.*)$/s.exec(cursor ?? '') ?? [];
  return position === undefined || id === undefined ? undefined : { position: Number(position), id };
}
