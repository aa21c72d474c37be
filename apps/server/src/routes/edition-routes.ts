import { isRole } from '@chancery/workflow';
import { createRoute, z } from '@hono/zod-openapi';
import { editionDetail, editionHead, editionList } from '../contract/edition.js';
import { editionRights } from '../editions/edition-rights.js';
import { readHead } from '../editions/read-head.js';
import { HttpProblem } from '../errors/http-problem.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import { mayMakeVolumes } from '../sign-in/may-make-volumes.js';
import { signedIn } from '../signed-in.js';
import { visibleIds } from '../stages/visible-letters.js';
import { countDeadReferences } from '../volume/letter-references.js';
import { inVolumeOrder } from './in-volume-order.js';
import { letterRowOf, rowColumns } from './letter-row.js';
import { publicationAnswer } from './publication-of.js';
import { json, newRouter, otherwise } from './router.js';

/** Editions and their calendars. */
export function editionRoutes(house: House) {
  return newRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions',
        summary: 'The editions one belongs to',
        middleware: guard(house, 'GET /api/editions'),
        responses: {
          200: json(editionList, 'Oldest first'),
          ...otherwise,
        },
      }),
      async (c) => {
        const memberships = await house.prisma.membership.findMany({
          where: { userId: c.var.person?.id ?? '' },
          orderBy: { edition: { createdAt: 'asc' } },
          select: {
            role: true,
            edition: {
              select: {
                id: true,
                title: true,
                updatedAt: true,
                _count: { select: { letters: { where: { kind: { not: 'front' } } } } },
              },
            },
          },
        });
        const editions = memberships.flatMap(({ role, edition }) =>
          isRole(role)
            ? [
                {
                  id: edition.id,
                  title: edition.title,
                  role,
                  counts: { letters: edition._count.letters },
                  updatedAt: edition.updatedAt.toISOString(),
                },
              ]
            : [],
        );
        return c.json({ editions, mayMakeVolumes: await mayMakeVolumes(house.prisma, signedIn(c.var)) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions/{editionId}/head',
        summary: 'What is to be said of an edition without its letters',
        middleware: guard(house, 'GET /api/editions/:editionId/head'),
        request: { params: z.object({ editionId: z.string().max(128) }) },
        responses: { 200: json(editionHead, 'The edition'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        await house.indexer.flush();
        const [head, latest] = await Promise.all([
          readHead(house.pool, editionId, signedIn(c.var)),
          house.prisma.publication.findFirst({ where: { editionId }, orderBy: { createdAt: 'desc' } }),
        ]);
        return c.json({ ...head, publication: latest ? await publicationAnswer(house, latest) : null }, 200);
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/editions/{editionId}',
        summary: 'The calendar of an edition',
        middleware: guard(house, 'GET /api/editions/:editionId'),
        request: { params: z.object({ editionId: z.string().max(128) }) },
        responses: { 200: json(editionDetail, 'Its files in the order of the volume'), ...otherwise },
      }),
      async (c) => {
        const { editionId } = c.req.valid('param');
        const edition = await house.prisma.edition.findUnique({
          where: { id: editionId },
          select: {
            id: true,
            title: true,
            letters: { select: rowColumns, orderBy: [{ position: 'asc' }, { id: 'asc' }] },
            filesToMend: {
              where: { letterId: null },
              orderBy: { path: 'asc' },
              select: { id: true, path: true, line: true, message: true, updatedAt: true },
            },
            publications: { orderBy: { createdAt: 'desc' }, take: 1 },
          },
        });
        const role = c.var.role;
        if (!edition || !role) throw new HttpProblem('not-found');
        const [dead, visible] = await Promise.all([
          countDeadReferences(house.pool, editionId),
          visibleIds(house.pool, editionId, signedIn(c.var)),
        ]);
        const file = edition.letters.find(({ kind }) => kind === 'front');
        const letters = inVolumeOrder(edition.letters)
          .filter((letter) => letter.id === file?.id || visible === undefined || visible.has(letter.id))
          .map((letter) => letterRowOf({ ...letter, deadReferences: dead.get(letter.id) ?? 0 }));
        const [latest] = edition.publications;
        const findings = letters.reduce(
          (sum, letter) => ({
            errors: sum.errors + (letter.findings?.errors ?? 0) + letter.deadReferences,
            warnings: sum.warnings + (letter.findings?.warnings ?? 0),
          }),
          { errors: 0, warnings: 0 },
        );
        return c.json(
          {
            id: edition.id,
            title: edition.title,
            role,
            may: editionRights(role),
            counts: { letters: letters.filter((letter) => letter.kind !== 'front').length, findings },
            letters,
            toMend: edition.filesToMend.map((file) => ({ ...file, updatedAt: file.updatedAt.toISOString() })),
            publication: latest ? await publicationAnswer(house, latest) : null,
          },
          200,
        );
      },
    );
}
