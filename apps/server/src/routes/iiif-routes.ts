import { Readable } from 'node:stream';
import { createRoute, z } from '@hono/zod-openapi';
import { HttpProblem } from '../errors/http-problem.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { fileName } from '../images/file-name.js';
import { imageService } from '../images/read-images.js';
import { imageInformation, levelTwo, NotToBeRendered, planRendering } from '../images/render-image.js';
import { TooManyTiles } from '../images/rendered-tiles.js';
import { newRouter, otherwise } from './router.js';

const ofImage = z.object({ imageId: z.string().max(64) });
const word = z.string().max(64);

/** What the content is of never changes under one address; who may see it may, so that only their own browser keeps it. */
const kept = 'private, max-age=86400';

const formats: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  tif: 'image/tiff',
  gif: 'image/gif',
};

/** The leaves by the IIIF Image API 3.0, level 2, and their files as they were sent. */
export function iiifRoutes(house: House) {
  const { prisma, images, address } = house;
  const leafOf = async (imageId: string) => {
    const leaf = await prisma.pageImage.findUnique({ where: { id: imageId } });
    if (!leaf) throw new HttpProblem('not-found');
    const { sha256 } = leaf;
    if (sha256 === null)
      throw new HttpProblem('not-found', `The image is not kept here. It is at ${leaf.path}`);
    return { ...leaf, sha256 };
  };
  const serviceOf = (imageId: string) => `${address}${imageService(imageId)}`;
  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/iiif/{imageId}',
        summary: 'The image service of a leaf: leads on to its description',
        middleware: guard(house, 'GET /api/iiif/:imageId'),
        request: { params: ofImage },
        responses: { 303: { description: 'Its description' }, ...otherwise },
      }),
      (c) => c.redirect(`${imageService(c.req.valid('param').imageId)}/info.json`, 303),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/iiif/{imageId}/info.json',
        summary: 'The description of a leaf for viewers',
        middleware: guard(house, 'GET /api/iiif/:imageId/info.json'),
        request: { params: ofImage },
        responses: {
          200: { description: 'IIIF Image API 3.0, §5, as JSON-LD' },
          ...otherwise,
        },
      }),
      async (c) => {
        const { imageId } = c.req.valid('param');
        const leaf = await leafOf(imageId);
        const type = /application\/ld\+json/.test(c.req.header('accept') ?? '')
          ? 'application/ld+json;profile="http://iiif.io/api/image/3/context.json"'
          : 'application/json';
        return c.body(JSON.stringify(imageInformation(serviceOf(imageId), leaf)), 200, {
          'content-type': type,
          'cache-control': kept,
          link: `<${levelTwo}>;rel="profile"`,
        });
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/iiif/{imageId}/{region}/{size}/{rotation}/{name}',
        summary: 'A part of a leaf, at a size',
        middleware: guard(house, 'GET /api/iiif/:imageId/:region/:size/:rotation/:name'),
        request: {
          params: ofImage.extend({
            region: word,
            size: word,
            rotation: word,
            name: word.regex(/^\w+\.\w+$/, 'A quality and a format, such as default.jpg'),
          }),
        },
        responses: {
          200: { description: 'IIIF Image API 3.0, §4', content: { 'image/jpeg': { schema: z.string() } } },
          304: { description: 'As it was' },
          ...otherwise,
        },
      }),
      async (c) => {
        const { imageId, region, size, rotation, name } = c.req.valid('param');
        const leaf = await leafOf(imageId);
        const [quality = '', format = ''] = name.split('.');
        try {
          const plan = planRendering(leaf, { region, size, rotation, quality, format });
          const key = `${leaf.sha256}/${leaf.page}/${plan.canonical}`;
          const etag = `"${key}"`;
          const headers = {
            etag,
            'cache-control': kept,
            link: `<${levelTwo}>;rel="profile", <${serviceOf(imageId)}/${plan.canonical}>;rel="canonical"`,
          };
          if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
          const made = await images.tiles.of(key, () => images.pyramids.fileOf(leaf.sha256, leaf.page), plan);
          return c.body(new Uint8Array(made), 200, {
            ...headers,
            'content-type': formats[format] ?? 'application/octet-stream',
          });
        } catch (error) {
          if (error instanceof NotToBeRendered) throw new HttpProblem('bad-request', error.message);
          if (error instanceof TooManyTiles) throw new HttpProblem('too-many-requests', error.message);
          throw error;
        }
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/images/{imageId}/file',
        summary: 'The file of a leaf, as it was sent',
        middleware: guard(house, 'GET /api/images/:imageId/file'),
        request: { params: ofImage },
        responses: {
          200: { description: 'The file', content: { 'application/octet-stream': { schema: z.string() } } },
          ...otherwise,
        },
      }),
      async (c) => {
        const leaf = await leafOf(c.req.valid('param').imageId);
        const content = await images.store.open(leaf.sha256);
        return c.body(Readable.toWeb(Readable.from(content)) as ReadableStream, 200, {
          'content-type': leaf.mediaType,
          'content-length': String(leaf.bytes),
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName(leaf.path))}`,
          'cache-control': kept,
        });
      },
    );
}
