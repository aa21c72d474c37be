import { may } from '@chancery/workflow';
import { createRoute, z } from '@hono/zod-openapi';
import {
  addedFile,
  facsimileRequest,
  imageChange,
  imageList,
  imageOrder,
  imagesQuery,
  knownImages,
  knownRequest,
  letterImages as letterImagesAnswer,
  pageImage,
  part,
  readingSoFar,
  sentFile,
  sha256,
} from '../contract/page-image.js';
import { HttpProblem } from '../errors/http-problem.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { addImage } from '../images/add-image.js';
import { changeImage } from '../images/change-image.js';
import { imageLimits } from '../images/image-limits.js';
import { letterImages } from '../images/letter-images.js';
import { linkLeaves } from '../images/link-leaves.js';
import { orderImages } from '../images/order-images.js';
import { readImages } from '../images/read-images.js';
import { removeImage } from '../images/remove-image.js';
import { signedIn } from '../signed-in.js';
import { bytesBody, json, jsonBody, newRouter, otherwise } from './router.js';

const ofEdition = z.object({ editionId: z.string().max(128) });
const ofLetter = z.object({ letterId: z.string().max(256) });
const ofImage = z.object({ imageId: z.string().max(64) });

/** The pictures of the leaves of the copy: sending them, their order, what is told of them, and which letters they belong to. */
export function imageRoutes(house: House) {
  const { prisma, images } = house;
  const listed = async (editionId: string, query: z.infer<typeof imagesQuery>) => ({
    count: await prisma.pageImage.count({ where: { editionId } }),
    images: await readImages(prisma, { editionId }, query),
  });
  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions/{editionId}/images',
        summary: 'The images of the leaves, in their order',
        middleware: guard(house, 'GET /api/editions/:editionId/images'),
        request: { params: ofEdition, query: imagesQuery },
        responses: { 200: json(imageList, 'From a place on'), ...otherwise },
      }),
      async (c) => c.json(await listed(c.req.valid('param').editionId, c.req.valid('query')), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/editions/{editionId}/images/known',
        summary: 'What of these files is there already, and need not be sent',
        middleware: guard(house, 'POST /api/editions/:editionId/images/known'),
        request: { params: ofEdition, body: jsonBody(knownRequest) },
        responses: { 200: json(knownImages, 'File by file'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const { files } = c.req.valid('json');
        const there = await prisma.pageImage.findMany({
          where: { editionId, sha256: { in: files } },
          select: { id: true, sha256: true, path: true, letters: { select: { letterId: true } } },
          orderBy: { place: 'asc' },
        });
        const answered = await Promise.all(
          files.map(async (hash) => {
            const leaves = there.filter((each) => each.sha256 === hash);
            const path = leaves[0]?.path ?? null;
            return {
              sha256: hash,
              path,
              leaves: leaves.map(({ id, letters }) => ({
                id,
                letters: letters.map(({ letterId }) => letterId),
              })),
              parts: path === null ? await images.store.partsOf(editionId, hash) : [],
            };
          }),
        );
        return c.json({ partBytes: imageLimits.partBytes, files: answered }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/api/editions/{editionId}/images/parts/{sha256}/{part}',
        summary: 'Send a part of a file',
        description: 'Parts may come in any order, and again. They are kept until the file is added.',
        middleware: guard(house, 'PUT /api/editions/:editionId/images/parts/:sha256/:part'),
        request: {
          params: ofEdition.extend({ sha256, part }),
          body: bytesBody,
        },
        responses: { 204: { description: 'It is kept' }, ...otherwise },
      }),
      async (c) => {
        const { editionId, sha256: hash, part: number } = c.req.valid('param');
        const content = new Uint8Array(await c.req.arrayBuffer());
        if (content.byteLength === 0) throw new HttpProblem('bad-request', 'The part is empty.');
        await images.store.keepPart(editionId, hash, number, content);
        return c.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions/{editionId}/images/reading/{sha256}',
        summary: 'How far the reading of a file is that is being added',
        middleware: guard(house, 'GET /api/editions/:editionId/images/reading/:sha256'),
        request: { params: ofEdition.extend({ sha256 }) },
        responses: { 200: json(readingSoFar, 'As far as this server reads it'), ...otherwise },
      }),
      (c) => c.json(images.pyramids.progressOf(c.req.valid('param').sha256) ?? { leaf: 0, of: 0 }, 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/editions/{editionId}/images',
        summary: 'Make a file whose parts were sent the next leaf, or the next leaves, of the copy',
        middleware: guard(house, 'POST /api/editions/:editionId/images'),
        request: { params: ofEdition, body: jsonBody(sentFile) },
        responses: { 201: json(addedFile, 'Its leaves'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const sent = { editionId, ...c.req.valid('json') };
        const { imageIds, notice } = await addImage(house, sent, signedIn(c.var));
        const added = await readImages(prisma, { id: { in: [...imageIds] } });
        return c.json({ images: added, notice }, 201);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/editions/{editionId}/images/order',
        summary: 'Put a leaf behind another one',
        middleware: guard(house, 'POST /api/editions/:editionId/images/order'),
        request: { params: ofEdition, body: jsonBody(imageOrder) },
        responses: { 204: { description: 'It stands there' }, ...otherwise },
      }),
      async (c) => {
        await orderImages(house.pool, c.req.valid('param').editionId, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/api/images/{imageId}',
        summary: 'Turn or crop a leaf, name or describe it, or say which letters it belongs to',
        middleware: guard(house, 'PATCH /api/images/:imageId'),
        request: { params: ofImage, body: jsonBody(imageChange) },
        responses: { 200: json(pageImage, 'As it is now'), ...otherwise },
      }),
      async (c) => {
        const { imageId } = c.req.valid('param');
        await changeImage(house, imageId, c.req.valid('json'), signedIn(c.var).id);
        const [changed] = await readImages(prisma, { id: imageId });
        if (!changed) throw new HttpProblem('not-found');
        return c.json(changed, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/images/{imageId}',
        summary: 'Remove a leaf that no text is shown beside',
        middleware: guard(house, 'DELETE /api/images/:imageId'),
        request: { params: ofImage },
        responses: { 204: { description: 'It is not there any more' }, ...otherwise },
      }),
      async (c) => {
        await removeImage(house, c.req.valid('param').imageId, signedIn(c.var));
        return c.body(null, 204);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/letters/{letterId}/images',
        summary: 'The leaves of a letter, in the order in which its text comes to them',
        middleware: guard(house, 'GET /api/letters/:letterId/images'),
        request: { params: ofLetter },
        responses: { 200: json(letterImagesAnswer, 'As the letter is saved'), ...otherwise },
      }),
      async (c) =>
        c.json(
          {
            images: await letterImages(prisma, c.req.valid('param').letterId),
            mayManage: may(c.var.role, 'manage-images'),
          },
          200,
        ),
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/api/letters/{letterId}/facsimile',
        summary: 'Enter leaves in the facsimile of a letter, so that its text can point to them',
        middleware: guard(house, 'PUT /api/letters/:letterId/facsimile'),
        request: { params: ofLetter, body: jsonBody(facsimileRequest) },
        responses: {
          200: json(z.object({ facs: z.array(z.string()) }), 'What `@facs` points to each of them with'),
          ...otherwise,
        },
      }),
      async (c) => {
        const { letterId } = c.req.valid('param');
        const { imageIds } = c.req.valid('json');
        return c.json({ facs: await linkLeaves(house, letterId, imageIds, signedIn(c.var)) }, 200);
      },
    );
}
