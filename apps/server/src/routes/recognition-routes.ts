import { createRoute, z } from '@hono/zod-openapi';
import { recognitionList, settledWords } from '../contract/recognition.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { PrismaClient } from '../generated/client.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { leafOfLetter, takeRecognized } from '../recognizing/take-recognized.js';
import { bytesBody, json, jsonBody, newRouter, otherwise } from './router.js';

const ofLetter = z.object({ letterId: z.string().max(256) });
const ofLeaf = ofLetter.extend({ imageId: z.string().max(64) });
const ofRecognition = ofLetter.extend({ recognitionId: z.string().max(64) });
const started = z.object({ id: z.string() });

const notKeptHere =
  'The text of an image that is kept elsewhere cannot be read here. Read it with another program, and take its lines from a file.';

/** Text and lines that are recognized on the pictures of a letter’s leaves: by the server itself, or by others in a file. */
export function recognitionRoutes(house: House) {
  const { prisma, recognizer } = house;
  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/letters/{letterId}/recognitions',
        summary: 'What is recognized on the leaves of a letter, and how far that is',
        middleware: guard(house, 'GET /api/letters/:letterId/recognitions'),
        request: { params: ofLetter },
        responses: { 200: json(recognitionList, 'The last one of each leaf'), ...otherwise },
      }),
      async (c) => c.json({ recognitions: await recognitionsOf(prisma, c.req.valid('param').letterId) }, 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/letters/{letterId}/images/{imageId}/recognitions',
        summary: 'Read the text off the picture of a leaf',
        middleware: guard(house, 'POST /api/letters/:letterId/images/:imageId/recognitions'),
        request: { params: ofLeaf },
        responses: { 202: json(started, 'It is queued, or has been'), ...otherwise },
      }),
      async (c) => {
        const { letterId, imageId } = c.req.valid('param');
        const leaf = await leafOfLetter(prisma, letterId, imageId);
        if (leaf.sha256 === null) throw new HttpProblem('conflict', notKeptHere);
        return c.json({ id: await recognizer.recognize(letterId, imageId) }, 202);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/api/letters/{letterId}/images/{imageId}/recognized',
        summary: 'Take what was recognized on the picture of a leaf from a file in PAGE-XML, ALTO or hOCR',
        middleware: guard(house, 'PUT /api/letters/:letterId/images/:imageId/recognized'),
        request: {
          params: ofLeaf,
          query: z.object({ name: z.string().trim().min(1).max(200) }),
          body: bytesBody,
        },
        responses: { 201: json(started, 'It is kept'), ...otherwise },
      }),
      async (c) => {
        const of = { ...c.req.valid('param'), ...c.req.valid('query') };
        const bytes = new Uint8Array(await c.req.arrayBuffer());
        return c.json({ id: await takeRecognized(prisma, of, bytes) }, 201);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/letters/{letterId}/recognitions/{recognitionId}/cancellation',
        summary: 'Stop reading the text off a picture',
        middleware: guard(house, 'POST /api/letters/:letterId/recognitions/:recognitionId/cancellation'),
        request: { params: ofRecognition },
        responses: { 204: { description: 'It is stopped, or was over' }, ...otherwise },
      }),
      async (c) => {
        const { letterId, recognitionId } = c.req.valid('param');
        await found(prisma, letterId, recognitionId);
        await recognizer.cancel(recognitionId);
        return c.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/letters/{letterId}/recognitions/{recognitionId}/settled',
        summary: 'Say of doubtful words that somebody has looked at them',
        middleware: guard(house, 'POST /api/letters/:letterId/recognitions/:recognitionId/settled'),
        request: { params: ofRecognition, body: jsonBody(settledWords) },
        responses: { 204: { description: 'They are not doubtful any more' }, ...otherwise },
      }),
      async (c) => {
        const { letterId, recognitionId } = c.req.valid('param');
        await found(prisma, letterId, recognitionId);
        await prisma.$executeRaw`
          UPDATE recognition
          SET settled = ARRAY(SELECT DISTINCT unnest(settled || ${c.req.valid('json').words}::text[]))
          WHERE id = ${recognitionId}`;
        return c.body(null, 204);
      },
    );
}

async function found(prisma: PrismaClient, letterId: string, id: string): Promise<void> {
  if (!(await prisma.recognition.findFirst({ where: { id, letterId }, select: { id: true } })))
    throw new HttpProblem('not-found');
}

async function recognitionsOf(prisma: PrismaClient, letterId: string) {
  const all = await prisma.recognition.findMany({ where: { letterId }, orderBy: { createdAt: 'desc' } });
  const last = new Map<string, (typeof all)[number]>();
  for (const each of all) if (!last.has(each.imageId)) last.set(each.imageId, each);
  return [...last.values()].map(({ id, imageId, origin, state, percent, error, page, settled }) => ({
    id,
    imageId,
    origin: origin as 'ocr' | 'file',
    state: state as 'queued' | 'running' | 'done' | 'failed' | 'cancelled',
    percent,
    error,
    // It was made by this server, of this shape.
    page: page as unknown as MutablePage | null,
    settled,
  }));
}

type MutablePage = NonNullable<z.infer<typeof recognitionList>['recognitions'][number]['page']>;
