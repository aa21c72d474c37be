import { may } from '@chancery/workflow';
import { createRoute, z } from '@hono/zod-openapi';
import {
  releaseChanges as changesAnswer,
  preflight,
  releaseList,
  releaseNumber,
  releaseRequest,
  withdrawalRequest,
} from '../contract/release.js';
import { HttpProblem } from '../errors/http-problem.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { readPreflight } from '../releases/preflight.js';
import { readReleases } from '../releases/read-releases.js';
import { releaseChanges } from '../releases/release-changes.js';
import { signOff } from '../releases/sign-off.js';
import { withdrawRelease } from '../releases/withdraw-release.js';
import { signedIn } from '../signed-in.js';
import { json, jsonBody, newRouter, otherwise } from './router.js';

const ofEdition = z.object({ editionId: z.string().max(128) });
const ofRelease = ofEdition.extend({ number: releaseNumber });

/** Releases: what stands against one, signing one off, what has changed since, and withdrawing it. */
export function releaseRoutes(house: House) {
  const listed = async (editionId: string, role: ReturnType<typeof signedIn>['role']) => ({
    releases: await readReleases(house.prisma, editionId),
    mayRelease: role !== undefined && may(role, 'release-edition'),
  });
  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions/{editionId}/preflight',
        summary: 'What stands against a release of the edition as it is now',
        middleware: guard(house, 'GET /api/editions/:editionId/preflight'),
        request: { params: ofEdition },
        responses: { 200: json(preflight, 'The checks, each with its places'), ...otherwise },
      }),
      async (c) => c.json(await readPreflight(house, c.req.valid('param').editionId), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions/{editionId}/releases',
        summary: 'The releases of an edition',
        middleware: guard(house, 'GET /api/editions/:editionId/releases'),
        request: { params: ofEdition },
        responses: { 200: json(releaseList, 'The latest first'), ...otherwise },
      }),
      async (c) => c.json(await listed(c.req.valid('param').editionId, signedIn(c.var).role), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/editions/{editionId}/releases',
        summary: 'Sign the edition off as a release',
        description: 'Its texts are frozen at once. It is out when all its outputs have been made of them.',
        middleware: guard(house, 'POST /api/editions/:editionId/releases'),
        request: { params: ofEdition, body: jsonBody(releaseRequest) },
        responses: {
          202: json(z.object({ id: z.string() }), 'The run of the press to follow'),
          ...otherwise,
        },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        return c.json(await signOff(house, editionId, signedIn(c.var), c.req.valid('json')), 202);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/editions/{editionId}/releases/{number}/outputs',
        summary: 'Make the outputs of a release again, of its stored texts',
        middleware: guard(house, 'POST /api/editions/:editionId/releases/:number/outputs'),
        request: { params: ofRelease },
        responses: {
          202: json(z.object({ id: z.string() }), 'The run of the press to follow'),
          ...otherwise,
        },
      }),
      async (c) => {
        const { editionId, number } = c.req.valid('param');
        const made = await house.press.release(editionId, signedIn(c.var), async (tx) => {
          const release = await tx.release.findUnique({
            where: { editionId_number: { editionId, number } },
            select: { id: true },
          });
          if (!release) throw new HttpProblem('not-found', `There is no release ${number}.`);
          return release.id;
        });
        return c.json(made, 202);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/api/editions/{editionId}/releases/{number}/withdrawal',
        summary: 'Withdraw a release: its address says so, and why',
        middleware: guard(house, 'PUT /api/editions/:editionId/releases/:number/withdrawal'),
        request: { params: ofRelease, body: jsonBody(withdrawalRequest) },
        responses: { 200: json(releaseList, 'The releases now'), ...otherwise },
      }),
      async (c) => {
        const { editionId, number } = c.req.valid('param');
        const person = signedIn(c.var);
        await withdrawRelease(house.prisma, editionId, number, person, c.req.valid('json').reason);
        return c.json(await listed(editionId, person.role), 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions/{editionId}/releases/{number}/changes',
        summary: 'What has changed since a release: per letter, as a list of errata',
        middleware: guard(house, 'GET /api/editions/:editionId/releases/:number/changes'),
        request: { params: ofRelease, query: z.object({ to: releaseNumber.optional() }) },
        responses: { 200: json(changesAnswer, 'In the order of the edition'), ...otherwise },
      }),
      async (c) => {
        const { editionId, number } = c.req.valid('param');
        return c.json(await releaseChanges(house, editionId, number, c.req.valid('query').to), 200);
      },
    );
}
