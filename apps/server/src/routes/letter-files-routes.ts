import { archiveOf } from '@chancery/importing/archive';
import { createRoute, z } from '@hono/zod-openapi';
import { audit } from '../audit/audit.js';
import {
  type ReturnedPlan,
  returnedOutcome,
  returnedPlan,
  returnedQuery,
} from '../contract/returned-files.js';
import { filesToExport } from '../editions/files-to-export.js';
import { LettersDiffer } from '../editions/store-edition.js';
import { bringBack } from '../editions/update/bring-back.js';
import { planUpdate } from '../editions/update/plan-update.js';
import { returnedArchive } from '../editions/update/returned-archive.js';
import { HttpProblem } from '../errors/http-problem.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { signedIn } from '../signed-in.js';
import { bytesBody, json, newRouter, otherwise } from './router.js';

const params = z.object({ editionId: z.string().max(128) });

/** The letters as files: taken out as an archive, changed with other tools, and brought back. */
export function letterFilesRoutes(house: House) {
  const { prisma } = house;
  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions/{editionId}/files.zip',
        summary: 'All letters as files, with one that tells of which versions they are',
        middleware: guard(house, 'GET /api/editions/:editionId/files.zip'),
        request: { params },
        responses: {
          200: {
            description: 'An archive, which can be brought back',
            content: { 'application/zip': { schema: z.string().openapi({ format: 'binary' }) } },
          },
          ...otherwise,
        },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const { files, manifest } = await filesToExport(prisma, editionId);
        await audit(prisma, {
          editionId,
          actor: signedIn(c.var),
          action: 'edition-exported',
          details: { files: files.length },
        });
        const bytes = archiveOf([...files, manifest].map(({ path, bytes }) => ({ name: path, bytes })));
        return c.body(new Uint8Array(bytes), 200, {
          'content-type': 'application/zip',
          'content-disposition': `attachment; filename="${editionId.replaceAll(/[^\w.-]/g, '_')}.zip"`,
        });
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/editions/{editionId}/returned-files/plan',
        summary: 'What bringing files back would do; nothing is changed',
        middleware: guard(house, 'POST /api/editions/:editionId/returned-files/plan'),
        request: { params, query: returnedQuery, body: bytesBody },
        responses: { 200: json(returnedPlan, 'File by file'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const seriesAsHere = c.req.valid('query').series === 'as-in-the-files';
        const sent = await returnedArchive(house, editionId, new Uint8Array(await c.req.arrayBuffer()));
        const plan = await planUpdate(prisma, editionId, sent.read, sent.exported, { seriesAsHere });
        const letters = await prisma.letter.findMany({
          where: { id: { in: plan.changes.map(({ letterId }) => letterId) } },
          select: { id: true, version: true, source: true },
        });
        const now = new Map(letters.map((letter) => [letter.id, letter]));
        return c.json(
          {
            ...toldOf(plan),
            added: plan.added.map(({ path }) => path),
            changed: plan.changes.map((change) => ({
              path: change.path,
              here: howItStands(now.get(change.letterId), change),
            })),
          },
          200,
        );
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/editions/{editionId}/returned-files',
        summary: 'Bring files back: nobody’s edits are touched',
        middleware: guard(house, 'POST /api/editions/:editionId/returned-files'),
        request: { params, query: returnedQuery, body: bytesBody },
        responses: { 200: json(returnedOutcome, 'What came of it'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const actor = signedIn(c.var);
        const sent = await returnedArchive(house, editionId, new Uint8Array(await c.req.arrayBuffer()));
        const by = await prisma.user.findUniqueOrThrow({ where: { id: actor.id } });
        const seriesAsHere = c.req.valid('query').series === 'as-in-the-files';
        try {
          const came = await bringBack(house, { ...sent, by, actor, seriesAsHere });
          // Whoever brings them back looks at the calendar next.
          await house.indexer.settledIn(editionId);
          return c.json(
            { ...toldOf(came), added: [...came.added], brought: came.brought.map((each) => ({ ...each })) },
            200,
          );
        } catch (error) {
          if (!(error instanceof LettersDiffer)) throw error;
          throw new HttpProblem(
            'stale',
            'Somebody else has brought files in meanwhile. Look again what these would do.',
          );
        }
      },
    );
}

function howItStands(
  letter: { readonly version: number; readonly source: string } | undefined,
  { version, source }: { readonly version: number; readonly source: string },
): ReturnedPlan['changed'][number]['here'] {
  if (letter?.source === source) return 'as-in-the-files';
  return letter?.version === version ? 'as-taken-out' : 'edited';
}

/** What a plan and its outcome say alike. */
function toldOf({
  faults,
  missing,
  ofSeries,
  unchanged,
}: Pick<Awaited<ReturnType<typeof planUpdate>>, 'faults' | 'missing' | 'ofSeries' | 'unchanged'>) {
  const { kept, leaving, putBack, stayedOut } = ofSeries;
  return {
    faults: [...faults],
    missing: [...missing],
    unchanged,
    ofSeries: {
      kept: [...kept],
      leaving: [...leaving],
      putBack: [...putBack],
      stayedOut: [...stayedOut],
    },
  };
}
