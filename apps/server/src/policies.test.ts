import { roles } from '@chancery/workflow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from './app.js';
import { policies } from './policies.js';
import { editionId, letterId, openTestHouse, type SignedIn, type TestHouse } from './testing/test-house.js';

let there: TestHouse;
let publicationId: string;
let fileId: string;
const people = new Map<string, SignedIn | undefined>();

beforeAll(async () => {
  there = await openTestHouse();
  people.set('nobody', undefined);
  people.set('stranger', await there.signIn());
  for (const role of roles) people.set(role, await there.signIn(role));
  const done = await there.house.prisma.publication.create({ data: { editionId, state: 'done' } });
  publicationId = done.id;
  const file = await there.house.prisma.fileToMend.create({
    data: { editionId, path: 'a.xml', encoding: 'utf-8', baseSource: '<p>', source: '<p>' },
  });
  fileId = file.id;
});
afterAll(() => there.close());

test('every route that is served has a policy, and every policy a route', () => {
  const served = createApp(there.house)
    .routes.filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  // The live connection is upgraded before it gets to the app; its policy is tested with it.
  const live = 'GET /api/letters/:letterId/live';
  expect([...new Set([...served, live])].toSorted()).toEqual(Object.keys(policies).toSorted());
});

test('who gets what, every cell', async () => {
  const routes = [
    'GET /api/session',
    'GET /api/openapi.json',
    'GET /api/editions',
    `GET /api/editions/${editionId}`,
    `GET /api/letters/${letterId}`,
    `GET /api/letters/${letterId}/tei`,
    `GET /api/publications/${publicationId}`,
    `GET /api/files-to-mend/${fileId}`,
    `PUT /api/files-to-mend/${fileId}`,
    `POST /api/files-to-mend/${fileId}/letter`,
    `POST /api/editions/${editionId}/publications`,
    `GET /api/editions/${editionId}/schemas`,
    `PUT /api/editions/${editionId}/schemas`,
    'GET /api/editions/none',
    'GET /api/letters/none',
    'GET /api/publications/none',
    'POST /api/editions/none/publications',
  ];
  const bodies = [
    ['PUT /api/editions', { rng: null, sch: null }],
    ['PUT /api/files-to-mend', { version: 0, source: '<p>' }],
    ['POST /api/files-to-mend', { version: 0 }],
  ] as const;
  const table: Record<string, string> = {};
  for (const route of routes) {
    const [method = '', path = ''] = route.split(' ');
    const statuses: number[] = [];
    for (const as of people.values()) {
      const body = bodies.find(([of]) => route.startsWith(of))?.[1];
      const headers = { 'content-type': 'application/json' };
      const response = await there.ask(path, {
        method,
        ...(body ? { body: JSON.stringify(body), headers } : {}),
        ...(as ? { as } : {}),
      });
      statuses.push(response.status);
    }
    table[route.replace(publicationId, 'ID').replace(fileId, 'ID')] = statuses.join(' ');
  }
  // nobody, stranger, chief editor, editor, proofreader, transcriber, reader
  expect(table).toEqual({
    'GET /api/session': '200 200 200 200 200 200 200',
    'GET /api/openapi.json': '200 200 200 200 200 200 200',
    'GET /api/editions': '401 200 200 200 200 200 200',
    [`GET /api/editions/${editionId}`]: '401 404 200 200 200 200 200',
    [`GET /api/letters/${letterId}`]: '401 404 200 200 200 200 200',
    [`GET /api/letters/${letterId}/tei`]: '401 404 200 200 200 200 200',
    'GET /api/publications/ID': '401 404 200 200 200 200 200',
    'GET /api/files-to-mend/ID': '401 404 200 200 200 200 200',
    // The second to write is told that the first was there before.
    'PUT /api/files-to-mend/ID': '401 404 200 409 403 403 403',
    'POST /api/files-to-mend/ID/letter': '401 404 409 409 403 403 403',
    [`POST /api/editions/${editionId}/publications`]: '401 404 202 202 403 403 403',
    [`GET /api/editions/${editionId}/schemas`]: '401 404 200 200 200 200 200',
    [`PUT /api/editions/${editionId}/schemas`]: '401 404 200 403 403 403 403',
    'GET /api/editions/none': '401 404 404 404 404 404 404',
    'GET /api/letters/none': '401 404 404 404 404 404 404',
    'GET /api/publications/none': '401 404 404 404 404 404 404',
    'POST /api/editions/none/publications': '401 404 404 404 404 404 404',
  });
});
