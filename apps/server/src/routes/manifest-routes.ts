import { createRoute, z } from '@hono/zod-openapi';
import { linkedImages, linkRequest, manifestLeaves, manifestRequest } from '../contract/manifest.js';
import { HttpProblem } from '../errors/http-problem.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { fetchText, NotFetched } from '../images/elsewhere/fetch-text.js';
import { linkImages } from '../images/elsewhere/link-images.js';
import { manifestLimits, NoManifest, readManifest } from '../images/elsewhere/read-manifest.js';
import { readImages } from '../images/read-images.js';
import { signedIn } from '../signed-in.js';
import { json, jsonBody, newRouter, otherwise } from './router.js';

const ofEdition = z.object({ editionId: z.string().max(128) });

/** Leaves whose pictures other houses keep: they are found in IIIF manifests, and linked by their addresses. */
export function manifestRoutes(house: House) {
  const { prisma, imageHosts } = house;
  return newRouter()
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/editions/{editionId}/images/manifest',
        summary: 'Read a IIIF manifest that another house has: which leaves it tells of',
        description: 'Only hosts that the server allows are asked. Nothing is changed.',
        middleware: guard(house, 'POST /api/editions/:editionId/images/manifest'),
        request: { params: ofEdition, body: jsonBody(manifestRequest) },
        responses: { 200: json(manifestLeaves, 'Leaf by leaf'), ...otherwise },
      }),
      async (c) => {
        const { address } = c.req.valid('json');
        try {
          const text = await fetchText(address, imageHosts, manifestLimits);
          return c.json({ address, ...readManifest(text, imageHosts) }, 200);
        } catch (error) {
          if (error instanceof NotFetched || error instanceof NoManifest)
            throw new HttpProblem('image-refused', error.message);
          throw error;
        }
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/editions/{editionId}/images/linked',
        summary: 'Make pictures that another house keeps the next leaves of the copy, by their addresses',
        middleware: guard(house, 'POST /api/editions/:editionId/images/linked'),
        request: { params: ofEdition, body: jsonBody(linkRequest) },
        responses: { 201: json(linkedImages, 'The leaves, in their order'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const ids = await linkImages(house, editionId, c.req.valid('json'), signedIn(c.var));
        return c.json({ images: await readImages(prisma, { id: { in: ids } }) }, 201);
      },
    );
}
