import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFile, serveFile } from './serve-file.js';

let outside: string;
let folder: string;

beforeAll(async () => {
  outside = await realpath(await mkdtemp(join(tmpdir(), 'chancery-files-')));
  folder = join(outside, 'edition');
  await mkdir(join(folder, 'letters', 'one'), { recursive: true });
  await writeFile(join(outside, 'secret.txt'), 'secret');
  await writeFile(join(outside, 'edition-secret.txt'), 'secret');
  await writeFile(join(folder, 'index.html'), '<p>front</p>');
  await writeFile(join(folder, '.hidden'), 'hidden');
  await writeFile(join(folder, 'letters', 'one', 'index.html'), '<p>one</p>');
  await symlink(join(outside, 'secret.txt'), join(folder, 'link.txt'));
});
afterAll(() => rm(outside, { recursive: true, force: true }));

test('a folder means its index', async () => {
  expect(await findFile(folder, '')).toBe(join(folder, 'index.html'));
  expect(await findFile(folder, 'letters/one/')).toBe(join(folder, 'letters', 'one', 'index.html'));
  expect(await findFile(folder, 'letters/one')).toBe(join(folder, 'letters', 'one', 'index.html'));
  expect(await findFile(folder, 'letters/')).toBeUndefined();
});

describe('nothing outside of the folder, and nothing hidden, is found', () => {
  test.each([
    '../secret.txt',
    '..\\secret.txt',
    'letters/../../secret.txt',
    '../edition-secret.txt',
    '/etc/passwd',
    'link.txt',
    '.hidden',
    'letters/./one',
    'index.html\0',
    'index.html/',
    'C:/secret.txt',
  ])('%j', async (address) => {
    expect(await findFile(folder, address)).toBeUndefined();
  });
});

test('what a release says of itself to Zenodo is found, though its name begins with a dot', async () => {
  await writeFile(join(folder, '.zenodo.json'), '{}');
  expect(await findFile(folder, '.zenodo.json')).toBe(join(folder, '.zenodo.json'));
});

test('a client that has the file is told so', async () => {
  const file = join(folder, 'index.html');
  const first = await serveFile(new Request('http://localhost/'), file, 'no-cache');
  expect(first.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await first.text()).toBe('<p>front</p>');
  const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
  expect((await serveFile(new Request('http://localhost/', { headers }), file, 'no-cache')).status).toBe(304);
  const head = await serveFile(new Request('http://localhost/', { method: 'HEAD' }), file, 'no-cache');
  expect([await head.text(), head.headers.get('content-length')]).toEqual(['', '12']);
});

test('a file that is taken away while it is sent is sent whole', async () => {
  const file = join(folder, 'large.txt');
  await writeFile(file, 'words '.repeat(100_000));
  const response = await serveFile(new Request('http://localhost/'), file, 'no-cache');
  await rm(file);
  expect((await response.text()).length).toBe(600_000);
});

test.each([
  ['dts/collection/one.json', 'application/ld+json', '*'],
  ['dts/navigation/one;down=1.json', 'application/ld+json', '*'],
  ['dts/document/one.xml', 'application/tei+xml', '*'],
  [
    'letters/one/manifest.json',
    'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"',
    '*',
  ],
  ['images/abc/info.json', 'application/ld+json;profile="http://iiif.io/api/image/3/context.json"', '*'],
  ['images/abc/full/300,400/0/default.jpg', 'image/jpeg', '*'],
  ['images/abc.jpg', 'image/jpeg', null],
  ['feed.xml', 'application/atom+xml', '*'],
  ['calendar.json', 'application/json', null],
  ['letters/one/one.xml', 'application/xml', null],
  ['letters/one/one.bib', 'application/x-bibtex; charset=utf-8', null],
])('%s is served as its standard asks', async (path, type, origin) => {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, '');
  const { headers } = await serveFile(new Request('http://localhost/'), file, 'no-cache');
  expect([headers.get('content-type'), headers.get('access-control-allow-origin')]).toEqual([type, origin]);
});
