import { type LetterAction, may } from '@chancery/workflow';
import { createRoute, z } from '@hono/zod-openapi';
import { letterDetail, stepJson } from '../contract/letter.js';
import { storedMetadata, titleOf } from '../editions/stored-metadata.js';
import { HttpProblem } from '../errors/http-problem.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { checkpointBefore, openedAnewAt } from '../live/checkpoints.js';
import { letterRowOf } from './letter-row.js';
import { json, newRouter, otherwise } from './router.js';
import { teiFile } from './tei-file.js';

const params = z.object({ letterId: z.string().max(256) });

/** How many of the latest steps the desk is given at least, where there are so many: a desk that was away for long leads on from there. */
const stepsAtHand = 500;

/** Letters: as the desk opens them, and as TEI. Editing them is `live`. */
export function letterRoutes(house: House) {
  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/letters/{letterId}',
        summary: 'A letter as the desk opens it',
        middleware: guard(house, 'GET /api/letters/:letterId'),
        request: {
          params,
          query: z.object({
            since: z.coerce.number().int().nonnegative().optional().openapi({
              description: 'a version that the desk has changes upon: the base is no later than it',
            }),
          }),
        },
        responses: { 200: json(letterDetail, 'A state that it was in, and every step since'), ...otherwise },
      }),
      async (c) => {
        const { letterId } = c.req.valid('param');
        const { since = Number.POSITIVE_INFINITY } = c.req.valid('query');
        const letter = await house.prisma.letter.findUnique({
          where: { id: letterId },
          omit: { source: true },
          include: {
            edition: { select: { rng: true, sch: true } },
            keyingOf: { select: { letter: { select: { id: true, editionId: true, metadata: true } } } },
          },
        });
        if (!letter) throw new HttpProblem('not-found');
        // Steps that were stored meanwhile are left out: the letter and its log agree, and the live connection brings the rest.
        const anewAt = await openedAnewAt(house.prisma, letterId);
        const wanted = Math.max(anewAt, Math.min(since, letter.version - stepsAtHand), 0);
        const base = await checkpointBefore(house.prisma, letter, wanted);
        const steps = await house.prisma.step.findMany({
          where: { letterId, version: { gt: base.version, lte: letter.version } },
          orderBy: { version: 'asc' },
          select: { version: true, step: true, clientId: true, userId: true },
        });
        const { role, stage, tie } = c.var;
        const can = (action: LetterAction) =>
          stage !== undefined && tie !== undefined && may(role, action, stage, tie);
        const metadata = storedMetadata(letter.metadata);
        const keyed = letter.keyingOf?.letter;
        return c.json(
          {
            id: letter.id,
            editionId: keyed?.editionId ?? letter.editionId,
            path: letter.path,
            row: letterRowOf(letter),
            metadata: metadata.letter,
            volume: metadata.volume ?? null,
            base: {
              version: base.version,
              source: base.source,
              doc: z.looseObject({}).nullable().parse(base.doc),
            },
            steps: steps.map((stored) => ({ ...stored, step: stepJson.parse(stored.step) })),
            version: letter.version,
            canEdit: can('edit-letter'),
            canReadHistory: can('read-history'),
            canSuggest: can('suggest-changes'),
            canDecide: can('decide-suggestions'),
            canComment: can('comment'),
            keyingOf: keyed ? { letterId: keyed.id, ...titleOf(keyed.metadata) } : null,
            ownSchemas: letter.edition.rng !== null || letter.edition.sch !== null,
          },
          200,
        );
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/letters/{letterId}/tei',
        summary: 'The current TEI of a letter, in the encoding of the file that was imported',
        middleware: guard(house, 'GET /api/letters/:letterId/tei'),
        request: { params },
        responses: {
          200: { description: 'TEI-XML', content: { 'application/tei+xml': { schema: z.string() } } },
          ...otherwise,
        },
      }),
      async (c) => {
        const { letterId } = c.req.valid('param');
        const letter = await house.prisma.letter.findUnique({
          where: { id: letterId },
          select: { source: true, encoding: true, bom: true, path: true, version: true },
        });
        if (!letter) throw new HttpProblem('not-found');
        const { bytes, headers } = teiFile(letter, letter.source);
        return c.body(bytes, 200, { ...headers, etag: `"${letter.version}"`, 'cache-control': 'no-cache' });
      },
    );
}
