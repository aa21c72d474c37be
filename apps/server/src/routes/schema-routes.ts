import { createRoute, z } from '@hono/zod-openapi';
import { audit } from '../audit/audit.js';
import { editionSchemas } from '../contract/edition.js';
import { HttpProblem } from '../errors/http-problem.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { signedIn } from '../signed-in.js';
import { json, newRouter, otherwise } from './router.js';

const path = '/api/editions/{editionId}/schemas';
const params = z.object({ editionId: z.string().max(128) });

/** The schemas of an edition: what its letters are checked against. */
export function schemaRoutes(house: House) {
  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path,
        summary: 'The edition’s own schemas',
        middleware: guard(house, 'GET /api/editions/:editionId/schemas'),
        request: { params },
        responses: { 200: json(editionSchemas, 'As they were given'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const edition = await house.prisma.edition.findUnique({
          where: { id: editionId },
          select: { rng: true, sch: true },
        });
        if (!edition) throw new HttpProblem('not-found');
        return c.json(edition, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path,
        summary: 'Give the edition schemas of its own, or Chancery’s back',
        description:
          'Both are compiled first: one that cannot be used is refused with the reason, and the edition keeps what it had. Then every letter is checked anew.',
        middleware: guard(house, 'PUT /api/editions/:editionId/schemas'),
        request: {
          params,
          body: { required: true, content: { 'application/json': { schema: editionSchemas } } },
        },
        responses: { 200: json(editionSchemas, 'As they are now'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const schemas = c.req.valid('json');
        const unusable = await house.checker.faultOf(schemas);
        if (unusable !== undefined) throw new HttpProblem('schema-unusable', unusable);
        const edition = await house.prisma.$transaction(async (tx) => {
          const whose = (schema: string | null) => (schema === null ? 'Chancery’s' : 'own');
          const details = { rng: whose(schemas.rng), sch: whose(schemas.sch) };
          await audit(tx, { editionId, actor: signedIn(c.var), action: 'schemas-changed', details });
          return tx.edition.update({
            where: { id: editionId },
            data: schemas,
            select: { rng: true, sch: true, letters: { select: { id: true } } },
          });
        });
        void house.checker.check(edition.letters.map(({ id }) => id));
        return c.json({ rng: edition.rng, sch: edition.sch }, 200);
      },
    );
}
