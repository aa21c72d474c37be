import { createRoute, z } from '@hono/zod-openapi';
import { type PublicationAnswer, publication, publicationOrder } from '../contract/publication.js';
import { HttpProblem } from '../errors/http-problem.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { printProof } from '../publishing/print-proof.js';
import { signedIn } from '../signed-in.js';
import { publicationAnswer } from './publication-of.js';
import { json, newRouter, otherwise } from './router.js';

/** Letters of one proof, and proofs that are printed at once: the machine is the editors' too. */
const mostProofed = 100;
const mostProofs = 2;

/** Publishing an edition, and following it. */
export function publicationRoutes(house: House) {
  let proofs = 0;
  return newRouter()
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/editions/{editionId}/publications',
        summary: 'Publish the edition as it stands now',
        description: 'While a run of the press is queued or running for the edition, that run is answered.',
        middleware: guard(house, 'POST /api/editions/:editionId/publications'),
        request: {
          params: z.object({ editionId: z.string().max(128) }),
          body: { required: false, content: { 'application/json': { schema: publicationOrder } } },
        },
        responses: {
          202: json(z.object({ id: z.string() }), 'The run of the press to follow'),
          ...otherwise,
        },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const { only } = c.req.valid('json');
        return c.json(await house.press.publish(editionId, signedIn(c.var), only), 202);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions/{editionId}/proof.pdf',
        summary: 'Some letters as the volume prints them, or all of it: a proof',
        middleware: guard(house, 'GET /api/editions/:editionId/proof.pdf'),
        request: {
          params: z.object({ editionId: z.string().max(128) }),
          query: z.object({
            letter: z.union([z.string().max(256), z.array(z.string().max(256))]).default([]),
          }),
        },
        responses: {
          200: {
            description: 'A PDF',
            content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } },
          },
          ...otherwise,
        },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const letterIds = [c.req.valid('query').letter].flat();
        if (letterIds.length > mostProofed)
          throw new HttpProblem('bad-request', `A proof has up to ${mostProofed} letters. Choose fewer.`);
        if (proofs >= mostProofs)
          throw new HttpProblem(
            'too-many-requests',
            'Other proofs are being printed. Try again in a minute.',
          );
        proofs += 1;
        try {
          const pdf = await printProof(house, editionId, letterIds);
          return c.body(pdf, 200, {
            'content-type': 'application/pdf',
            'content-disposition': 'inline; filename="proof.pdf"',
          });
        } finally {
          proofs -= 1;
        }
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/publications/{publicationId}',
        summary: 'How far a run of the press is',
        middleware: guard(house, 'GET /api/publications/:publicationId'),
        request: { params: z.object({ publicationId: z.string().max(64) }) },
        responses: { 200: json(publication, 'The run'), ...otherwise },
      }),
      async (c) => {
        return c.json(await answer(c.req.valid('param').publicationId), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/publications/{publicationId}/cancellation',
        summary: 'Stop a run of the press',
        description: 'The last publication stays as it is. A run that is over is answered as it ended.',
        middleware: guard(house, 'POST /api/publications/:publicationId/cancellation'),
        request: { params: z.object({ publicationId: z.string().max(64) }) },
        responses: { 200: json(publication, 'The run as it is now'), ...otherwise },
      }),
      async (c) => {
        const { publicationId } = c.req.valid('param');
        await house.press.cancel(publicationId, signedIn(c.var));
        return c.json(await answer(publicationId), 200);
      },
    );

  async function answer(id: string): Promise<PublicationAnswer> {
    const stored = await house.prisma.publication.findUnique({ where: { id } });
    if (!stored) throw new HttpProblem('not-found');
    return publicationAnswer(house, stored);
  }
}
