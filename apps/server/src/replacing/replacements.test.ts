import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReplacementDetail, ReplacementRequest } from '../contract/replacement.js';
import type { SuggestionList } from '../contract/suggestion.js';
import { editionId, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';
import { Replacer } from './replacer.js';

let there: TestHouse;
let chief: SignedIn;
let editor: SignedIn;

const texts: Record<string, string> = {
  'ada-a':
    '<p>To Mr <persName ref="#h">Hariman</persName><note type="footnote">Hariman\n          again &amp; again.</note> and Hariman.</p>',
  'ada-b': '<p>Hari<hi>man</hi> came, <choice><sic>Harimann</sic><corr>Hariman</corr></choice> left.</p>',
  'ada-c': '<p><forename>Averel</forename> <surname>Hariman</surname>, and Hariman.</p>',
};

const search: ReplacementRequest['search'] = {
  q: 'Hariman',
  how: 'exact',
  capitals: true,
  accents: true,
  whole: false,
  in: ['text', 'notes'],
  reading: 'emended',
  stages: [],
};

beforeAll(async () => {
  there = await openTestHouse();
  [chief, editor] = [await there.signIn('chief-editor'), await there.signIn('editor')];
  await there.storeBodies(texts);
  await there.house.indexer.settledIn(editionId);
});
afterAll(() => there.close());

const path = `/api/editions/${editionId}/replacements`;

async function send(method: string, address: string, json: unknown, as = editor): Promise<Response> {
  return there.ask(address, {
    method,
    as,
    body: JSON.stringify(json),
    headers: { 'content-type': 'application/json' },
  });
}

async function begin(words: string, more: object = {}): Promise<string> {
  const response = await send('POST', path, { search, words, reason: 'The name is Harriman', ...more });
  expect(response.status, await response.clone().text()).toBe(202);
  return ((await response.json()) as { id: string }).id;
}

async function read(id: string): Promise<ReplacementDetail> {
  return (await (await there.ask(`${path}/${id}`, { as: editor })).json()) as ReplacementDetail;
}

async function ended(id: string): Promise<ReplacementDetail> {
  await expect.poll(async () => (await read(id)).state, { timeout: 10_000 }).not.toMatch(/queued|running/);
  return read(id);
}

async function decide(id: string, decision: object, as = editor): Promise<ReplacementDetail> {
  const response = await send('POST', `${path}/${id}/decisions`, decision, as);
  expect(response.status, await response.clone().text()).toBe(200);
  return ended(id);
}

async function textOf(letterId: string): Promise<string> {
  const { source } = await there.house.prisma.letter.findUniqueOrThrow({ where: { id: letterId } });
  return source.slice(
    source.indexOf('<p>', source.indexOf('</head>\n        <p>')),
    source.indexOf('<closer>'),
  );
}

async function suggested(letterId: string): Promise<string[]> {
  const response = await there.ask(`/api/letters/${letterId}/suggestions`, { as: editor });
  const { suggestions } = (await response.json()) as SuggestionList;
  return suggestions
    .filter(({ state }) => state === 'open')
    .map(
      ({ reason, words }) => `${reason}: ${words.places.map((each) => `${each.removed}>${each.inserted}`)}`,
    );
}

test('what is replaced is suggested in each letter, then taken back as one', async () => {
  const id = await begin('Harriman');
  const made = await ended(id);
  expect(made).toMatchObject({
    state: 'done',
    task: 'suggest',
    letters: { done: 3, total: 3 },
    suggestions: { open: 7, accepted: 0, rejected: 0, withdrawn: 0 },
  });
  expect(made.perLetter.map(({ id, note, suggestions }) => [id, note, suggestions.open])).toEqual([
    ['ada-a', '', 3],
    ['ada-b', '', 2],
    ['ada-c', '', 2],
  ]);
  expect(await suggested('ada-a')).toHaveLength(3);
  expect(await textOf('ada-a')).toContain(texts['ada-a']);

  const back = await decide(id, { decision: 'withdraw' });
  expect(back.suggestions).toEqual({ open: 0, accepted: 0, rejected: 0, withdrawn: 7 });
  expect(await suggested('ada-a')).toEqual([]);
});

test('accepted, it changes the words and nothing else, as its author’s; what was left out stays', async () => {
  const { version } = await there.house.prisma.letter.findUniqueOrThrow({ where: { id: 'ada-c' } });
  const id = await begin('Harriman', { leftOut: [{ letterId: 'ada-c', version, place: 4, from: 20 }] });
  const before = await ended(id);
  expect(before.suggestions.open).toBe(6);
  const inOne = await decide(id, { decision: 'accept', letterIds: ['ada-b'], reason: 'Checked' }, chief);
  expect(inOne.suggestions).toMatchObject({ open: 4, accepted: 2 });
  const after = await decide(id, { decision: 'accept' }, chief);
  expect(after).toMatchObject({ state: 'done', suggestions: { open: 0, accepted: 6 } });
  expect(await textOf('ada-a')).toBe(texts['ada-a']?.replaceAll('Hariman', 'Harriman'));
  expect(await textOf('ada-b')).toBe(
    '<p>Harri<hi>man</hi> came, <choice><sic>Harimann</sic><corr>Harriman</corr></choice> left.</p>',
  );
  expect(await textOf('ada-c')).toBe(
    '<p><forename>Averel</forename> <surname>Harriman</surname>, and Hariman.</p>',
  );
  const steps = await there.house.prisma.step.findMany({ where: { letterId: 'ada-b' } });
  expect(new Set(steps.map(({ userId }) => userId))).toEqual(new Set([editor.id]));
});

test('what would empty an element is told, with a regular expression and its groups', async () => {
  const regex = { ...search, how: 'regex', q: '(Averel) (Harriman)' };
  const empties = await ended(await begin('', { search: regex }));
  expect(empties.suggestions.open).toBe(0);
  expect(empties.perLetter[0]?.note).toBe('It would leave “forename” without words. Replace it at the desk.');
  const id = await begin('$1l $2', { search: regex });
  await ended(id);
  expect(await suggested('ada-c')).toEqual(['The name is Harriman: >l']);
  const rejected = await decide(id, { decision: 'reject', reason: 'No' }, chief);
  expect(rejected.suggestions).toMatchObject({ open: 0, rejected: 1 });
});

test('a letter that was edited after its preview is told of, and the tables may lag', async () => {
  const id = await begin('Ariman', {
    search: { ...search, q: 'Harriman' },
    leftOut: [{ letterId: 'ada-a', version: 0, place: 3, from: 6 }],
  });
  const made = await ended(id);
  expect(made.perLetter.find((each) => each.id === 'ada-a')?.note).toMatch(
    /^It was edited after the preview/,
  );
  expect(made.perLetter.find((each) => each.id === 'ada-b')?.suggestions.open).toBe(2);
  await decide(id, { decision: 'withdraw' });
});

test('stopped, it keeps what is done; a server that is gone is followed by another, which begins its letter anew', async () => {
  const id = await begin('Ariman', { search: { ...search, q: 'Harriman' } });
  await ended(id);
  const stale = new Date(Date.now() - 60_000);
  const { prisma } = there.house;
  await prisma.replacementLetter.updateMany({
    where: { replacementId: id, letterId: 'ada-a' },
    data: { waits: true },
  });
  await prisma.replacement.update({ where: { id }, data: { state: 'running', beatAt: stale } });
  expect((await suggested('ada-a')).length).toBe(3);
  const other = new Replacer(there.house);
  await other.takeUpInterrupted();
  const made = await ended(id);
  await other.stop();
  expect(made.state).toBe('done');
  expect((await suggested('ada-a')).length).toBe(3);
  expect(made.suggestions.open).toBe(6);

  await prisma.replacement.update({ where: { id }, data: { state: 'running', beatAt: new Date() } });
  const atWork = await send('POST', `${path}/${id}/decisions`, { decision: 'accept' });
  expect(atWork.status).toBe(409);
  const stopped = await there.ask(`${path}/${id}/work`, { method: 'DELETE', as: editor });
  expect(await stopped.json()).toMatchObject({ state: 'cancelled', suggestions: { open: 6 } });
  const others = await send('POST', `${path}/${id}/decisions`, { decision: 'withdraw' }, chief);
  expect(others.status).toBe(403);
  expect((await decide(id, { decision: 'withdraw' })).suggestions.open).toBe(0);
});

test('what cannot be is told before anything is done', async () => {
  const count = await there.house.prisma.replacement.count();
  const request = { search, words: 'x', reason: 'Why' };
  const cases: [string, object, number][] = [
    ['nothing found', { ...request, search: { ...search, q: 'zeppelin' } }, 409],
    ['no reason', { ...request, reason: '' }, 400],
    ['metadata alone', { ...request, search: { ...search, in: ['metadata'] } }, 400],
    ['characters that XML has not', { ...request, words: 'a\u0001b' }, 400],
    ['an empty pattern', { ...request, search: { ...search, q: '' } }, 400],
    ['no regular expression', { ...request, search: { ...search, how: 'regex', q: '(' } }, 400],
  ];
  for (const [what, json, status] of cases)
    expect([what, (await send('POST', path, json)).status]).toEqual([what, status]);
  const many = await there.database.pool.query(
    `UPDATE search_part SET passages = jsonb_build_array(passages->0 || jsonb_build_object('area', 'text', 'emended', repeat('zeppelin ', 2001))), emended = $$'zeppelin':1A$$
     WHERE "letterId" = 'ada-a'`,
  );
  expect(many.rowCount).toBe(1);
  await there.database.pool.query(`INSERT INTO search_word VALUES ($1, 'zeppelin') ON CONFLICT DO NOTHING`, [
    editionId,
  ]);
  const tooMany = await send('POST', path, { ...request, search: { ...search, q: 'zeppelin' } });
  expect([tooMany.status, await tooMany.json()]).toMatchObject([
    413,
    { detail: expect.stringMatching(/more than 2000 places/) },
  ]);
  expect(await there.house.prisma.replacement.count()).toBe(count);
  expect((await there.ask(`${path}/none`, { as: editor })).status).toBe(404);
});

test('the list tells all of them, the latest first', async () => {
  const response = await there.ask(path, { as: chief });
  const { replacements } = (await response.json()) as { replacements: ReplacementDetail[] };
  expect(replacements.length).toBe(6);
  expect(replacements.at(-1)).toMatchObject({
    find: { q: 'Hariman', how: 'exact' },
    words: 'Harriman',
    author: { id: editor.id },
    suggestions: { withdrawn: 7 },
  });
});
