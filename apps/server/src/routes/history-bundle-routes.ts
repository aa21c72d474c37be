import { createRoute, z } from '@hono/zod-openapi';
import { audit } from '../audit/audit.js';
import { bundleHistory } from '../editions/git/bundle-history.js';
import { GitFailed } from '../editions/git/git-repository.js';
import { HttpProblem } from '../errors/http-problem.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { signedIn } from '../signed-in.js';
import { newRouter, otherwise } from './router.js';

/** Longer than this nobody waits for it. In milliseconds. */
const longest = 10 * 60_000;

/** The whole history of an edition, to be taken home: for its chief editors. */
export function historyBundleRoutes(house: House) {
  // It takes a processor and a disk for a while: one at a time.
  let isBusy = false;
  return newRouter().openapi(
    createRoute({
      method: 'get',
      path: '/api/editions/{editionId}/history.bundle',
      summary: 'All letters with their history, as a git bundle',
      middleware: guard(house, 'GET /api/editions/:editionId/history.bundle'),
      request: { params: z.object({ editionId: z.string().max(128) }) },
      responses: {
        200: {
          description: 'What `git clone` makes a repository of, with a commit for each entry of the history',
          content: { 'application/x-git-bundle': { schema: z.string().openapi({ format: 'binary' }) } },
        },
        ...otherwise,
      },
    }),
    async (c) => {
      const { editionId } = c.req.valid('param');
      if (isBusy)
        throw new HttpProblem(
          'too-many-requests',
          'The history of an edition is being gathered for somebody else. Try again in a minute.',
        );
      isBusy = true;
      try {
        const signal = AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(longest)]);
        const { commits, bytes, stream } = await bundleHistory(house.prisma, editionId, signal);
        await audit(house.prisma, {
          editionId,
          actor: signedIn(c.var),
          action: 'edition-exported',
          details: { commits },
        });
        return new Response(stream, {
          headers: {
            'content-type': 'application/x-git-bundle',
            'content-length': String(bytes),
            'content-disposition': `attachment; filename="${editionId.replaceAll(/[^\w.-]/g, '_')}.bundle"`,
          },
        });
      } catch (error) {
        throw error instanceof GitFailed ? new HttpProblem('not-ready', error.message) : error;
      } finally {
        isBusy = false;
      }
    },
  );
}
