import { createRoute, z } from '@hono/zod-openapi';
import { begunLetter, newLetterRequest } from '../contract/new-letter.js';
import { letterReferences as referencesAnswer } from '../contract/reference.js';
import {
  arrangedVolume,
  arrangementRequest,
  documentsQuery,
  orderedDocuments,
  volumeFacts,
  volumeSettingsRequest,
} from '../contract/volume.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { signedIn } from '../signed-in.js';
import { beginLetter } from '../volume/begin-letter.js';
import { changeVolume } from '../volume/change-volume.js';
import { letterReferences } from '../volume/letter-references.js';
import { namePage } from '../volume/name-page.js';
import { readDocument, readDocuments } from '../volume/read-documents.js';
import { readVolumeFacts } from '../volume/read-volume-facts.js';
import { json, jsonBody, newRouter, otherwise } from './router.js';

const params = z.object({ editionId: z.string().max(128) });
const responses = { 200: json(volumeFacts, 'The volume as it is now'), ...otherwise };

/** The volume as a whole: the order of its documents, their numbers, what was not found, and how the volume works. */
export function volumeRoutes(house: House) {
  const { prisma } = house;
  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions/{editionId}/volume',
        summary: 'The volume as a whole: order, numbers, rules, settings',
        middleware: guard(house, 'GET /api/editions/:editionId/volume'),
        request: { params },
        responses,
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const file = await prisma.letter.findFirst({
          where: { editionId, kind: 'front' },
          select: { id: true },
        });
        // Also where another node has changed it, or it has just been imported.
        if (file) await house.indexer.settled([file.id]);
        return c.json(await readVolumeFacts(prisma, editionId, c.var.role), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions/{editionId}/volume/documents',
        summary: 'Documents in the order of the volume, as many as are shown at once',
        middleware: guard(house, 'GET /api/editions/:editionId/volume/documents'),
        request: { params, query: documentsQuery },
        responses: { 200: json(orderedDocuments, 'From a place on'), ...otherwise },
      }),
      async (c) => {
        // What was typed a moment ago stands in the titles and the dates.
        await house.indexer.flush();
        const { editionId } = c.req.valid('param');
        return c.json({ documents: await readDocuments(house.pool, editionId, c.req.valid('query')) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/letters/{letterId}/references',
        summary: 'What is at fault with the references of a letter, and what refers to it',
        middleware: guard(house, 'GET /api/letters/:letterId/references'),
        request: { params: z.object({ letterId: z.string().max(256) }) },
        responses: { 200: json(referencesAnswer, 'As the letters stand now'), ...otherwise },
      }),
      async (c) => {
        const { letterId } = c.req.valid('param');
        await house.indexer.settled([letterId]);
        return c.json(await letterReferences(house.pool, letterId, signedIn(c.var).role), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/api/letters/{letterId}/pages/{pageId}',
        summary: 'Give a page the identifier that it is offered under, so that something can refer to it',
        middleware: guard(house, 'PUT /api/letters/:letterId/pages/:pageId'),
        request: { params: z.object({ letterId: z.string().max(256), pageId: z.string().max(256) }) },
        responses: { 200: json(z.object({ id: z.string() }), 'It has it'), ...otherwise },
      }),
      async (c) => {
        const { letterId, pageId } = c.req.valid('param');
        await namePage(house, letterId, pageId, signedIn(c.var).id);
        return c.json({ id: pageId }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/editions/{editionId}/volume/arrangements',
        summary:
          'Put a document somewhere else, fix its number, or change the register of what was not found',
        middleware: guard(house, 'POST /api/editions/:editionId/volume/arrangements'),
        request: { params, body: jsonBody(arrangementRequest) },
        responses: { 200: json(arrangedVolume, 'The volume as it is now'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const { revision, change } = c.req.valid('json');
        await changeVolume(house, { editionId, revision, edits: [change] }, signedIn(c.var));
        const [facts, moved] = await Promise.all([
          readVolumeFacts(prisma, editionId, c.var.role),
          'letter' in change ? readDocument(house.pool, editionId, change.letter) : undefined,
        ]);
        return c.json({ ...facts, moved: moved ?? null }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/editions/{editionId}/letters',
        summary: 'Begin a letter, in its place in the order of the volume',
        middleware: guard(house, 'POST /api/editions/:editionId/letters'),
        request: { params, body: jsonBody(newLetterRequest) },
        responses: { 201: json(begunLetter, 'The letter'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const letterId = await beginLetter(house, editionId, c.req.valid('json'), signedIn(c.var));
        void house.checker.check([letterId]);
        return c.json({ letterId }, 201);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/api/editions/{editionId}/volume/settings',
        summary: 'Set how the volume works',
        description: 'What is TEI’s to say is written into the volume’s own file, the rest beside it.',
        middleware: guard(house, 'PUT /api/editions/:editionId/volume/settings'),
        request: { params, body: jsonBody(volumeSettingsRequest) },
        responses,
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const {
          revision,
          numbering,
          dateRule,
          dateStyle,
          nameStyle,
          noteRules,
          leavesImagesOut,
          page,
          languages,
          method,
          generated,
          settings,
        } = c.req.valid('json');
        const edits = [
          { change: 'numbering', value: numbering },
          { change: 'date-rule', value: dateRule },
          { change: 'date-style', value: dateStyle },
          { change: 'languages', value: languages },
          ...(nameStyle === undefined ? [] : [{ change: 'name-style', value: nameStyle } as const]),
          ...(noteRules ? [{ change: 'note-rules', value: noteRules } as const] : []),
          ...(leavesImagesOut === undefined
            ? []
            : [{ change: 'leave-images-out', value: leavesImagesOut } as const]),
          ...(page ? [{ change: 'page', value: page } as const] : []),
          ...(method ? [{ change: 'method', value: method } as const] : []),
          ...(generated ? [{ change: 'generated', value: generated } as const] : []),
        ] as const;
        await changeVolume(house, { editionId, revision, edits, settings }, signedIn(c.var));
        return c.json(await readVolumeFacts(prisma, editionId, c.var.role), 200);
      },
    );
}
