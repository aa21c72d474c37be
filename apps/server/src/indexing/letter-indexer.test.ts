import { schema } from '@chancery/prosemirror-tei';
import { readMetadata } from '@chancery/tei';
import { Step } from 'prosemirror-transform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storeEdition } from '../editions/store-edition.js';
import {
  editionId,
  letterId,
  letterSource,
  openTestHouse,
  smallEdition,
  type TestHouse,
} from '../testing/test-house.js';
import { typing } from '../testing/typing.js';
import type { LetterIndex } from './letter-index.js';
import { LetterIndexer } from './letter-indexer.js';

let there: TestHouse;
const indexers: LetterIndexer[] = [];

beforeAll(async () => {
  there = await openTestHouse();
  await there.database.pool.query(
    'CREATE TABLE titles ("letterId" TEXT PRIMARY KEY, title TEXT NOT NULL, version INT NOT NULL)',
  );
});
afterAll(async () => {
  for (const indexer of indexers) await indexer.stop();
  await there.close();
});

const written: string[] = [];

function titles(revision: number): LetterIndex {
  return {
    name: 'titles',
    revision,
    async write(client, { id, version, tei }) {
      written.push(`${revision}: ${id} ${version}`);
      await client.query('DELETE FROM titles WHERE "letterId" = $1', [id]);
      await client.query('INSERT INTO titles VALUES ($1, $2, $3)', [
        id,
        readMetadata(tei).incipit ?? '',
        version,
      ]);
    },
  };
}

function indexer(...indexes: LetterIndex[]): LetterIndexer {
  const made = new LetterIndexer(there.database.pool, indexes);
  indexers.push(made);
  return made;
}

async function stored(): Promise<Record<string, string>> {
  const { rows } = await there.database.pool.query<{ letterId: string; title: string }>(
    'SELECT * FROM titles',
  );
  return Object.fromEntries(rows.map(({ letterId, title }) => [letterId, title]));
}

test('letters are read into tables once, again when they change, and all anew for a new revision', async () => {
  const first = indexer(titles(1));
  await first.catchUp();
  expect(written).toHaveLength(3);
  expect((await stored())[letterId]).toBe('My dear Babbage');
  await first.settledIn(editionId);
  await indexer(titles(1)).catchUp();
  expect(written).toHaveLength(3);

  const editor = await there.signIn('editor');
  await there.house.desk.amend(letterId, {
    userId: editor.id,
    clientId: 'window',
    batch: 'one',
    make: (letter) => [Step.fromJSON(schema, typing(letter.source, 'Babbage</p>', 'Mr '))],
  });
  await first.settled([letterId]);
  expect((await stored())[letterId]).toBe('My dear Mr Babbage');
  expect(written.slice(3)).toEqual([`1: ${letterId} 1`]);

  await indexer(titles(2)).catchUp();
  expect(written.slice(4).sort()).toEqual([`2: ${letterId} 1`, '2: ada-1843-07-11 0', `2: ${editionId} 0`]);
});

test('two at one letter do it once', async () => {
  written.length = 0;
  await Promise.all([indexer(titles(3)).settled([letterId]), indexer(titles(3)).settled([letterId])]);
  expect(written).toEqual([`3: ${letterId} 1`]);
});

test('an index that fails leaves the tables as they were, and stops no other letter', async () => {
  const before = await stored();
  const failing: LetterIndex = {
    name: 'failing',
    revision: 1,
    async write(_client, { id }) {
      if (id === letterId) throw new TypeError('no');
    },
  };
  const faulty = indexer(titles(4), failing);
  await expect(faulty.settled([letterId])).rejects.toThrow('no');
  await there.database.pool.query(`UPDATE titles SET title = 'old' WHERE "letterId" <> $1`, [letterId]);
  await faulty.catchUp();
  const after = await stored();
  expect(after[letterId]).toBe(before[letterId]);
  expect(after['ada-1843-07-11']).toBe(before['ada-1843-07-11']);
});

test('what is imported beside a running server is indexed by it', async () => {
  const source = letterSource.replaceAll(letterId, 'ada-1843-07-12');
  await storeEdition(there.database.prisma, {
    ...smallEdition,
    letters: [
      { ...smallEdition.letters[0], id: 'ada-1843-07-12', path: 'letters/ada-1843-07-12.xml', source },
    ],
  });
  await expect
    .poll(async () => {
      const { rows } = await there.database.pool.query(
        `SELECT version FROM letter_index WHERE "letterId" = 'ada-1843-07-12'`,
      );
      return rows;
    })
    .toEqual([{ version: 0 }]);
});
