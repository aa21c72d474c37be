import { readVolume } from '@chancery/tei';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NewLetterRequest } from '../contract/new-letter.js';
import { editionId, letterId, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';

let there: TestHouse;
let editor: SignedIn;

beforeAll(async () => {
  there = await openTestHouse();
  editor = await there.signIn('editor');
});
afterAll(() => there.close());

const bare: NewLetterRequest = { kind: 'letter', senders: [], addressees: [], place: null };

async function begin(asked: Partial<NewLetterRequest>): Promise<{ status: number; letterId?: string }> {
  const answer = await there.ask(`/api/editions/${editionId}/letters`, {
    method: 'POST',
    body: JSON.stringify({ ...bare, ...asked }),
    headers: { 'content-type': 'application/json' },
    as: editor,
  });
  return { status: answer.status, ...((await answer.json()) as { letterId?: string }) };
}

const order = async () => {
  const { source } = await there.house.prisma.letter.findFirstOrThrow({
    where: { editionId, kind: 'front' },
  });
  return readVolume(source).letters.map(({ id, enclosedIn }) => (enclosedIn ? `${enclosedIn}/${id}` : id));
};

test('a letter is begun as an enclosure and behind another; it stands in the order, in the calendar and in the log', async () => {
  const senders = [{ name: 'Ada Lovelace', person: 'ada' }];
  const date = { when: '1843-07-12' };
  const place = { letterId, how: 'enclosed' } as const;
  const title = { text: 'ADA TO NOBODY', supplied: true };
  expect(await begin({ senders, date, place, number: '1a', title })).toEqual({
    status: 201,
    letterId: 'lovelace-1843-07-12',
  });
  expect(await begin({ senders, date, place: { letterId, how: 'behind' } })).toEqual({
    status: 201,
    letterId: 'lovelace-1843-07-12-2',
  });
  expect((await order()).slice(0, 3)).toEqual([
    letterId,
    `${letterId}/lovelace-1843-07-12`,
    'lovelace-1843-07-12-2',
  ]);
  const line = await there.house.prisma.calendarLine.findUnique({
    where: { letterId: 'lovelace-1843-07-12' },
  });
  expect(line).toMatchObject({ dateWhen: '1843-07-12' });
  await there.house.checker.check(['lovelace-1843-07-12']);
  const stored = await there.house.prisma.letter.findUniqueOrThrow({ where: { id: 'lovelace-1843-07-12' } });
  expect(stored).toMatchObject({ stage: 'transcription', version: 0, errorCount: 0 });
  expect(stored.source).toMatch(/ref="[^"]*volume\.xml#ada"/);
  const told = await there.house.prisma.auditEvent.findMany({ where: { action: 'letter-begun' } });
  expect(told).toMatchObject([{ letterId: 'lovelace-1843-07-12' }, { letterId: 'lovelace-1843-07-12-2' }]);
});

test('of two who begin at once both have a letter of their own; beside a letter that is not there none is begun', async () => {
  const before = await order();
  const both = await Promise.all([begin({ kind: 'telegram' }), begin({ kind: 'telegram' })]);
  expect(both.map((each) => each.letterId).sort()).toEqual(['telegram', 'telegram-2']);
  expect(await order()).toEqual([...before, 'telegram', 'telegram-2']);
  expect(await begin({ place: { letterId: 'nobody', how: 'behind' } })).toMatchObject({ status: 409 });
  expect(await begin({ senders: [{ name: ' ' }] })).toMatchObject({ status: 400 });
  expect(await there.house.prisma.letter.count({ where: { editionId, kind: { not: 'front' } } })).toBe(
    before.length + 2,
  );
});
