import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../database/open-database.js';
import { openDatabase } from '../database/open-database.js';
import { makeDatabase } from '../testing/test-database.js';
import { EditionUnknown } from './edition-named.js';
import { exportEdition } from './export-edition.js';
import { importPaths } from './import-paths.js';
import { firstPerson, loadSample } from './load-sample.js';
import { LettersDiffer, NothingInIt } from './store-edition.js';

const corpus = fileURLToPath(new URL('../../../../corpus', import.meta.url));

let folder: string;
let database: Database;
let options: { dataDir: string; databaseUrl: string };
const ends: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-editions-'));
  const { url, drop } = await makeDatabase();
  options = { dataDir: folder, databaseUrl: url };
  database = await openDatabase(options);
  ends.push(
    () => rm(folder, { recursive: true, force: true }),
    drop,
    () => database.close(),
  );
});
afterAll(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const tei = (id: string, words: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}"><teiHeader/><text><body><div type="letter"><p>${words}</p></div></body></text></TEI>`;

test('the sample volume is loaded once, whole, with its first person as chief editor', async () => {
  const told: string[] = [];
  await Promise.all([
    loadSample(database.prisma, (step) => told.push(step)),
    loadSample(database.prisma, () => undefined),
  ]);
  const letters = await database.prisma.letter.findMany({
    orderBy: { position: 'asc' },
    select: { id: true, kind: true },
  });
  expect(letters.map(({ id }) => id)).toEqual([
    'volume-two',
    'stalin-1941-08-04',
    'roosevelt-churchill-1941-08-15',
    'roosevelt-1941-09-30',
    'stalin-1941-10-03',
    'aide-memoire-1941-11-02',
    'stalin-1941-11-04',
    'roosevelt-1941-11-06',
  ]);
  expect(letters[0]?.kind).toBe('front');
  const [member] = await database.prisma.membership.findMany({ include: { user: true } });
  expect(member).toMatchObject({ role: 'chief-editor', user: { email: firstPerson.email } });
  await database.prisma.letter.delete({ where: { id: 'roosevelt-1941-11-06' } });
  await loadSample(database.prisma, (step) => told.push(step));
  expect(told).toEqual(['Loading the sample volume']);
  expect(await database.prisma.letter.count()).toBe(7);
});

test('importing again adds what is wanting and leaves the rest alone', async () => {
  const { stored, report } = await importPaths([corpus], options);
  expect(report.counts.errors).toBe(0);
  expect(stored?.added).toEqual(['letters/roosevelt-1941-11-06.xml']);
  expect(stored?.unchanged).toHaveLength(7);
});

test('what is exported is byte for byte what was imported', async () => {
  const out = join(folder, 'out');
  const { written } = await exportEdition(out, options);
  expect(written).toHaveLength(8);
  for (const path of written) {
    expect(await readFile(join(out, path))).toEqual(await readFile(join(corpus, path)));
  }
  expect(await exportEdition(out, options)).toMatchObject({ written: [], unchanged: written });
});

test('a file with a fault: nothing is imported, and the fault has its place', async () => {
  const input = join(folder, 'faulty');
  await mkdir(input);
  await writeFile(join(input, 'a-good.xml'), tei('a-good', 'Words'));
  await writeFile(join(input, 'b-bad.xml'), '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<text>');
  const before = await database.prisma.letter.count();
  const { stored, report } = await importPaths([input], options);
  expect(stored).toBeUndefined();
  expect(report.findings).toContainEqual(
    expect.objectContaining({ file: 'b-bad.xml', severity: 'error', line: 2 }),
  );
  expect(await database.prisma.letter.count()).toBe(before);
});

test('of files to be mended alone no edition is made; one that is there takes them', async () => {
  const input = join(folder, 'to-mend');
  await mkdir(input);
  await writeFile(join(input, 'bad.xml'), '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<text>');
  const before = await database.prisma.edition.count();
  const toMend = { ...options, toMend: true };
  await expect(importPaths([input], { ...toMend, editionId: 'new' })).rejects.toThrow(NothingInIt);
  expect(await database.prisma.edition.count()).toBe(before);
  const { stored } = await importPaths([input], { ...toMend, editionId: 'volume-two' });
  expect(stored?.toMend).toEqual(['bad.xml']);
});

test('importing never puts other words in the place of those there are', async () => {
  const input = join(folder, 'one');
  await mkdir(input);
  await writeFile(join(input, 'one.xml'), tei('one', 'First'));
  await writeFile(join(input, 'two.xml'), tei('two', 'Second'));
  expect((await importPaths([input], { ...options, editionId: 'mine' })).stored?.added).toEqual([
    'one.xml',
    'two.xml',
  ]);
  await writeFile(join(input, 'one.xml'), tei('one', 'Other'));
  await writeFile(join(input, 'three.xml'), tei('three', 'Third'));
  await expect(importPaths([input], { ...options, editionId: 'mine' })).rejects.toThrow(LettersDiffer);
  const stored = await database.prisma.letter.findMany({
    where: { editionId: 'mine' },
    orderBy: { name: 'asc' },
  });
  expect(stored.map(({ name }) => name)).toEqual(['one', 'two']);
  expect(stored[0]?.source).toContain('First');
});

test('two editions may each have a letter of one name', async () => {
  const input = join(folder, 'one');
  const { stored } = await importPaths([input], { ...options, editionId: 'yours' });
  expect(stored?.added).toHaveLength(3);
  const same = await database.prisma.letter.findMany({ where: { name: 'one' }, orderBy: { id: 'asc' } });
  expect(same.map(({ id }) => id)).toEqual(['one', 'yours.one']);
});

test('with several editions the one to export has to be named', async () => {
  await expect(exportEdition(join(folder, 'x'), options)).rejects.toThrow(EditionUnknown);
  await expect(exportEdition(join(folder, 'x'), { ...options, editionId: 'none' })).rejects.toThrow(
    /volume-two, mine, yours/,
  );
});

test('a file with many documents is edited as letters, and exported whole with their edits', async () => {
  const whole = (first: string) =>
    `<?xml version="1.0"?>\n<!-- as it came --><teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>\n  ${tei('s-1', first)}\n  ${tei('s-2', 'Two.')}<!-- end -->\n</teiCorpus>\n`;
  const file = join(folder, 'series', 'years', '1841.xml');
  await mkdir(join(folder, 'series', 'years'), { recursive: true });
  await writeFile(file, whole('One.'));
  const { stored } = await importPaths([join(folder, 'series')], { ...options, editionId: 'series' });
  expect(stored?.added).toEqual(['years/1841/s-1.xml', 'years/1841/s-2.xml']);
  const again = await importPaths([join(folder, 'series')], { ...options, editionId: 'series' });
  expect(again.stored?.added).toEqual([]);
  const out = join(folder, 'series-out');
  const { written, beside } = await exportEdition(out, { ...options, editionId: 'series' });
  expect([written, beside]).toEqual([['years/1841.xml'], []]);
  expect(await readFile(join(out, 'years', '1841.xml'), 'utf8')).toBe(whole('One.'));
  const letter = await database.prisma.letter.findFirstOrThrow({
    where: { editionId: 'series', name: 's-1' },
  });
  await database.prisma.letter.update({
    where: { id: letter.id },
    data: { source: letter.source.replace('One.', 'Number one.') },
  });
  await exportEdition(out, { ...options, editionId: 'series' });
  expect(await readFile(join(out, 'years', '1841.xml'), 'utf8')).toBe(whole('Number one.'));
  await writeFile(file, whole('One.').replace('as it came', 'as it came later'));
  await expect(importPaths([join(folder, 'series')], { ...options, editionId: 'series' })).rejects.toThrow(
    LettersDiffer,
  );
});
