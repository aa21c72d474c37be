import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifestName } from '@chancery/importing/archive';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  editionId,
  letterId,
  openTestHouse,
  type SignedIn,
  type TestHouse,
} from '../../testing/test-house.js';
import { typeBefore } from '../../testing/type-before.js';
import { exportEdition } from '../export-edition.js';
import { exportToGit } from '../git/export-to-git.js';
import { importPaths } from '../import-paths.js';
import { NotExported } from './exported-from.js';
import { updateEdition } from './update-edition.js';

const second = 'ada-1843-07-11';

let there: TestHouse;
let folder: string;
let chief: SignedIn;
let editor: SignedIn;
let reader: SignedIn;
let options: { dataDir: string; databaseUrl: string; editionId: string };
beforeAll(async () => {
  there = await openTestHouse();
  options = { dataDir: '', databaseUrl: there.database.url, editionId };
  chief = await there.signIn('chief-editor');
  editor = await there.signIn('editor');
  reader = await there.signIn('reader');
});
afterAll(() => there.close());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-update-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const letter = (id: string) => there.house.prisma.letter.findUniqueOrThrow({ where: { id } });
const suggestions = (letterId: string) =>
  there.house.prisma.suggestion.findMany({ where: { letterId }, include: { author: true } });

/** Other words in a file of the folder. */
async function change(name: string, before: string, after: string): Promise<void> {
  const file = join(folder, name);
  const text = await readFile(file, 'utf8');
  expect(text).toContain(before);
  await writeFile(file, text.replace(before, after));
}

const type = (before: string, text: string, letter: string) =>
  typeBefore(there, editor, letter, before, text);

test('what was changed in the folder comes back as a revision, or as suggestions where somebody has edited', async () => {
  await exportEdition(folder, options);
  await change(`letters/${second}.xml`, 'Bernoulli’s', 'Jacob Bernoulli’s');
  await change(`letters/${letterId}.xml`, 'My dear', 'Dear');
  await change(`letters/${letterId}.xml`, 'working', 'labouring');
  await change(`letters/${letterId}.xml`, ' for you', ' for all of you');
  await type('orking', 'orking and w', letterId);
  const edited = await letter(letterId);

  expect(await updateEdition(folder, options)).toMatchObject({
    editionId,
    faults: [],
    added: [],
    missing: [],
    unchanged: 1,
    brought: [
      {
        path: `letters/${letterId}.xml`,
        outcome: 'suggested',
        suggestions: 3,
        overtaken: expect.any(Number),
      },
      { path: `letters/${second}.xml`, outcome: 'taken', suggestions: 0, overtaken: 0 },
    ],
  });
  // Nobody’s edit is touched.
  expect(await letter(letterId)).toMatchObject({ source: edited.source, version: edited.version });
  const made = await suggestions(letterId);
  expect(made.map(({ reason, state, author }) => [reason, state, author.id])).toEqual(
    Array(3).fill(['From the folder', 'open', chief.id]),
  );
  expect(made.filter(({ fit }) => fit === 'whole').length).toBeGreaterThanOrEqual(2);
  const now = await letter(second);
  expect(now.source).toBe(await readFile(join(folder, `letters/${second}.xml`), 'utf8'));
  const [revision] = await there.house.prisma.revision.findMany({ where: { letterId: second } });
  expect(revision).toMatchObject({ version: now.version, userId: chief.id, label: 'From the folder' });

  // Brought in again, it changes nothing again; not even what was decided.
  await there.house.prisma.suggestion.updateMany({
    where: { id: made[0]?.id ?? '' },
    data: { state: 'rejected', deciderId: editor.id },
  });
  const again = await updateEdition(folder, options);
  expect(again.brought.map(({ outcome }) => outcome)).toEqual(['suggested', 'same']);
  expect(await suggestions(letterId)).toHaveLength(3);
  expect((await suggestions(letterId)).filter(({ state }) => state === 'rejected')).toHaveLength(1);
  expect((await letter(second)).version).toBe(now.version);
});

test('a mistake in one file leaves all as it was; what is gone is told, and what is new is added', async () => {
  await exportEdition(folder, options);
  await change(`letters/${second}.xml`, 'something', 'something more');
  await change(`letters/${letterId}.xml`, '<p>My', '<p><title-of-nothing/>My');
  const before = [await letter(second), await letter(letterId)];
  const refused = await updateEdition(folder, options);
  expect(refused.faults).toEqual([
    {
      path: `letters/${letterId}.xml`,
      line: 15,
      column: expect.any(Number),
      message: expect.stringContaining('title-of-nothing'),
    },
  ]);
  await writeFile(join(folder, `letters/${letterId}.xml`), '<TEI>');
  const broken = await updateEdition(folder, options);
  expect(broken.faults).toMatchObject([{ path: `letters/${letterId}.xml`, line: 1 }]);
  expect(broken.missing).toEqual([]);
  expect([await letter(second), await letter(letterId)]).toEqual(before);

  await rm(join(folder, `letters/${letterId}.xml`));
  await writeFile(
    join(folder, 'letters/new.xml'),
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="new"><teiHeader/><text><body><p>New</p></body></text></TEI>',
  );
  expect(await updateEdition(folder, options)).toMatchObject({
    faults: [],
    missing: [`letters/${letterId}.xml`],
    added: ['letters/new.xml'],
    brought: [{ path: `letters/${second}.xml`, outcome: 'taken' }],
  });
  expect(await letter(letterId)).toMatchObject({ source: before[1]?.source });
});

test('a git checkout says whose the changes are; those of people who may not make them are the importer’s', async () => {
  await exportToGit(folder, options);
  const commit = (email: string, subject: string) =>
    execFileSync('git', [
      '-C',
      folder,
      '-c',
      'user.name=X',
      '-c',
      `user.email=${email}`,
      'commit',
      '-qam',
      subject,
    ]);
  await change(`letters/${second}.xml`, 'about', 'on');
  commit(editor.email.toUpperCase(), 'As in the fair copy');
  await change(`letters/${letterId}.xml`, 'hard', 'very hard');
  commit(reader.email, 'So in print');
  expect((await updateEdition(folder, { ...options, by: chief.email })).brought).toMatchObject([
    { path: `letters/${letterId}.xml`, outcome: 'taken' },
    { path: `letters/${second}.xml`, outcome: 'taken' },
  ]);
  const latest = (id: string) =>
    there.house.prisma.revision.findFirst({ where: { letterId: id }, orderBy: { version: 'desc' } });
  expect(await latest(second)).toMatchObject({
    userId: editor.id,
    label: 'From the folder: As in the fair copy',
  });
  expect(await latest(letterId)).toMatchObject({ userId: chief.id, label: 'From the folder: So in print' });

  // What is exported now is what was committed there, and merges without a conflict.
  await exportEdition(join(folder, 'plain'), options);
  expect(await readFile(join(folder, `plain/letters/${second}.xml`), 'utf8')).toBe(
    await readFile(join(folder, `letters/${second}.xml`), 'utf8'),
  );
});

test('a series comes back letter by letter: headings too, and a header that stands beside it', async () => {
  const document = (id: string, words: string) =>
    `<div type="letter" xml:id="${id}"><head>${id}</head>\n<p>${words}</p></div>`;
  const whole = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="s">\n<teiHeader><fileDesc><titleStmt><title>S</title></titleStmt><publicationStmt><p>T</p></publicationStmt><sourceDesc><p>N</p></sourceDesc></fileDesc></teiHeader>\n<text><body>\n${['one', 'two', 'three', 'four'].map((id) => document(id, `All of ${id} is here.`)).join('\n')}\n</body></text></TEI>`;
  const own = { ...options, editionId: 'series' };
  await mkdir(join(folder, 'in'));
  await writeFile(join(folder, 'in/series.xml'), whole);
  await importPaths([join(folder, 'in')], own);
  const letterOf = (name: string) =>
    there.house.prisma.letter.findFirstOrThrow({ where: { editionId: 'series', name } });
  const out = join(folder, 'out');
  await exportEdition(out, own);
  expect(await updateEdition(out, own)).toMatchObject({ faults: [], brought: [], unchanged: 4 });
  // The second gets another title in its header, for which the series has no place.
  const { source } = await letterOf('two');
  await mkdir(join(out, 'series'));
  await writeFile(join(out, 'series/two.xml'), source.replace('<title>two<', '<title>Number two<'));
  const besides = [{ path: 'series/two.xml', outcome: 'taken' }];
  expect(await updateEdition(out, own)).toMatchObject({ faults: [], brought: besides, unchanged: 3 });
  expect((await exportEdition(out, own)).beside).toEqual(['series/two.xml']);

  await change('out/series.xml', '<head>one</head>', '<head>Number <hi>one</hi></head>');
  await change('out/series.xml', 'All of two', 'Most of two');
  await change('out/series.xml', 'All of three', 'Most of three');
  await typeBefore(there, chief, (await letterOf('three')).id, 'is here', 'surely ');
  const came = await updateEdition(out, own);
  expect(came).toMatchObject({ faults: [], missing: [], added: [], unchanged: 1 });
  expect(came.brought.map(({ path, outcome }) => [path, outcome]).toSorted()).toEqual([
    ['series/one.xml', 'taken'],
    ['series/three.xml', 'suggested'],
    ['series/two.xml', 'taken'],
  ]);
  expect((await letterOf('two')).source).toMatch(/<title>Number two<.*Most of two/s);
  expect((await letterOf('three')).source).toContain('All of three surely is here');

  const again = join(folder, 'again');
  await exportEdition(again, own);
  expect(await readFile(join(again, 'series.xml'), 'utf8')).toBe(
    whole
      .replace('<head>one</head>', '<head>Number <hi>one</hi></head>')
      .replace('All of two', 'Most of two')
      .replace('All of three is', 'All of three surely is'),
  );
  await change('again/series.xml', 'Most of two', 'All of two');
  await change('again/series/two.xml', 'Most of two', 'None of two');
  expect((await updateEdition(again, own)).faults).toMatchObject([
    { path: 'series.xml', message: expect.stringContaining('and otherwise in series/two.xml') },
  ]);
  await exportEdition(again, own);
  await change('again/series.xml', '<p>All of four', '<p><title-of-nothing/>All of four');
  await change('again/series.xml', '<title>S</title>', '<title>Series</title>');
  expect((await updateEdition(again, own)).faults).toMatchObject([
    { path: 'series.xml', line: 2, message: expect.stringContaining('around the documents') },
    { path: 'series.xml', line: 11, message: expect.stringContaining('title-of-nothing') },
  ]);
});

test('a series grows by what is added to it, at its place, and keeps what is taken out unless it is to leave', async () => {
  const document = (id: string) => `<div type="letter" xml:id="${id}">\n<p>All of ${id} is here.</p></div>`;
  const header =
    '<teiHeader><fileDesc><titleStmt><title>S</title></titleStmt><publicationStmt><p>T</p></publicationStmt><sourceDesc><p>N</p></sourceDesc></fileDesc></teiHeader>';
  const around = (documents: string) =>
    `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="g">\n${header}\n<text><body>\n${documents}\n</body></text></TEI>`;
  const plain = around(['k', 'l', 'm'].map(document).join('\n'));
  const own = { ...options, editionId: 'growing' };
  await mkdir(join(folder, 'in'));
  await writeFile(join(folder, 'in/series.xml'), plain);
  await writeFile(
    join(folder, 'in/z.xml'),
    around('<p>A letter behind the series.</p>').replace('"g"', '"z"'),
  );
  await importPaths([join(folder, 'in')], own);
  const out = join(folder, 'out');
  await exportEdition(out, own);
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', join(folder, 'git'), ...args], { encoding: 'utf8' }).trim();
  await exportToGit(join(folder, 'git'), own);
  const first = git('rev-parse', 'HEAD');

  await change('out/series.xml', document('k'), `${document('k')}<!-- new -->${document('k-and-a-half')}`);
  await change('out/series.xml', `\n${document('m')}`, '');
  await change('out/series.xml', 'All of l', 'Most of l');
  const grown = {
    faults: [],
    added: ['series/k-and-a-half.xml'],
    missing: [],
    ofSeries: { kept: [{ path: 'series/m.xml', series: 'series.xml' }], leaving: [] },
  };
  expect(await updateEdition(out, own)).toMatchObject({
    ...grown,
    brought: [{ path: 'series/l.xml', outcome: 'taken' }],
  });
  const order = await there.house.prisma.letter.findMany({
    where: { editionId: 'growing' },
    orderBy: { position: 'asc' },
  });
  expect(order.map(({ name }) => name)).toEqual(['k', 'k-and-a-half', 'l', 'm', 'z']);
  // The same folder again changes nothing.
  expect(await updateEdition(out, own)).toMatchObject({ ...grown, added: [], unchanged: 3 });

  const whole = around(
    [
      `${document('k')}<!-- new -->${document('k-and-a-half')}`,
      document('l').replace('All', 'Most'),
      document('m'),
    ].join('\n'),
  );
  await exportEdition(join(folder, 'again'), own);
  expect(await readFile(join(folder, 'again/series.xml'), 'utf8')).toBe(whole);
  // What was told of the series before is told in the same way still.
  await exportToGit(join(folder, 'git'), own);
  expect(git('merge-base', first, 'HEAD')).toBe(first);
  expect(git('show', `${first}:series.xml`)).toBe(plain);
  expect(git('show', 'HEAD:series.xml')).toBe(whole);
  await exportToGit(join(folder, 'elsewhere'), own);
  expect(
    execFileSync('git', ['-C', join(folder, 'elsewhere'), 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim(),
  ).toBe(git('rev-parse', 'HEAD'));

  // What came into the series since a folder was exported does not leave it by that folder.
  await rm(join(folder, 'out'), { recursive: true });
  await exportEdition(out, own);
  const listed = JSON.parse(await readFile(join(out, manifestName), 'utf8'));
  delete listed.versions.m;
  await writeFile(join(out, manifestName), JSON.stringify(listed));
  await change('out/series.xml', `\n${document('m')}`, '');
  expect(await updateEdition(out, { ...own, seriesAsHere: true })).toMatchObject({
    faults: [{ path: 'series.xml', message: expect.stringContaining('after it was exported (m)') }],
  });

  // Who brings the file back decides that the letter leaves it: it stays, in a file of its own.
  const told = [{ path: 'series/m.xml', series: 'series.xml' }];
  const [older, again] = [join(folder, 'older'), join(folder, 'again')];
  await exportEdition(older, own);
  await change('again/series.xml', `\n${document('m')}`, '');
  const bring = async (from: string, seriesAsHere: boolean) => {
    const { faults, brought, ofSeries } = await updateEdition(from, { ...own, seriesAsHere });
    expect([faults, brought]).toEqual([[], []]);
    return ofSeries;
  };
  const none = { kept: [], leaving: [], putBack: [], stayedOut: [] };
  expect(await bring(again, true)).toEqual({ ...none, leaving: told });
  expect(await bring(again, true)).toEqual(none);
  const fileOf = async (of: string, path: string) => {
    await exportEdition(join(folder, of), own);
    return readFile(join(folder, of, path), 'utf8');
  };
  const without = whole.replace(`\n${document('m')}`, '');
  expect(await fileOf('without', 'series.xml')).toBe(without);
  expect(await fileOf('without', 'series/m.xml')).toContain(document('m').slice('<div'.length));
  const before = git('rev-parse', 'HEAD');
  await exportToGit(join(folder, 'git'), own);
  expect(git('merge-base', before, 'HEAD')).toBe(before);
  expect([git('show', `${before}:series.xml`), git('show', 'HEAD:series.xml')]).toEqual([whole, without]);
  expect(git('show', 'HEAD:series/m.xml')).toContain('All of m is here.');

  // A folder from before brings it back by a decision only, to where it stood.
  expect(await bring(older, false)).toEqual({ ...none, stayedOut: told });
  expect(await fileOf('still', 'series.xml')).toBe(without);
  expect(await bring(older, true)).toEqual({ ...none, putBack: told });
  expect(await fileOf('back', 'series.xml')).toBe(whole);
  await expect(readFile(join(folder, 'back/series/m.xml'))).rejects.toThrow('ENOENT');
  await exportToGit(join(folder, 'git'), own);
  expect(git('show', 'HEAD:series.xml')).toBe(whole);
  expect(git('ls-tree', '-r', '--name-only', 'HEAD')).not.toContain('series/m.xml');
  expect(git('log', '-2', '--format=%b').split('\n').filter(Boolean)).toEqual(
    expect.arrayContaining(['m stands in it', 'm has left it']),
  );
});

test('documents that are known by their places are not taken for one another', async () => {
  const document = (words: string) => `<TEI><teiHeader/><text><body><p>${words}</p></body></text></TEI>`;
  const own = { ...options, editionId: 'unnamed' };
  const corpus = (all: string[]) =>
    `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>\n${all.map(document).join('\n')}\n</teiCorpus>`;
  await mkdir(join(folder, 'in'));
  await writeFile(join(folder, 'in/un.xml'), corpus(['First', 'Second']));
  await importPaths([join(folder, 'in')], own);
  const out = join(folder, 'out');
  await exportEdition(out, own);
  for (const all of [['First', 'New', 'Second'], ['Second']]) {
    await writeFile(join(out, 'un.xml'), corpus(all));
    const { faults, brought, added } = await updateEdition(out, own);
    expect(faults).toMatchObject([{ path: 'un.xml', message: expect.stringContaining('xml:id="un-2"') }]);
    expect([...brought, ...added]).toEqual([]);
  }
  await writeFile(join(out, 'un.xml'), corpus(['First', 'Second', 'Third']));
  expect(await updateEdition(out, own)).toMatchObject({ faults: [], added: ['un/un-3.xml'], brought: [] });
});

test('a folder of which it is not known what it was exported from is refused', async () => {
  await expect(updateEdition(folder, options)).rejects.toThrow(NotExported);
  await writeFile(join(folder, manifestName), '{"edition": 1}');
  await expect(updateEdition(folder, options)).rejects.toThrow('Put back the file');
  await writeFile(join(folder, manifestName), '{"edition": "other", "versions": {}}');
  await expect(updateEdition(folder, options)).rejects.toThrow('was exported from “other”');
  await expect(updateEdition(folder, { ...options, by: 'nobody@example.org' })).rejects.toThrow();
});
