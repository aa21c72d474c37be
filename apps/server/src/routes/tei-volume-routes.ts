import { createRoute } from '@hono/zod-openapi';
import { editionMade } from '../contract/printed-import.js';
import { teiVolumeBringQuery, teiVolumePlan, teiVolumeQuery } from '../contract/tei-volume.js';
import { bringTeiVolume, planTeiVolume } from '../editions/tei-volume.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { signedIn } from '../signed-in.js';
import { bytesBody, json, newRouter, otherwise, type RouteContext } from './router.js';

/** TEI files that become a volume of their own: what they would make, and bringing them in. */
export function teiVolumeRoutes(house: House) {
  return newRouter()
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/tei-volumes/plan',
        summary: 'What TEI files would make as a volume of their own; nothing is stored',
        middleware: guard(house, 'POST /api/tei-volumes/plan'),
        request: { query: teiVolumeQuery, body: bytesBody },
        responses: { 200: json(teiVolumePlan, 'With every mistake in them'), ...otherwise },
      }),
      async (c) => {
        const { name } = c.req.valid('query');
        return c.json(await planTeiVolume(house, await sent(c, name), signedIn(c.var)), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/tei-volumes',
        summary: 'Bring TEI files in, as a volume of their own: all of them, or none',
        middleware: guard(house, 'POST /api/tei-volumes'),
        request: { query: teiVolumeBringQuery, body: bytesBody },
        responses: { 201: json(editionMade, 'The edition'), ...otherwise },
      }),
      async (c) => {
        const { name, ...choice } = c.req.valid('query');
        const actor = signedIn(c.var);
        const editionId = await bringTeiVolume(house, await sent(c, name), { actor, ...choice });
        return c.json({ editionId }, 201);
      },
    );
}

async function sent(c: RouteContext, name: string) {
  return { name, bytes: new Uint8Array(await c.req.arrayBuffer()), signal: c.req.raw.signal };
}
