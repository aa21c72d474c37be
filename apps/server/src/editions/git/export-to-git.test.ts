import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifestName } from '@chancery/importing/archive';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { nameVersion } from '../../history/name-version.js';
import {
  editionId,
  letterId,
  openTestHouse,
  type SignedIn,
  type TestHouse,
} from '../../testing/test-house.js';
import { typeBefore } from '../../testing/type-before.js';
import { exportEdition } from '../export-edition.js';
import { importPaths } from '../import-paths.js';
import { exportToGit } from './export-to-git.js';
import { commitCommand, modification, PathRefused } from './fast-import.js';

let there: TestHouse;
let folder: string;
let ada: SignedIn;
let bob: SignedIn;
let options: { dataDir: string; databaseUrl: string };
beforeAll(async () => {
  there = await openTestHouse();
  options = { dataDir: '', databaseUrl: there.database.url };
  ada = await there.signIn('transcriber');
  bob = await there.signIn('editor');
  const rename = (id: string, name: string) =>
    there.house.prisma.user.update({ where: { id }, data: { name } });
  await rename(ada.id, 'Ada <x@y>\nauthor Eve <eve@example.org> 0 +0000');
  await rename(bob.id, 'Bob Æ Two');
});
afterAll(() => there.close());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-git-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const git = (dir: string, ...args: string[]) =>
  execFileSync('git', ['-C', dir, ...args], { encoding: 'utf8' }).trim();
const log = (dir: string, format: string, ...more: string[]) =>
  git(dir, 'log', '--reverse', `--format=${format}`, ...more).split('\n');

const sch = '<schema xmlns="http://purl.oclc.org/dsdl/schematron"/>';

const type = (as: SignedIn, before: string, text: string, letter = letterId) =>
  typeBefore(there, as, letter, before, text);

/** All that has happened so far was ten minutes ago. */
async function pause(): Promise<void> {
  const { prisma } = there.house;
  await prisma.$executeRaw`UPDATE step SET "createdAt" = "createdAt" - make_interval(mins => 10)`;
  await prisma.$executeRaw`UPDATE letter SET "createdAt" = "createdAt" - make_interval(mins => 10)`;
  await prisma.$executeRaw`UPDATE edition SET "createdAt" = "createdAt" - make_interval(mins => 10)`;
}

/** All files below a folder, by their paths, but for git’s own. */
async function filesIn(dir: string): Promise<Record<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(dir, '.git/')) && !path.endsWith(manifestName));
  return Object.fromEntries(
    await Promise.all(
      files.map(async (path) => [path.slice(dir.length + 1), (await readFile(path)).toString('latin1')]),
    ),
  );
}

test('the history is given as commits by their authors, ever the same, and a later export adds to them', async () => {
  const out = join(folder, 'history');
  await there.house.prisma.edition.update({ where: { id: editionId }, data: { sch } });
  await type(ada, 'Babbage', 'Mr ');
  await pause();
  await type(bob, 'Mr', 'good ');
  await nameVersion(there.house, { letterId, userId: bob.id, label: 'As sent\n\nCo-authored-by: Eve <e@e>' });
  const first = await exportToGit(out, { ...options, editionId });
  expect(first).toEqual({ editionId, commits: 4, added: 4 });
  git(out, 'fsck', '--strict', '--no-dangling');
  expect(git(out, 'status', '--porcelain')).toBe('');
  expect(log(out, '%an <%ae>')).toEqual([
    'Chancery <chancery@localhost>',
    'Chancery <chancery@localhost>',
    `Ada x@y author Eve eve@example.org 0 +0000 <${ada.email}>`,
    `Bob Æ Two <${bob.email}>`,
  ]);
  expect(log(out, '%s')).toEqual([
    'The schemas of the edition',
    'Brought in 3 files',
    `${letterId}: Typed “Mr” in paragraph 1`,
    `${letterId}: As sent Co-authored-by: Eve <e@e>`,
  ]);
  expect(log(out, '%(trailers:only)')).not.toContain('Co-authored-by: Eve <e@e>');
  expect(git(out, 'show', `HEAD~1:letters/${letterId}.xml`)).toContain('My dear Mr Babbage');

  // The checkout is what a folder export writes, and the schemas.
  const plain = join(folder, 'plain');
  await exportEdition(plain, { ...options, editionId });
  const { '.gitattributes': attributes, 'schemas/letters.sch': schematron, ...rest } = await filesIn(out);
  expect(attributes).toBe('* -text\n');
  expect(schematron).toBe(sch);
  expect(rest).toEqual({ ...(await filesIn(plain)), 'schemas/letters.rng': expect.any(String) });

  // What is renamed, and called something, afterwards leaves the commits as they are.
  await there.house.prisma.user.update({ where: { id: bob.id }, data: { name: 'Robert' } });
  await nameVersion(there.house, { letterId, version: 1, userId: bob.id, label: 'The first' });
  await there.house.prisma.edition.update({ where: { id: editionId }, data: { sch: null } });
  await type(ada, 'I want', 'Also ', 'ada-1843-07-11');
  const ids = log(out, '%H');
  const again = await exportToGit(out, { ...options, editionId });
  expect(log(out, '%H').slice(0, 4)).toEqual(ids);
  expect(again.added).toBe(again.commits - 4);
  expect(log(out, '%s').slice(4).toSorted()).toEqual(
    [
      'Changed the schemas of the edition',
      'ada-1843-07-11: Typed “Also” in paragraph 1',
      expect.stringMatching(new RegExp(`^${letterId}: `)),
    ].toSorted(),
  );
  const elsewhere = join(folder, 'elsewhere');
  await mkdir(elsewhere);
  expect(await exportToGit(elsewhere, { ...options, editionId })).toMatchObject({ added: again.commits });
  expect(git(elsewhere, 'rev-parse', 'HEAD')).toBe(git(out, 'rev-parse', 'HEAD'));
  expect(await exportToGit(out, { ...options, editionId })).toMatchObject({ added: 0 });
  await exportEdition(plain, { ...options, editionId });
  expect(await filesIn(out)).toMatchObject(await filesIn(plain));
});

test('the desk gives the same history as one file, to chief editors', async () => {
  await exportToGit(join(folder, 'known'), { ...options, editionId });
  const path = `/api/editions/${editionId}/history.bundle`;
  expect((await there.ask(path, { as: await there.signIn('editor') })).status).toBe(403);
  const chief = await there.signIn('chief-editor');
  const answer = await there.ask(path, { as: chief });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toContain(`${editionId}.bundle`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(answer.headers.get('content-length')).toBe(String(bytes.length));
  await writeFile(join(folder, 'history.bundle'), bytes);
  execFileSync('git', ['clone', '--quiet', join(folder, 'history.bundle'), join(folder, 'cloned')]);
  expect(git(join(folder, 'cloned'), 'rev-parse', 'HEAD')).toBe(
    git(join(folder, 'known'), 'rev-parse', 'HEAD'),
  );
  const [event] = await there.house.prisma.auditEvent.findMany({
    where: { editionId },
    orderBy: { id: 'desc' },
    take: 1,
  });
  expect(event).toMatchObject({ action: 'edition-exported', actorId: chief.id });
});

test('a series is whole in every commit, and files in other encodings and those to be mended are in it', async () => {
  const document = (id: string, words: string) => `<div type="letter" xml:id="${id}"><p>${words}</p></div>`;
  const series = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="s"><teiHeader><fileDesc><titleStmt><title>S</title></titleStmt><publicationStmt><p>T</p></publicationStmt><sourceDesc><p>N</p></sourceDesc></fileDesc></teiHeader><text><body>${document('d1', 'One word')}\n${document('d2', 'Two words')}</body></text></TEI>`;
  const wide = Buffer.from(
    `\uFEFF<?xml version="1.0" encoding="UTF-16"?><TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="w"><teiHeader/><text><body><p>Wide</p></body></text></TEI>`,
    'utf16le',
  );
  await mkdir(join(folder, 'in'));
  await writeFile(join(folder, 'in/series.xml'), series);
  await writeFile(join(folder, 'in/wide “é”.xml'), wide);
  await writeFile(join(folder, 'in/broken.xml'), '<TEI><p></TEI>');
  const { stored, report } = await importPaths([join(folder, 'in')], {
    ...options,
    editionId: 'series',
    toMend: true,
  });
  expect(stored, JSON.stringify(report.rows)).toBeDefined();
  await type(bob, 'words', 'more ', 'd2');
  const out = join(folder, 'out');
  await exportToGit(out, { ...options, editionId: 'series' });
  git(out, 'fsck', '--strict', '--no-dangling');
  await exportEdition(join(folder, 'plain'), { ...options, editionId: 'series' });
  const plain = await filesIn(join(folder, 'plain'));
  expect(await filesIn(out)).toMatchObject(plain);
  expect(Object.keys(plain).toSorted()).toEqual(['broken.xml', 'series.xml', 'wide “é”.xml']);
  expect(git(out, 'show', 'HEAD:series.xml')).toBe(series.replace('Two words', 'Two more words'));
  expect(git(out, 'show', 'HEAD~1:series.xml')).toBe(series);
});

test('what somebody has done in the folder is left alone', async () => {
  const out = join(folder, 'out');
  await exportToGit(out, { ...options, editionId });
  await writeFile(join(out, 'volume.xml'), 'mine');
  git(out, '-c', 'user.name=Eve', '-c', 'user.email=eve@example.org', 'commit', '-qam', 'Mine');
  await type(bob, 'good', 'very ');
  await expect(exportToGit(out, { ...options, editionId })).rejects.toThrow('because it was changed there');
  expect(await readFile(join(out, 'volume.xml'), 'utf8')).toBe('mine');
  // It can be merged by hand.
  git(
    out,
    '-c',
    'user.name=Eve',
    '-c',
    'user.email=eve@example.org',
    'merge',
    '-q',
    'refs/chancery/exported',
  );
  expect(await exportToGit(out, { ...options, editionId })).toMatchObject({ added: 0 });

  await expect(exportToGit(out, { ...options, editionId: 'series' })).rejects.toThrow(
    'holds the history of another edition',
  );
  await writeFile(join(folder, 'note.txt'), 'mine');
  await expect(exportToGit(folder, { ...options, editionId })).rejects.toThrow('is no git repository');
  vi.stubEnv('PATH', '');
  await expect(exportToGit(join(folder, 'new'), { ...options, editionId })).rejects.toThrow(
    'git was not found on this computer.',
  );
  vi.unstubAllEnvs();
});

test('no path leads out of the repository or into git’s own folder', () => {
  for (const path of ['../x', 'a/../../x', '/x', '.git/hooks/post-merge', 'a/.GIT/config', 'a//b'])
    expect(() => modification(path, Buffer.of()), path).toThrow(PathRefused);
  expect(modification('a"\n\\.xml', Buffer.from('x')).toString()).toBe(
    'M 100644 inline "a\\042\\012\\134.xml"\ndata 1\nx\n',
  );
  const commit = { at: new Date(0), people: [], message: 'a\u2028b\u0000', files: [] };
  expect(commitCommand('refs/x', commit, 'e 1').toString()).toBe(
    'commit refs/x\nauthor Unknown <> 0 +0000\ncommitter Unknown <> 0 +0000\ndata 30\na b\n\nChancery-Commit: e 1\n\n'.replace(
      'data 30',
      `data ${'a b\n\nChancery-Commit: e 1\n'.length}`,
    ),
  );
});
