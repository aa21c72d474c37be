import { createRoute, z } from '@hono/zod-openapi';
import { csv, jsonLines, type LogFile } from '../audit/log-files.js';
import { peopleInLog, readLog } from '../audit/read-log.js';
import { type AuditFilter, auditFilter, auditPage } from '../contract/audit.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { json, newRouter, otherwise } from './router.js';

const path = '/api/editions/{editionId}/log';
const params = z.object({ editionId: z.string().max(128) });
const pageLength = 50;
/** Lines that are fetched at a time for a file. */
const stretch = 500;

/** What was done in an edition, by whom and when: for its chief editors. */
export function logRoutes(house: House) {
  async function* lines(editionId: string, filter: AuditFilter, file: LogFile): AsyncGenerator<Uint8Array> {
    const encoder = new TextEncoder();
    yield encoder.encode(file.head);
    let before: string | undefined;
    for (;;) {
      const rows = await readLog(house.prisma, editionId, filter, { before, take: stretch });
      if (rows.length > 0) yield encoder.encode(rows.map(file.line).join(''));
      if (rows.length < stretch) return;
      before = rows.at(-1)?.id;
    }
  }

  const download = (editionId: string, filter: AuditFilter, file: LogFile, ending: string) =>
    new Response(ReadableStream.from(lines(editionId, filter, file)), {
      headers: {
        'content-type': file.type,
        'content-disposition': `attachment; filename="log-${editionId.replaceAll(/[^\w.-]/g, '_')}.${ending}"`,
      },
    });

  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path,
        summary: 'What was done in the edition, the latest first',
        middleware: guard(house, 'GET /api/editions/:editionId/log'),
        request: {
          params,
          query: auditFilter.extend({
            before: z
              .string()
              .regex(/^\d{1,18}$/)
              .optional()
              .openapi({ description: '`next` of the page before' }),
          }),
        },
        responses: { 200: json(auditPage, `At most ${pageLength} lines`), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const { before, ...filter } = c.req.valid('query');
        const rows = await readLog(house.prisma, editionId, filter, { before, take: pageLength + 1 });
        const events = rows.slice(0, pageLength);
        const next = rows.length > pageLength ? (events.at(-1)?.id ?? null) : null;
        const people = before === undefined ? await peopleInLog(house.prisma, editionId) : [];
        return c.json({ events, next, people }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${path}.csv`,
        summary: 'The log as comma-separated values',
        middleware: guard(house, 'GET /api/editions/:editionId/log.csv'),
        request: { params, query: auditFilter },
        responses: {
          200: { description: 'With a line of headings', content: { 'text/csv': { schema: z.string() } } },
          ...otherwise,
        },
      }),
      (c) => download(c.req.valid('param').editionId, c.req.valid('query'), csv, 'csv'),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${path}.jsonl`,
        summary: 'The log as JSON Lines',
        middleware: guard(house, 'GET /api/editions/:editionId/log.jsonl'),
        request: { params, query: auditFilter },
        responses: {
          200: {
            description: 'An `AuditRow` a line',
            content: { 'text/jsonl': { schema: z.string() } },
          },
          ...otherwise,
        },
      }),
      (c) => download(c.req.valid('param').editionId, c.req.valid('query'), jsonLines, 'jsonl'),
    );
}
