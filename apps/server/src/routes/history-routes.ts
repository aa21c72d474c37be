import { createRoute, z } from '@hono/zod-openapi';
import {
  authorship,
  authorshipQuery,
  historyQuery,
  letterHistory,
  letterVersion,
  mostSteps,
  namedVersion,
  nameVersionRequest,
  renameRequest,
  restored,
  restoreRequest,
  stepsQuery,
  takenSteps,
} from '../contract/history.js';
import { stepJson } from '../contract/letter.js';
import { HttpProblem } from '../errors/http-problem.js';
import { guard } from '../guard.js';
import { LetterAuthors } from '../history/letter-authors.js';
import { authorshipOf } from '../history/letter-authorship.js';
import { LetterHistories } from '../history/letter-history.js';
import { nameVersion, renameVersion } from '../history/name-version.js';
import { restoreVersion } from '../history/restore-version.js';
import type { House } from '../house.js';
import { LetterBroken, openAt, sourceAt } from '../live/load-letter.js';
import { json, jsonBody, newRouter, otherwise } from './router.js';
import { teiFile } from './tei-file.js';

const params = z.object({ letterId: z.string().max(256) });
const versionParams = params.extend({ version: z.coerce.number().int().nonnegative() });

/** A version never changes; somebody else who signs in on the same computer may not see it. */
const lasting = { 'cache-control': 'private, max-age=31536000, immutable', vary: 'cookie' } as const;

const noVersion = 'The letter has no such version.';

/** The history of letters: what was done, by whom, how each version was, and the way back. */
export function historyRoutes(house: House) {
  const { prisma } = house;
  const histories = new LetterHistories(prisma);
  const authors = new LetterAuthors(prisma);
  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/letters/{letterId}/revisions',
        summary: 'The history of a letter, the latest stretch of work first',
        middleware: guard(house, 'GET /api/letters/:letterId/revisions'),
        request: { params, query: historyQuery },
        responses: {
          200: json(letterHistory, 'Stretches of work, and the versions that have names'),
          ...otherwise,
        },
      }),
      async (c) => {
        const history = await histories.of(c.req.valid('param').letterId, c.req.valid('query'));
        if (!history) throw new HttpProblem('not-found');
        return c.json(history, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/letters/{letterId}/revisions',
        summary: 'Name a version of a letter',
        middleware: guard(house, 'POST /api/letters/:letterId/revisions'),
        request: { params, body: jsonBody(nameVersionRequest) },
        responses: { 200: json(namedVersion, 'The name that the version has'), ...otherwise },
      }),
      async (c) => {
        const { letterId } = c.req.valid('param');
        const naming = { letterId, userId: personOf(c.var), ...c.req.valid('json') };
        return c.json(await nameVersion(house, naming), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/api/letters/{letterId}/revisions/{revisionId}',
        summary: 'Call a version by another name',
        middleware: guard(house, 'PATCH /api/letters/:letterId/revisions/:revisionId'),
        request: { params: params.extend({ revisionId: z.string().max(64) }), body: jsonBody(renameRequest) },
        responses: { 200: json(namedVersion, 'The name that it has now'), ...otherwise },
      }),
      async (c) => {
        const { letterId, revisionId } = c.req.valid('param');
        const { label } = c.req.valid('json');
        const userId = personOf(c.var);
        return c.json(await renameVersion(house, { letterId, revisionId, userId, label }), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/letters/{letterId}/restorations',
        summary: 'Lead a letter back to a former version, as a new one',
        middleware: guard(house, 'POST /api/letters/:letterId/restorations'),
        request: { params, body: jsonBody(restoreRequest) },
        responses: { 200: json(restored, 'What became of it'), ...otherwise },
      }),
      async (c) => {
        const { letterId } = c.req.valid('param');
        const { version } = c.req.valid('json');
        const done = await led(() => restoreVersion(house, { letterId, version, userId: personOf(c.var) }));
        return c.json(done, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/letters/{letterId}/versions/{version}',
        summary: 'A letter as it was',
        middleware: guard(house, 'GET /api/letters/:letterId/versions/:version'),
        request: { params: versionParams },
        responses: { 200: json(letterVersion, 'Its document'), ...otherwise },
      }),
      async (c) => {
        const { letterId, version } = c.req.valid('param');
        const opened = await led(() => openAt(prisma, letterId, version));
        if (!opened) throw new HttpProblem('not-found', noVersion);
        const [step, letter] = await Promise.all([
          prisma.step.findUnique({
            where: { letterId_version: { letterId, version: opened.version } },
            select: { createdAt: true, user: { select: { id: true, name: true } } },
          }),
          prisma.letter.findUniqueOrThrow({ where: { id: letterId }, select: { createdAt: true } }),
        ]);
        const answer = {
          version: opened.version,
          doc: z.looseObject({}).parse(opened.letter.doc.toJSON()),
          by: step?.user ?? null,
          at: (step?.createdAt ?? letter.createdAt).toISOString(),
        };
        return c.json(answer, 200, { ...lasting, etag: `"${opened.version}"` });
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/letters/{letterId}/versions/{version}/tei',
        summary: 'The TEI of a version, in the encoding of the file that was imported',
        middleware: guard(house, 'GET /api/letters/:letterId/versions/:version/tei'),
        request: { params: versionParams },
        responses: {
          200: { description: 'TEI-XML', content: { 'application/tei+xml': { schema: z.string() } } },
          ...otherwise,
        },
      }),
      async (c) => {
        const { letterId, version } = c.req.valid('param');
        const source = await led(() => sourceAt(prisma, letterId, version));
        if (source === undefined) throw new HttpProblem('not-found', noVersion);
        const letter = await prisma.letter.findUniqueOrThrow({
          where: { id: letterId },
          select: { encoding: true, bom: true, path: true },
        });
        const { bytes, headers } = teiFile(letter, source);
        return c.body(bytes, 200, { ...headers, ...lasting, etag: `"${version}"` });
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/letters/{letterId}/steps',
        summary: 'A stretch of the step log of a letter',
        middleware: guard(house, 'GET /api/letters/:letterId/steps'),
        request: { params, query: stepsQuery },
        responses: { 200: json(takenSteps, `Up to ${mostSteps} steps, in order`), ...otherwise },
      }),
      async (c) => {
        const { letterId } = c.req.valid('param');
        const { after, upTo } = c.req.valid('query');
        const steps = await prisma.step.findMany({
          where: { letterId, version: { gt: after, lte: Math.min(upTo, after + mostSteps) } },
          orderBy: { version: 'asc' },
          select: { version: true, step: true, createdAt: true, user: { select: { id: true, name: true } } },
        });
        const people = [...new Map(steps.map(({ user }) => [user.id, user])).values()];
        const places = new Map(people.map(({ id }, place) => [id, place]));
        return c.json(
          {
            people,
            steps: steps.map(({ version, step, createdAt, user }) => ({
              version,
              step: stepJson.parse(step),
              by: places.get(user.id) ?? 0,
              at: createdAt.toISOString(),
            })),
          },
          200,
        );
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/letters/{letterId}/authorship',
        summary: 'Who wrote a letter, or a part of it, word by word',
        description:
          'Positions are those of the document at the version. Without `from` and `to` it is the whole letter.',
        middleware: guard(house, 'GET /api/letters/:letterId/authorship'),
        request: { params, query: authorshipQuery },
        responses: { 200: json(authorship, 'Spans in order, and the elements in them'), ...otherwise },
      }),
      async (c) => {
        const { letterId } = c.req.valid('param');
        const asked = c.req.valid('query');
        const letter = await prisma.letter.findUnique({ where: { id: letterId }, select: { version: true } });
        if (!letter || asked.version > letter.version) throw new HttpProblem('not-found', noVersion);
        const answer = await led(() => authorshipOf(prisma, authors, letterId, asked));
        if (!answer) throw new HttpProblem('not-found', noVersion);
        return c.json(answer, 200);
      },
    );
}

/** What an earlier release has stored may lead nowhere in this one. */
async function led<T>(way: () => Promise<T>): Promise<T> {
  try {
    return await way();
  } catch (error) {
    if (!(error instanceof LetterBroken)) throw error;
    throw new HttpProblem(
      'not-found',
      'This version was stored by another release of Chancery and cannot be opened as a text. Later versions can.',
    );
  }
}

function personOf({ person }: { person: { id: string } | null }): string {
  if (!person) throw new HttpProblem('not-signed-in');
  return person.id;
}
