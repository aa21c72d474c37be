import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EditionSource } from '../edition-source.js';
import { publishEdition } from '../publish-edition.js';
import { asEdition, firstVolume } from '../testing/changing-volume.js';
import { errataBetween } from './errata-between.js';

let folder: string;
const only = ['web'] as const;
const address = 'https://x.example/';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-changes-'));
  const first = firstVolume();
  const publish = (edition: EditionSource, release: string, day: string, follows?: string) =>
    publishEdition(edition, {
      out: join(folder, release),
      only,
      release,
      released: day,
      address,
      follows: follows && join(folder, follows),
    });
  await publish(asEdition(first), '1.0', '2026-11-01');
  const [a, b, c] = first.letters;
  if (!a || !b || !c) throw new Error('the volume has no letters');
  const second = {
    ...first,
    letters: [
      { ...a, first: 'I write <hi>to</hi> & beg.'.replace('&', '&amp;') },
      { ...b, more: '<!-- x -->' },
      c,
    ],
    notes: { ...first.notes, n2: 'Two, or three.' },
  };
  await publish(asEdition(second), '1.1', '2026-11-02', '1.0');
  const third = asEdition({ ...second, letters: [...second.letters, { ...a, id: 'letter-e' }] });
  const named = third.volume.source.replace('<div type="foreword">', '<div type="changes">');
  await publish({ ...third, volume: { ...third.volume, source: named } }, '1.2', '2026-11-03', '1.1');
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const page = (path: string) => readFile(join(folder, path), 'utf8');
const section = (html: string, id: string) =>
  html.split('<section').find((part) => part.includes(`id="${id}"`)) ?? '';

it('lists the words before and after, what was withdrawn and what is only encoded otherwise', async () => {
  const html = await page('1.1/changes/index.html');
  expect(html).toContain(
    '1 document reads otherwise, 1 document was withdrawn, 1 document is encoded otherwise.',
  );
  expect(html).toMatch(/<h3><a href="..\/letters\/letter-a\/index.html">\s*Of letter-a/);
  expect(html).toMatch(/<del>I write\.<\/del> <i>read<\/i> <ins>I write to &amp; beg\.<\/ins>/);
  expect(section(html, 'removed')).toContain('../letters/letter-d/index.html');
  expect(section(html, 'encoding')).toContain('../letters/letter-b/index.html');
  expect(html).not.toContain('letters/letter-c/index.html">Of');
  expect(html).toContain('<h3><a href="../notes/index.html">Notes</a></h3>');
  expect(html).toMatch(/<del>Two\.<\/del> <i>read<\/i> <ins>Two, or three\.<\/ins>/);
});

it('is named at the front, at the foot of each page and in the feed', async () => {
  expect(await page('1.1/index.html')).toContain('What has changed since release 1.0</a>');
  expect(await page('1.1/letters/letter-c/index.html')).toContain('href="../../changes/index.html"');
  expect(await page('1.0/index.html')).not.toContain('changes/index.html');
  const feed = await page('1.2/feed.xml');
  expect(feed.match(/<title>Release [^<]*/g)).toEqual([
    '<title>Release 1.2',
    '<title>Release 1.1',
    '<title>Release 1.0',
  ]);
});

it('keeps the addresses of all releases before', async () => {
  for (const release of ['1.1', '1.2'])
    expect(await page(`${release}/letters/letter-d/index.html`)).toContain('has it no more');
  expect(section(await page('1.2/changes-2/index.html'), 'added')).toContain('letters/letter-e/');
});

it('stands beside a part of the volume that has its address', async () => {
  expect(await page('1.2/changes/index.html')).toContain('FOREWORD');
  expect(await page('1.2/letters/letter-e/index.html')).toContain('href="../../changes-2/index.html"');
  const errata = await page('1.2/changes-2/index.html');
  expect(errata).toContain('<h3><a href="../changes/index.html">Foreword</a></h3>');
  expect(errata).toContain('<h3><a href="../foreword/index.html">Foreword</a></h3>');
  expect(await page('1.2/feed.xml')).toContain('<link rel="related" href="https://x.example/changes-2/"/>');
});

it('refuses to follow what is no release, and writes nothing', async () => {
  const out = join(folder, 'none');
  const follows = join(folder, 'nothing-here');
  const made = publishEdition(asEdition(firstVolume()), { out, only, release: '2.0', follows });
  await expect(made).rejects.toMatchObject({ code: 'no-release' });
  await expect(readFile(join(out, 'index.html'))).rejects.toMatchObject({ code: 'ENOENT' });
});

it('says what is wanting of a publication that is no release, or none whose day is known', async () => {
  const follows = join(folder, 'undated');
  await publishEdition(asEdition(firstVolume()), { out: follows, only, release: '1.0' });
  const made = publishEdition(asEdition(firstVolume()), {
    out: join(folder, 'none'),
    only,
    release: '2.0',
    follows,
  });
  await expect(made).rejects.toMatchObject({
    code: 'no-release',
    message: expect.stringContaining('No release whose day is known'),
  });
});

it('tells what the editors read, of a place that is emended', () => {
  const letter = (words: string) =>
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div><p>Your ${words} me<note>A slip.</note>.</p></div></body></text></TEI>`;
  const read = letter('letter has reached');
  const marked =
    '<choice><sic>leter</sic><corr>letter</corr></choice> has <subst><del>arived</del><add>reached</add></subst>';
  expect(errataBetween(read, letter(marked))).toEqual([]);
  expect(errataBetween(read, letter(marked.replace('>letter<', '>note<')))).toEqual([
    { where: 'paragraph 1', was: 'Your letter has', is: 'Your note has' },
  ]);
  expect(errataBetween(letter(marked), letter(marked).replace('slip', 'leaf'))).toHaveLength(1);
});
