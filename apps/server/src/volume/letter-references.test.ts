import { randomUUID } from 'node:crypto';
import { schema, sourceStep } from '@chancery/prosemirror-tei';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EditionDetail } from '../contract/edition.js';
import type { LetterReferences } from '../contract/reference.js';
import type { Targets } from '../contract/volume-line.js';
import { editionId, letterId, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';

const second = 'ada-1843-07-11';
let there: TestHouse;
let editor: SignedIn;

beforeAll(async () => {
  there = await openTestHouse();
  editor = await there.signIn('editor');
});
afterAll(() => there.close());

async function write(id: string, from: string, to: string): Promise<void> {
  expect(schema).toBeDefined();
  await there.house.desk.amend(id, {
    userId: editor.id,
    clientId: 'window',
    batch: randomUUID(),
    make: (letter) => {
      expect(letter.source).toContain(from);
      const step = sourceStep(letter, letter.source.replace(from, to));
      return step ? [step] : [];
    },
  });
  await there.house.indexer.settledIn(editionId);
}

const references = async (id: string) =>
  (await (await there.ask(`/api/letters/${id}/references`, { as: editor })).json()) as LetterReferences;

const errors = async () => {
  const edition = (await (
    await there.ask(`/api/editions/${editionId}`, { as: editor })
  ).json()) as EditionDetail;
  return edition.letters.map(({ id, deadReferences }) => [id, deadReferences]);
};

test('a letter tells which letters refer to it, under the numbers that they have now', async () => {
  await write(
    second,
    'Bernoulli’s Numbers.',
    `Bernoulli’s Numbers, see <ptr type="document" target="${letterId}.xml"/>.`,
  );
  expect(await references(letterId)).toEqual({
    faults: [],
    words: [],
    notesInPlace: [],
    endnotes: { before: [], after: [] },
    endnoteWords: [],
    counted: {},
    from: [
      {
        letterId: second,
        number: '2',
        title: 'A. LOVELACE TO C. BABBAGE',
        context: 'I want to put in something about Bernoulli’s Numbers, see ….',
      },
    ],
  });
  const file = await there.house.prisma.letter.findFirstOrThrow({ where: { editionId, kind: 'front' } });
  await write(file.id, '<list type="documents">', '<list type="documents" rend="numbered">');
  await write(file.id, `target="letters/${second}.xml"`, 'target="letters/none.xml"');
  await write(file.id, `target="letters/${letterId}.xml"`, `target="letters/${second}.xml"`);
  expect((await references(letterId)).from).toMatchObject([{ letterId: second, number: '1' }]);
});

test('a reference that leads nowhere is told in the letter, and counted in the calendar', async () => {
  expect((await errors()).find(([id]) => id === second)).toEqual([second, 0]);
  await write(second, `target="${letterId}.xml"`, 'target="gone.xml"');
  expect(await references(second)).toMatchObject({
    faults: [
      { written: 'gone.xml', message: 'The reference leads to “gone.xml”, which the edition does not have.' },
    ],
  });
  expect((await errors()).find(([id]) => id === second)).toEqual([second, 1]);
  expect((await references(letterId)).from).toEqual([]);
  await write(second, '<p>I want', '<p><pb n="6" xml:id="pb-6"/>I want');
  const targets = async (words: string) =>
    (await (
      await there.ask(`/api/editions/${editionId}/targets?words=${words}`, { as: editor })
    ).json()) as Targets;
  expect((await targets('page 6')).places).toMatchObject([
    { kind: 'page', id: 'pb-6', n: '6', letter: { id: second, path: `letters/${second}.xml` } },
  ]);
  await write(second, '<p><pb n="6" xml:id="pb-6"/>', '<p><pb n="6" xml:id="pb-6"/><pb n="7 a"/>');
  expect((await targets('page 7')).places).toMatchObject([{ id: 'page-7-a', n: '7 a', named: false }]);
  await write(
    letterId,
    'My dear Babbage',
    `My dear Babbage <ptr type="page" target="${second}.xml#page-7-a"/>`,
  );
  expect((await references(letterId)).faults).toMatchObject([{ written: `${second}.xml#page-7-a` }]);
  for (const time of ['once', 'twice']) {
    const given = await there.ask(`/api/letters/${second}/pages/page-7-a`, { method: 'PUT', as: editor });
    expect([given.status, time]).toEqual([200, time]);
  }
  await there.house.indexer.settledIn(editionId);
  expect((await references(letterId)).faults).toEqual([]);
  expect((await targets('page 7')).places).toMatchObject([{ id: 'page-7-a', named: true }]);
  const { source } = await there.house.prisma.letter.findUniqueOrThrow({ where: { id: second } });
  expect(source).toContain('<pb n="7 a" xml:id="page-7-a"/>');
  const gone = await there.ask(`/api/letters/${second}/pages/page-8`, { method: 'PUT', as: editor });
  expect([gone.status, await gone.json()]).toMatchObject([409, { detail: expect.stringContaining('gone') }]);
  expect((await targets('1')).letters[0]).toMatchObject({ id: second, number: { text: '1' } });
});
