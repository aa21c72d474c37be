import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EditionDetail, EditionSummary } from '../contract/edition.js';
import type { LetterDetail } from '../contract/letter.js';
import { policies } from '../policies.js';
import {
  address,
  editionId,
  letterId,
  letterSource,
  openTestHouse,
  type SignedIn,
  type TestHouse,
} from '../testing/test-house.js';

let there: TestHouse;
let editor: SignedIn;

beforeAll(async () => {
  there = await openTestHouse();
  editor = await there.signIn('editor');
});
afterAll(() => there.close());

async function read<T>(path: string): Promise<T> {
  const response = await there.ask(path, { as: editor });
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

test('the session names who is signed in, and null for nobody', async () => {
  expect(await read('/api/session')).toEqual({
    person: { id: editor.id, name: editor.name, email: editor.email },
  });
  expect(await (await there.ask('/api/session')).json()).toEqual({ person: null });
});

test('the list of editions holds one’s own', async () => {
  const { editions } = await read<{ editions: EditionSummary[] }>('/api/editions');
  expect(editions).toMatchObject([
    { id: editionId, title: 'A Small Volume', role: 'editor', counts: { letters: 2 } },
  ]);
});

test('the calendar has the volume’s file and its letters in the volume’s order', async () => {
  const edition = await read<EditionDetail>(`/api/editions/${editionId}`);
  expect(edition).toMatchObject({ title: 'A Small Volume', may: { publish: true }, counts: { letters: 2 } });
  expect(edition.letters.map(({ id, kind, position }) => [id, kind, position])).toEqual([
    [editionId, 'front', -1],
    [letterId, 'letter', 0],
    ['ada-1843-07-11', 'letter', 1],
  ]);
  expect(edition.letters[1]).toMatchObject({
    number: { text: '1', supplied: false },
    title: { text: 'A. LOVELACE TO C. BABBAGE' },
    incipit: 'My dear Babbage',
    stage: 'transcription',
    version: 0,
  });
});

test('a letter opens with its base, its steps and whether one may edit it', async () => {
  const letter = await read<LetterDetail>(`/api/letters/${letterId}`);
  expect(letter).toMatchObject({
    id: letterId,
    editionId,
    path: `letters/${letterId}.xml`,
    base: { version: 0, source: letterSource },
    steps: [],
    version: 0,
    canEdit: true,
    volume: null,
  });
  const reader = await there.signIn('reader');
  const refused = await there.ask(`/api/letters/${letterId}`, { as: reader });
  expect(await refused.json()).toMatchObject({
    status: 403,
    detail: 'Readers see letters that are published, and this one is not yet.',
  });
  await there.house.prisma.letter.update({ where: { id: letterId }, data: { stage: 'published' } });
  const asReader = await there.ask(`/api/letters/${letterId}`, { as: reader });
  expect(await asReader.json()).toMatchObject({ canEdit: false, canSuggest: false });
  await there.house.prisma.letter.update({ where: { id: letterId }, data: { stage: 'transcription' } });
});

test('the TEI of a letter is the bytes of the file that was imported', async () => {
  await there.house.prisma.letter.update({
    where: { id: 'ada-1843-07-11' },
    data: {
      source: '<?xml version="1.0" encoding="UTF-16"?>\n<TEI>é</TEI>',
      encoding: 'utf-16le',
      bom: true,
    },
  });
  const response = await there.ask('/api/letters/ada-1843-07-11/tei', { as: editor });
  expect(response.headers.get('content-type')).toBe('application/tei+xml');
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xfe]));
  expect(bytes.subarray(2).toString('utf16le')).toContain('<TEI>é</TEI>');
});

test('the OpenAPI document has every route of the API', async () => {
  const document = await read<{
    openapi: string;
    paths: Record<string, Record<string, { responses: object }>>;
  }>('/api/openapi.json');
  expect(document.openapi).toBe('3.1.0');
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses }]) => {
      expect(responses).toHaveProperty('default.content.application/problem+json');
      return `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
    }),
  );
  const undocumented = Object.keys(policies).filter(
    (key) => key.includes(' /api/') && !documented.includes(key),
  );
  // This document itself, and the live connection, whose messages OpenAPI cannot describe.
  expect(undocumented).toEqual(['GET /api/openapi.json', 'GET /api/letters/:letterId/live']);
});

describe('problems are application/problem+json with a stable type', () => {
  test.each([
    ['an unknown address', '/api/nothing', {}, 404, 'not-found'],
    ['a name beyond measure', `/api/editions/${'e'.repeat(2_000)}`, {}, 404, 'not-found'],
    [
      'a body beyond measure',
      '/api/auth/sign-in/email',
      { method: 'POST', body: 'x'.repeat(70_000) },
      413,
      'too-large',
    ],
    ['another method', '/api/session', { method: 'DELETE' }, 404, 'not-found'],
  ])('%s', async (_name, path, init, status, kind) => {
    const headers = 'body' in init ? { 'content-type': 'application/json', 'content-length': '70000' } : {};
    const response = await there.ask(path, { ...init, headers, as: editor });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ type: `urn:chancery:problem:${kind}`, status });
  });

  test('a request that changes something from another site', async () => {
    const path = `/api/editions/${editionId}/publications`;
    for (const headers of [{ origin: 'https://elsewhere.example' }, { origin: 'null' }]) {
      const response = await there.ask(path, { method: 'POST', as: editor, headers });
      expect(await response.json()).toMatchObject({
        type: 'urn:chancery:problem:foreign-origin',
        status: 403,
      });
    }
    expect(await there.house.prisma.publication.count()).toBe(0);
  });
});

test('readiness follows the database', async () => {
  expect((await there.ask('/healthz')).status).toBe(200);
  expect((await there.ask('/readyz')).status).toBe(200);
});

test('answers forbid framing, sniffing and foreign scripts, and are not kept', async () => {
  const { headers } = await there.ask('/api/session');
  expect(headers.get('content-security-policy')).toMatch(
    /default-src 'self';.*object-src 'none';.*frame-ancestors 'none'/,
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('access-control-allow-origin')).toBeNull();
});

test('before the first publication the edition says how to get one', async () => {
  const response = await there.ask('/edition/');
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('press Publish');
  const redirected = await there.ask('/edition');
  expect([redirected.status, redirected.headers.get('location')]).toEqual([301, '/edition/']);
});

test('the desk’s own pages may have dots in their addresses, its files are there or not', async () => {
  const webDir = await mkdtemp(join(tmpdir(), 'chancery-desk-'));
  await writeFile(join(webDir, 'index.html'), '<!doctype html><title>Desk</title>');
  const { createApp } = await import('../app.js');
  const app = createApp({ ...there.house, webDir });
  const status = async (path: string) => (await app.request(`${address}${path}`)).status;
  expect(await status('/letters/transcript_0001.xml')).toBe(200);
  expect(await status('/volumes/letters-vol.2')).toBe(200);
  expect(await status('/assets/gone.js')).toBe(404);
  expect(await status('/robots.txt')).toBe(404);
});

test('without a built desk its pages say so plainly', async () => {
  const { createApp } = await import('../app.js');
  const response = await createApp({ ...there.house, webDir: undefined }).request(`${address}/letters/x`);
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('The desk has not been built');
});
