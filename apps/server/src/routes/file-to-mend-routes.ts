import { may } from '@chancery/workflow';
import { checkWellFormed, decode, EncodingError, encode } from '@chancery/xml';
import { createRoute, z } from '@hono/zod-openapi';
import { fileToMend, mended, mending } from '../contract/file-to-mend.js';
import { type Mending, NotMended, takeMended } from '../editions/take-mended.js';
import { HttpProblem } from '../errors/http-problem.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { signedIn } from '../signed-in.js';
import { json, newRouter, otherwise } from './router.js';

const path = '/api/files-to-mend/{fileId}';
const params = z.object({ fileId: z.string().max(64) });

const somebodyElse =
  'Somebody else has changed this file meanwhile. Load it anew: what you wrote is put in again there.';

/** Files that are not well-formed XML: mended in their source, until each can become a letter. */
export function fileToMendRoutes(house: House) {
  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path,
        summary: 'A file that is not well-formed XML',
        middleware: guard(house, 'GET /api/files-to-mend/:fileId'),
        request: { params },
        responses: { 200: json(fileToMend, 'As it stands now'), ...otherwise },
      }),
      async (c) => {
        const { fileId } = c.req.valid('param');
        const file = await house.prisma.fileToMend.findUnique({ where: { id: fileId } });
        if (!file) throw new HttpProblem('not-found');
        const { id, editionId, path, source, version, line, message, letterId } = file;
        const canMend = may(c.var.role, 'import-letters') && letterId === null;
        return c.json({ id, editionId, path, source, version, line, message, letterId, canMend }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path,
        summary: 'Keep the file’s text in other words, well-formed or not',
        middleware: guard(house, 'PUT /api/files-to-mend/:fileId'),
        request: {
          params,
          body: { required: true, content: { 'application/json': { schema: mending } } },
        },
        responses: { 200: json(mended, 'It is kept'), ...otherwise },
      }),
      async (c) => {
        const { fileId } = c.req.valid('param');
        const { version, source } = c.req.valid('json');
        const file = await house.prisma.fileToMend.findUnique({
          where: { id: fileId },
          select: { encoding: true, bom: true },
        });
        if (!file) throw new HttpProblem('not-found');
        const unkeepable = faultOfText(source, file);
        if (unkeepable !== undefined) throw new HttpProblem('bad-request', unkeepable);
        const fault = checkWellFormed(source);
        const [line, message] = fault ? [fault.line, `${fault.message} ${fault.advice}`] : [null, null];
        const { count } = await house.prisma.fileToMend.updateMany({
          where: { id: fileId, version, letterId: null },
          data: { source, line, message, version: version + 1 },
        });
        if (count === 0) throw new HttpProblem('stale', somebodyElse);
        return c.json({ version: version + 1, line, message }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${path}/letter`,
        summary: 'Make the mended file a letter of its edition',
        middleware: guard(house, 'POST /api/files-to-mend/:fileId/letter'),
        request: {
          params,
          body: {
            required: true,
            content: { 'application/json': { schema: z.object({ version: z.number().int() }) } },
          },
        },
        responses: { 201: json(z.object({ letterId: z.string() }), 'The letter'), ...otherwise },
      }),
      async (c) => {
        const { fileId } = c.req.valid('param');
        const { version } = c.req.valid('json');
        let taken: Mending;
        try {
          taken = await takeMended(house.prisma, fileId, version, signedIn(c.var));
        } catch (error) {
          if (error instanceof NotMended) throw new HttpProblem('not-mended', error.message);
          throw error;
        }
        if (taken === 'stale') throw new HttpProblem('stale', somebodyElse);
        void house.checker.check([taken.letterId]);
        return c.json(taken, 201);
      },
    );
}

/** Why a text cannot be kept at all: no file, and no database, holds such characters. */
function faultOfText(
  source: string,
  { encoding, bom }: { readonly encoding: string; readonly bom: boolean },
): string | undefined {
  if (source.includes('\0')) return 'The text holds the character NUL, which no XML may. Remove it.';
  try {
    decode(encode(source, { encoding, bom }));
    return undefined;
  } catch (error) {
    if (error instanceof EncodingError) return `${error.message} ${error.advice}`;
    throw error;
  }
}
