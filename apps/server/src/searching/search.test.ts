import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchAnswer } from '../contract/search.js';
import { editionId, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';

let there: TestHouse;
let editor: SignedIn;

const texts: Record<string, string> = {
  'ada-a':
    '<p>Mr <persName>Hariman</persName> and Mr Harriman went to Paris, to the <emph>Café Royal</emph>.</p>',
  'ada-b':
    '<p>I <choice><sic>recieve</sic><corr>receive</corr></choice> the <del>old</del> <add>new</add> note<note type="footnote">Harriman’s note, not Hariman’s.</note> of Lord Beaverbrook.</p>',
  'ada-c':
    '<p>The U.S.S.R. and Harrimans Lord; a very very cold day.</p><p>Beaverbrook again: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!</p>',
};

beforeAll(async () => {
  there = await openTestHouse();
  editor = await there.signIn('editor');
  await there.storeBodies(texts);
  await there.house.indexer.settledIn(editionId);
});
afterAll(() => there.close());

async function ask(query: Record<string, string>, as = editor): Promise<Response> {
  return there.ask(`/api/editions/${editionId}/search?${new URLSearchParams(query)}`, { as });
}

async function search(query: Record<string, string>): Promise<SearchAnswer> {
  const response = await ask(query);
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as SearchAnswer;
}

/** “ada-a: Mr [Hariman] and” */
async function hits(query: Record<string, string>): Promise<string[]> {
  const { letters } = await search(query);
  return letters.flatMap(({ id, hits }) => hits.map((hit) => `${id} ${hit.label}: ${hit.words}`));
}

describe('words', () => {
  test.each<[string, string, string[]]>([
    ['a word, without regard to capitals and accents', 'cafe', ['ada-a paragraph 1: Café']],
    [
      'two words, both in the letter',
      'lord note',
      ['ada-b paragraph 1: note', 'ada-b paragraph 1: Lord', 'ada-b page footnote: note'],
    ],
    ['a phrase', '"lord beaverbrook"', ['ada-b paragraph 1: Lord Beaverbrook']],
    ['a phrase does not go over the end of a paragraph', '"day beaverbrook"', []],
    [
      'a beginning',
      'harrim*',
      ['ada-a paragraph 1: Harriman', 'ada-b page footnote: Harriman', 'ada-c paragraph 1: Harrimans'],
    ],
    ['without a word', 'lord -note', ['ada-c paragraph 1: Lord']],
    ['an abbreviation', 'U.S.S.R.', ['ada-c paragraph 1: U.S.S.R']],
    ['over the ends of elements', '"mr hariman"', ['ada-a paragraph 1: Mr Hariman']],
    ['nothing', 'zeppelin', []],
  ])('%s', async (_what, q, expected) => {
    expect(await hits({ q })).toEqual(expected);
  });

  test('only where it is asked for', async () => {
    expect(await hits({ q: 'harriman', in: 'notes' })).toEqual(['ada-b page footnote: Harriman']);
    expect(await hits({ q: 'lovelace', in: 'metadata,notes' })).toHaveLength(5);
    expect(await hits({ q: 'recieve' })).toEqual([]);
    expect(await hits({ q: 'recieve', reading: 'written' })).toEqual(['ada-b paragraph 1: recieve']);
    expect(await hits({ q: '"the old new note"', reading: 'written' })).toHaveLength(1);
    expect(await hits({ q: 'harriman', stages: 'published' })).toEqual([]);
    expect(await hits({ q: 'harriman', from: '1900-01-01' })).toEqual([]);
    expect(await hits({ q: 'harriman', person: 'Nobody' })).toEqual([]);
  });
});

describe('exactly', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['the very characters', { q: 'r. and' }, ['ada-c paragraph 1: R. and']],
    ['capitals matter', { q: 'r. and', capitals: 'true' }, []],
    [
      'a part of a word',
      { q: 'arrima', in: 'text' },
      ['ada-a paragraph 1: arrima', 'ada-c paragraph 1: arrima'],
    ],
    ['whole words', { q: 'harriman', whole: 'true', in: 'text' }, ['ada-a paragraph 1: Harriman']],
    ['accents do not matter', { q: 'cafe' }, ['ada-a paragraph 1: Café']],
    ['accents matter', { q: 'cafe', accents: 'true' }, []],
    ['signs', { q: '.;', accents: 'true' }, []],
    ['signs alone', { q: '’s', in: 'notes' }, ['ada-b page footnote: ’s', 'ada-b page footnote: ’s']],
    ['signs of regular expressions are signs', { q: '.*' }, []],
    ['what no word of the edition holds', { q: 'qqq' }, []],
  ])('%s', async (_what, query, expected) => {
    expect(await hits({ how: 'exact', ...query })).toEqual(expected);
  });
});

describe('regular expressions', () => {
  test.each<[string, Record<string, string>, string[]]>([
    [
      'with what has to be there',
      { q: 'Harr?iman\\b', in: 'text' },
      ['ada-a paragraph 1: Hariman', 'ada-a paragraph 1: Harriman'],
    ],
    ['a word twice', { q: '\\b(\\w+) \\1\\b' }, ['ada-c paragraph 1: very very']],
    ['one or another', { q: 'Paris|U\\.S' }, ['ada-a paragraph 1: Paris', 'ada-c paragraph 1: U.S']],
    ['what matches nothing but nothing', { q: 'q{0}' }, []],
  ])('%s', async (_what, query, expected) => {
    expect(await hits({ how: 'regex', ...query })).toEqual(expected);
  });

  test('one that would never end is ended, and others go on', async () => {
    const [slow, quick] = await Promise.all([ask({ how: 'regex', q: '(a+)+$' }), search({ q: 'harriman' })]);
    expect(slow.status).toBe(422);
    expect(await slow.json()).toMatchObject({ type: 'urn:chancery:problem:too-slow' });
    expect(quick.letters).toHaveLength(2);
    expect(await hits({ how: 'regex', q: 'Par.s' })).toHaveLength(1);
  });

  test('one that is none is told so', async () => {
    const response = await ask({ how: 'regex', q: '(a' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      detail: 'This is no regular expression: Unterminated group. Mend it, or choose “exactly”.',
    });
  });
});

test('what cannot be searched for is told', async () => {
  for (const q of ['', '-harriman', '…', 'a\0b', 'x'.repeat(501)]) {
    const response = await ask({ q });
    expect([q.slice(0, 10), response.status]).toEqual([q.slice(0, 10), 400]);
  }
});

test('pages follow each other in the order of the volume, without what many hold being counted', async () => {
  const rows = Array.from({ length: 2_100 }, (_, index) => `many-${String(index).padStart(4, '0')}`);
  await there.database.pool.query(
    `INSERT INTO letter (id, "editionId", name, path, kind, position, encoding, "baseSource", source, metadata)
     SELECT id, $2, id, id, 'letter', 1000 + at, 'utf-8', '', '', '{}' FROM unnest($1::text[]) WITH ORDINALITY AS row(id, at)`,
    [rows, editionId],
  );
  // The volume has them the other way round, and numbers them so.
  await there.database.pool.query(
    `INSERT INTO calendar_line ("letterId", "editionId", place, number, "numberSupplied", title, "titleSupplied", "titleSort", incipit, words)
     SELECT id, $2, 9000 - at, 9000 - at, true, id, false, id, '', '' FROM unnest($1::text[]) WITH ORDINALITY AS row(id, at)`,
    [rows, editionId],
  );
  const passages = JSON.stringify([
    { place: 0, area: 'text', label: 'paragraph 1', emended: 'So many zeppelins' },
  ]);
  await there.database.pool.query(
    `INSERT INTO search_part SELECT id, 0, $2, $3::jsonb, $4::tsvector, $4::tsvector FROM unnest($1::text[]) AS id`,
    [rows, editionId, passages, `'so':1A 'many':2A 'zeppelins':3A`],
  );
  const seen: string[] = [];
  let after: string | null = '';
  for (let pages = 0; after !== null && pages < 3; pages += 1) {
    const page: SearchAnswer = await search({ q: 'zeppelin*', ...(after ? { after } : {}) });
    expect(page).toMatchObject({ total: null, reached: true });
    seen.push(...page.letters.map(({ id }) => id));
    expect(page.letters[0]?.number).toEqual({ text: String(6_900 + seen.length - 20), supplied: true });
    after = page.next;
  }
  expect(seen).toEqual(rows.toReversed().slice(0, 60));
  const few = await search({ q: 'harriman' });
  expect(few).toMatchObject({ total: { letters: 2, hits: 2 }, next: null });
});

test('what would stand in its place is shown, and what cannot be replaced is told', async () => {
  const { letters } = await search({ how: 'regex', q: 'Mr (Har+iman)', words: '$1, Mr', in: 'text' });
  const shown = letters.flatMap((letter) => letter.hits.map(({ words, replaced }) => [words, replaced]));
  expect(shown).toEqual([
    ['Mr Hariman', { words: 'Hariman, Mr', crosses: true, cannot: null }],
    ['Mr Harriman', { words: 'Harriman, Mr', crosses: false, cannot: null }],
  ]);
  const [title] = (await search({ q: 'lovelace', in: 'metadata', words: 'Byron' })).letters;
  expect(title?.hits[0]?.replaced?.cannot).toBe('It is changed in the form of the letter.');
});

test('nobody finds what they may not see', async () => {
  expect((await ask({ q: 'harriman' }, await there.signIn())).status).toBe(404);
});
