import { schema } from '@chancery/prosemirror-tei';
import { readEmendations } from '@chancery/tei';
import type { Role } from '@chancery/workflow';
import { parseTree } from '@chancery/xml';
import { Step } from 'prosemirror-transform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EmendationList } from '../contract/emendation.js';
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

let there: TestHouse;
const emended = 'ada-emended';
const source = letterSource
  .replaceAll(letterId, emended)
  .replace(
    'My dear Babbage',
    'My <choice><sic>deer</sic><corr type="slip">dear</corr></choice> <supplied>Mr</supplied> Babbage<gap reason="lost"/>',
  );

beforeAll(async () => {
  there = await openTestHouse();
  const [letter] = smallEdition.letters;
  await storeEdition(there.database.prisma, {
    ...smallEdition,
    letters: [{ ...letter, id: emended, path: `letters/${emended}.xml`, source }],
  });
  await there.house.indexer.settledIn(editionId);
});
afterAll(() => there.close());

async function list(query = '', role: Role = 'editor'): Promise<EmendationList> {
  const as = await there.signIn(role);
  return (await (
    await there.ask(`/api/editions/${editionId}/emendations${query}`, { as })
  ).json()) as EmendationList;
}

test('are listed with what the copy has, as many as the letters contain', async () => {
  const { emendations, total, kinds } = await list();
  expect(total).toBe(3);
  expect(kinds).toMatchObject({ correction: 1, supplied: 1, gap: 1, surplus: 0 });
  expect(emendations).toMatchObject([
    {
      letterId: emended,
      place: 0,
      number: { text: '1', supplied: false },
      kind: 'correction',
      copy: 'deer',
      edition: 'dear',
      before: 'My ',
      reason: 'a slip of the pen',
    },
    { place: 1, kind: 'supplied', copy: '', edition: 'Mr' },
    { place: 2, kind: 'gap', reason: 'the part of the copy that held it is lost' },
  ]);
  const { rows } = await there.database.pool.query<{ source: string }>(
    'SELECT source FROM letter WHERE "editionId" = $1',
    [editionId],
  );
  expect(rows.flatMap(({ source }) => readEmendations(parseTree(source)))).toHaveLength(total);
});

test('of one kind, and from a place on', async () => {
  expect(await list('?kind=gap')).toMatchObject({ total: 1, emendations: [{ kind: 'gap' }] });
  const first = await list();
  expect(first.next).toBeNull();
  const line = await there.house.prisma.calendarLine.findUniqueOrThrow({ where: { letterId: emended } });
  const behind = (place: number) => list(`?after=${encodeURIComponent(`${line.place}/${place}/${emended}`)}`);
  expect((await behind(0)).emendations).toEqual(first.emendations.slice(1));
  expect((await behind(2)).emendations).toEqual([]);
});

test('are told only of letters that one may see', async () => {
  expect(await list('', 'reader')).toMatchObject({ total: 0, emendations: [] });
  await there.house.prisma.letter.update({ where: { id: emended }, data: { stage: 'published' } });
  expect(await list('', 'reader')).toMatchObject({ total: 3, emendations: [{}, {}, {}] });
  expect(await list('', 'transcriber')).toMatchObject({ total: 0 });
});

test('follow an edit at once', async () => {
  const editor = await there.signIn('editor');
  await there.house.desk.amend(emended, {
    userId: editor.id,
    clientId: 'window',
    batch: 'one',
    make: (letter) => [Step.fromJSON(schema, typing(letter.source, 'dear</corr>', 'est '))],
  });
  expect((await list()).emendations[0]?.edition).toBe('est dear');
});
