import { createRoute, z } from '@hono/zod-openapi';
import {
  entryAnswer,
  mergeRequest,
  moveRequest,
  namesAnswer,
  registerAnswer,
  registerChange,
  registerChanged,
  registerKind,
} from '../contract/register.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { Registrar } from '../registers/change-registers.js';
import { readEntry, readNames, readRegister } from '../registers/read-register.js';
import { signedIn } from '../signed-in.js';
import { json, jsonBody, newRouter, otherwise } from './router.js';

const inEdition = z.object({ editionId: z.string().max(128) });
const changed = { 200: json(registerChanged, 'Done'), ...otherwise };

/** The registers of persons, places, organisations and the bibliography. */
export function registerRoutes(house: House) {
  const registrar = new Registrar(house);
  const change = <Kind extends 'changes' | 'merges' | 'moves', Body extends z.ZodType>(
    kind: Kind,
    summary: string,
    body: Body,
  ) =>
    createRoute({
      method: 'post',
      path: `/api/editions/{editionId}/registers/${kind}`,
      summary,
      middleware: guard(house, `POST /api/editions/:editionId/registers/${kind}`),
      request: { params: inEdition, body: jsonBody(body) },
      responses: changed,
    });
  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions/{editionId}/registers/{kind}',
        summary: 'A page of a register, with how often each entry is named',
        middleware: guard(house, 'GET /api/editions/:editionId/registers/:kind'),
        request: {
          params: inEdition.extend({ kind: registerKind }),
          query: z.object({
            filter: z.string().trim().max(200).default(''),
            after: z.string().max(800).default(''),
          }),
        },
        responses: { 200: json(registerAnswer, 'The register as it stands'), ...otherwise },
      }),
      async (c) => {
        await house.indexer.flush();
        const { editionId, kind } = c.req.valid('param');
        const asked = { editionId, kind, person: signedIn(c.var), ...c.req.valid('query') };
        return c.json(await readRegister(house.pool, asked), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions/{editionId}/registers/{kind}/{entryId}',
        summary: 'An entry of a register, with where its names stand',
        middleware: guard(house, 'GET /api/editions/:editionId/registers/:kind/:entryId'),
        request: { params: inEdition.extend({ kind: registerKind, entryId: z.string().max(256) }) },
        responses: { 200: json(entryAnswer, 'The entry as it stands'), ...otherwise },
      }),
      async (c) => {
        await house.indexer.flush();
        const asked = { ...c.req.valid('param'), person: signedIn(c.var) };
        return c.json(await readEntry(house.pool, asked), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions/{editionId}/names/{kind}',
        summary: 'Where a name stands of which nobody has said whose it is',
        middleware: guard(house, 'GET /api/editions/:editionId/names/:kind'),
        request: {
          params: inEdition.extend({ kind: registerKind }),
          query: z.object({ words: z.string().min(1).max(2000) }),
        },
        responses: { 200: json(namesAnswer, 'The places, and entries that may be meant'), ...otherwise },
      }),
      async (c) => {
        await house.indexer.flush();
        const asked = { ...c.req.valid('param'), ...c.req.valid('query'), person: signedIn(c.var) };
        return c.json(await readNames(house.pool, asked), 200);
      },
    )
    .openapi(change('changes', 'Make an entry, change it, or take it out', registerChange), async (c) => {
      const { editionId } = c.req.valid('param');
      return c.json(await registrar.change(editionId, c.req.valid('json'), signedIn(c.var)), 200);
    })
    .openapi(
      change('merges', 'Make two entries one; all that points to the first follows', mergeRequest),
      async (c) => {
        const { editionId } = c.req.valid('param');
        return c.json(await registrar.merge(editionId, c.req.valid('json'), signedIn(c.var)), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/editions/{editionId}/registers/merges/{mergeId}',
        summary: 'Part two entries that were made one',
        middleware: guard(house, 'DELETE /api/editions/:editionId/registers/merges/:mergeId'),
        request: { params: inEdition.extend({ mergeId: z.string().max(128) }) },
        responses: changed,
      }),
      async (c) => {
        const { editionId, mergeId } = c.req.valid('param');
        return c.json(await registrar.unmerge(editionId, mergeId, signedIn(c.var)), 200);
      },
    )
    .openapi(change('moves', 'Give some of an entry’s names to another entry', moveRequest), async (c) => {
      const { editionId } = c.req.valid('param');
      return c.json(await registrar.move(editionId, c.req.valid('json'), signedIn(c.var)), 200);
    });
}
