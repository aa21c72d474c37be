import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { answerDts } from '../dts/answer-dts.js';
import { problemResponse } from '../errors/problem-response.js';
import { guard } from '../guard.js';
import type { House } from '../house.js';
import type { RequestContext } from '../request-context.js';
import { editionFeed } from '../serve/edition-feed.js';
import { page } from '../serve/page.js';
import { findPublished, type Published } from '../serve/published-edition.js';
import { findFile, serveFile } from '../serve/serve-file.js';

/** Vite names these after their content, so they never change. */
const lasting = 'public, max-age=31536000, immutable';
const asked = 'no-cache';
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** The published edition at /edition/, and the desk everywhere else. */
export function pageRoutes(house: House) {
  return new Hono<RequestContext>()
    .get('/edition', guard(house, 'GET /edition'), (c) => c.redirect('/edition/', 301))
    .get('/edition/*', guard(house, 'GET /edition/*'), async (c) => {
      const editionId = await house.mainEdition();
      const address = decoded(c.req.path.slice('/edition/'.length));
      if (editionId !== undefined && address !== undefined) {
        const answer = await answerDts(house, editionId, address, new URL(c.req.url).search);
        if (answer) return answer;
      }
      const find = async (): Promise<Published> =>
        editionId === undefined
          ? { kind: 'nothing' }
          : address === undefined
            ? { kind: 'missing', page: undefined }
            : await findPublished(house, editionId, address);
      try {
        const found = await find();
        const feed =
          found.kind === 'file' && editionId !== undefined && address === 'feed.xml'
            ? await editionFeed(house.prisma, editionId, found.file)
            : undefined;
        return feed ?? (await answerWith(c, found));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        // A new publication has taken its place since it was found.
        return answerWith(c, await find());
      }
    })
    .all('/api/*', () => problemResponse('not-found'))
    .get('/*', guard(house, 'GET /*'), async (c) => {
      if (house.webDir === undefined) {
        return page(
          'The desk has not been built',
          ['Run “npm run build” in the folder of Chancery and start it again. “npm start” does both.'],
          503,
        );
      }
      const address = decoded(c.req.path.slice(1));
      const file = address === undefined ? undefined : await findFile(house.webDir, address);
      if (file && !file.endsWith('index.html')) {
        return serveFile(c.req.raw, file, c.req.path.startsWith('/assets/') ? lasting : asked);
      }
      // A missing script or image is missing; any other address is one of the desk's own pages, whose ids may have dots.
      if (address === undefined || /^(assets\/.*|[^/]*\.\w+)$/.test(address))
        return page('Not found', [], 404);
      return serveFile(c.req.raw, join(house.webDir, 'index.html'), asked);
    });
}

async function answerWith(c: Context, found: Published): Promise<Response> {
  if (found.kind === 'elsewhere') return c.redirect(found.address, 302);
  if (found.kind !== 'file') return insteadOf(found);
  // Links in the edition are relative: without its slash a folder's page would point beside itself.
  if (found.file.endsWith('index.html') && !c.req.path.endsWith('/') && !c.req.path.endsWith('index.html')) {
    return c.redirect(`${c.req.path}/`, 301);
  }
  return serveFile(c.req.raw, found.file, asked);
}

/** What is said where no page of the edition can be shown. */
function insteadOf(found: Exclude<Published, { kind: 'file' | 'elsewhere' }>): Response {
  switch (found.kind) {
    case 'nothing':
      return page(
        'Nothing has been published yet',
        ['Sign in to the desk and press Publish. The web edition then stands at this address.'],
        404,
      );
    case 'missing':
      return (
        found.page ??
        page(
          'There is no such page in this edition',
          [
            [
              'There are ',
              { words: 'its front page', to: '/edition/' },
              ' and ',
              { words: 'the volume as printed', to: '/edition/volume.pdf' },
              '.',
            ],
          ],
          404,
        )
      );
    case 'unmade':
      return page(
        `Release ${found.number} cannot be shown just now`,
        [
          'Its texts are kept, and its pages are not on this server’s disk. A chief editor can have them made again, under Editions.',
        ],
        503,
      );
    case 'withdrawn':
      return page(
        `Release ${found.number} has been withdrawn`,
        [
          `It was withdrawn on ${day.format(found.at)}: ${found.reason}`,
          [
            'It is kept, so that what was cited from it can be looked up: ask the editors.',
            ...(found.isFollowed
              ? [' See ', { words: 'the edition as it stands now', to: '/edition/' }, '.']
              : []),
          ],
        ],
        410,
        found.frame === undefined ? undefined : { frame: found.frame, withoutWays: !found.isFollowed },
      );
  }
}
