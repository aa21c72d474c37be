import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CalendarLine, CalendarSummary } from '../contract/calendar.js';
import type { EditionHead } from '../contract/edition.js';
import type { SearchAnswer } from '../contract/search.js';
import type { Surroundings } from '../contract/volume-line.js';
import { editionId, letterId, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';

let there: TestHouse;
let editor: SignedIn;
const second = 'ada-1843-07-11';

beforeAll(async () => {
  there = await openTestHouse();
  editor = await there.signIn('editor');
  // A document is of whatever kind its encoding says.
  await there.house.prisma.letter.update({ where: { id: second }, data: { kind: 'telegram' } });
});
afterAll(() => there.close());

const get = async <Answer>(path: string) =>
  (await (await there.ask(`/api/editions/${editionId}/${path}`, { as: editor })).json()) as Answer;
const summary = (query = '') => get<CalendarSummary>(`calendar${query}`);
const lines = async (query = '') => (await get<{ lines: CalendarLine[] }>(`calendar/lines${query}`)).lines;
const ids = async (query = '') => (await lines(query)).map(({ id }) => id);

test('says how many letters are at which stage, and what stands around them', async () => {
  expect(await summary()).toMatchObject({
    letters: 2,
    numbers: { first: '1', last: '2' },
    stages: { transcription: 2, published: 0 },
    mine: 0,
    groups: [{ year: '', count: 2, numbers: { first: '1', last: '2' } }],
    front: { title: 'A Small Volume', endnotes: { count: 0 } },
    role: 'editor',
    may: { assign: true, manageMembers: false },
  });
});

test('lists to everybody the letters that they may see, and counts no others', async () => {
  const proofreader = await there.signIn('proofreader');
  const transcriber = await there.signIn('transcriber');
  const reader = await there.signIn('reader');
  const idle = await there.signIn('transcriber');
  await there.assign(proofreader, 'first-proof', second);
  await there.house.prisma.stageMove.create({
    data: {
      letterId,
      from: 'transcription',
      to: 'first-proof',
      version: 0,
      comment: '',
      userId: transcriber.id,
    },
  });
  await there.house.prisma.letter.update({ where: { id: second }, data: { stage: 'published' } });
  const listed = async (as: SignedIn) => {
    const ask = async (path: string) =>
      (await there.ask(`/api/editions/${editionId}/${path}`, { as })).json();
    const calendar = (await ask('calendar')) as CalendarSummary;
    const window = (await ask('calendar/lines')) as { lines: CalendarLine[] };
    const found = (await ask('search?q=A.%20Lovelace')) as SearchAnswer;
    const lined = window.lines.map(({ id }) => id);
    expect(Object.values(calendar.stages).reduce((sum, count) => sum + count, 0)).toBe(lined.length);
    expect(calendar.letters).toBe(lined.length);
    expect(found.letters.map(({ id }) => id)).toEqual(lined);
    return lined;
  };
  expect(await listed(editor)).toEqual([letterId, second]);
  const around = async (as: SignedIn, id = second) =>
    (await (await there.ask(`/api/letters/${id}/surroundings`, { as })).json()) as Surroundings;
  expect(await around(editor)).toMatchObject({
    line: { id: second, path: `letters/${second}.xml`, number: { text: '2' } },
    previous: { id: letterId },
    next: null,
    referred: [],
  });
  expect(await around(editor, letterId)).toMatchObject({ previous: { kind: 'front' }, next: { id: second } });
  expect(await around(proofreader)).toMatchObject({ line: { id: second }, previous: null, next: null });
  const head = (await (
    await there.ask(`/api/editions/${editionId}/head`, { as: editor })
  ).json()) as EditionHead;
  expect(head).toMatchObject({
    numbers: { first: '1', last: '2' },
    volume: { endnotes: [] },
    publication: null,
  });
  expect(head.volume).not.toHaveProperty('letters');
  expect(await listed(proofreader)).toEqual([second]);
  expect(await listed(transcriber)).toEqual([letterId]);
  expect(await listed(reader)).toEqual([second]);
  expect(await listed(idle)).toEqual([]);
  await there.house.prisma.letter.update({ where: { id: second }, data: { stage: 'transcription' } });
  await there.house.prisma.stageMove.deleteMany({});
  await there.house.prisma.assignment.deleteMany({});
});

test('gives lines in the order of the volume, a part at a time', async () => {
  expect(await ids()).toEqual([letterId, second]);
  expect(await ids('?descending=true')).toEqual([second, letterId]);
  expect(await ids('?offset=1&limit=1')).toEqual([second]);
  const tooMany = await there.ask(`/api/editions/${editionId}/calendar/lines?limit=5000`, { as: editor });
  expect(tooMany.status).toBe(400);
});

test('has letters in its lines that had not been read when it was asked for', async () => {
  for (const table of ['calendar_line', 'letter_index'])
    await there.house.pool.query(`DELETE FROM ${table} WHERE "letterId" = $1`, [second]);
  expect(await ids()).toEqual([letterId, second]);
});

describe('filters', () => {
  test('by words, whatever their case and accents, and by number', async () => {
    expect(await ids('?words=BERNOULLI')).toEqual([second]);
    expect(await ids(`?words=${encodeURIComponent('bérnoulli numbers')}`)).toEqual([second]);
    expect(await ids('?words=no.%201')).toEqual([letterId]);
    expect(await ids('?words=100%25')).toEqual([]);
    expect((await summary('?words=bernoulli')).stages.transcription).toBe(1);
  });

  test('by stage, by findings, and by who has it', async () => {
    const { prisma, checker } = there.house;
    // What is counted at the start must not come after what is said here.
    await checker.checkUnchecked();
    await prisma.letter.update({
      where: { id: second },
      data: { stage: 'first-proof', errorCount: 0, warningCount: 2 },
    });
    await prisma.letter.update({ where: { id: letterId }, data: { errorCount: 0, warningCount: 0 } });
    await prisma.assignment.createMany({
      data: [
        { letterId, stage: 'first-proof', userId: editor.id, assignedById: editor.id },
        {
          letterId: second,
          stage: 'first-proof',
          userId: editor.id,
          assignedById: editor.id,
          dueOn: new Date('2026-12-24'),
        },
      ],
    });
    expect(await summary()).toMatchObject({
      stages: { transcription: 1, 'first-proof': 1 },
      mine: 1,
      withFindings: 1,
    });
    for (const query of ['?stage=first-proof', '?findings=true', '?mine=true'])
      expect(await ids(query), query).toEqual([second]);
    const [line] = await lines('?mine=true');
    expect(line).toMatchObject({
      assigned: { id: editor.id, name: 'editor', dueOn: '2026-12-24' },
      findings: { errors: 0, warnings: 2 },
    });
    for (const order of ['due', 'assigned', 'findings', 'stage'])
      expect(await ids(`?order=${order}&descending=true`), order).toEqual([second, letterId]);
  });
});

test('follows the volume’s own order and numbers at once', async () => {
  const facts = await get<{ revision: string }>('volume');
  const change = { change: 'place', letter: second, to: { enclosedIn: null, after: null } };
  const response = await there.ask(`/api/editions/${editionId}/volume/arrangements`, {
    method: 'POST',
    as: editor,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ revision: facts.revision, change }),
  });
  expect(response.status).toBe(200);
  expect(await ids()).toEqual([second, letterId]);
  const number = { change: 'number', letter: letterId, number: '1a' };
  const { revision } = await get<{ revision: string }>('volume');
  await there.ask(`/api/editions/${editionId}/volume/arrangements`, {
    method: 'POST',
    as: editor,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ revision, change: number }),
  });
  expect((await lines()).map((line) => line.number?.text)).toEqual(['2', '1a']);
});

test('heads years with their enclosures, and years that come back each time anew', async () => {
  const copies = [await there.copyLetter(), await there.copyLetter(), await there.copyLetter()];
  await there.house.indexer.settledIn(editionId);
  const groups = async (dates: readonly string[], enclosed: number) => {
    for (const [index, id] of copies.entries())
      await there.database.pool.query(
        `UPDATE calendar_line SET place = $2, "dateWhen" = $3, "enclosedIn" = $4 WHERE "letterId" = $1`,
        [id, 100 + index, dates[index], index === enclosed ? 'another' : null],
      );
    const { groups: said } = await summary();
    return said.slice(-3).map(({ year, count, dates: { first, last } }) => [year, count, first, last]);
  };
  expect((await groups(['1850-01-02', '1849-05-06', '1850-03-04'], 1)).at(-1)).toEqual([
    '1850',
    3,
    '1849-05-06',
    '1850-03-04',
  ]);
  expect((await groups(['1850-01-02', '1850-03-04', '1849-05-06'], 2)).at(-1)).toEqual([
    '1850',
    3,
    '1849-05-06',
    '1850-03-04',
  ]);
  expect(await groups(['1850-01-02', '1849-05-06', '1850-03-04'], -1)).toEqual([
    ['1850', 1, '1850-01-02', '1850-01-02'],
    ['1849', 1, '1849-05-06', '1849-05-06'],
    ['1850', 1, '1850-03-04', '1850-03-04'],
  ]);
});
