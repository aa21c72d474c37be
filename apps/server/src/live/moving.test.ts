import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ServerMessage } from '../contract/live.js';
import { LiveClient } from '../testing/live-client.js';
import { letterSource, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';
import { typing } from '../testing/typing.js';

let there: TestHouse;
let host: string;
let editor: SignedIn;

beforeAll(async () => {
  there = await openTestHouse();
  host = await there.listen();
  editor = await there.signIn('editor');
});
afterAll(() => there.close());

let letter: string;
let one: LiveClient;
let two: LiveClient;
beforeEach(async () => {
  letter = await there.copyLetter();
  one = await LiveClient.open(host, { letter, as: editor, client: 'one' });
  two = await LiveClient.open(host, { letter, as: editor, client: 'two' });
  await one.next();
  await two.next();
  return () => {
    one.close();
    two.close();
  };
});

const movable = (version: number, steps: unknown[], batch: string) => ({
  type: 'steps',
  version,
  steps,
  batch,
  movable: true,
});
const stored = () =>
  there.house.prisma.step.findMany({ where: { letterId: letter }, orderBy: { version: 'asc' } });
const source = async () =>
  (await there.house.prisma.letter.findUniqueOrThrow({ where: { id: letter } })).source;

const mister = insertion('Babbage</p>', 'Mr ');
const late = insertion('hard for you', 'too ');
function insertion(before: string, text: string): { from: number; to: number } {
  const step = typing(letterSource, before, text);
  const from = 'from' in step ? Number(step.from) : Number.NaN;
  return { ...step, from, to: from };
}
const by = (message: ServerMessage) =>
  message.type === 'steps' ? message.steps.map(({ clientId }) => clientId) : [];

describe('a batch that may be moved', () => {
  test('is put behind what came first, and acknowledged as it was stored', async () => {
    one.send(movable(0, [mister], 'first'));
    await one.next();
    two.send(movable(0, [late], 'late'));
    const moved = { ...late, from: late.from + 3, to: late.to + 3 };
    expect(await one.next()).toEqual({
      type: 'steps',
      version: 1,
      steps: [{ step: moved, clientId: 'two' }],
    });
    expect(by(await two.next())).toEqual(['one']);
    expect(await two.next()).toMatchObject({ version: 1, steps: [{ step: moved }] });
    expect(await stored()).toMatchObject([
      { version: 1, clientId: 'one', batch: 'first' },
      { version: 2, clientId: 'two', batch: 'late', step: moved, userId: editor.id },
    ]);
    const text = await source();
    expect(text).toContain('My dear Mr Babbage');
    expect(text).toContain('too hard for you');
    const answer = await there.ask(`/api/letters/${letter}/versions/1/tei`, { as: editor });
    expect(await answer.text()).toBe(letterSource.replace('My dear Babbage', 'My dear Mr Babbage'));
  });

  test('sent twice is acknowledged twice and stored once', async () => {
    one.send(movable(0, [mister], 'first'));
    await one.next();
    await two.next();
    two.send(movable(0, [late], 'late'));
    two.send(movable(0, [late], 'late'));
    expect(by(await two.next())).toEqual(['two']);
    expect(by(await two.next())).toEqual(['one', 'two']);
    two.send(movable(0, [late], 'the same, after a lost connection'));
    expect(by(await two.next())).toEqual(['one', 'two']);
    expect(await two.next()).toMatchObject({ type: 'refused', code: 'stale' });
    expect(await stored()).toHaveLength(2);
  });

  test('goes back to its author where others have taken its place away', async () => {
    const from = mister.from - 4;
    one.send(movable(0, [{ stepType: 'replace', from, to: mister.from + 7 }], 'first'));
    await one.next();
    await two.next();
    two.send(movable(0, [mister], 'late'));
    expect(by(await two.next())).toEqual(['one']);
    expect(await two.next()).toMatchObject({ type: 'refused', batch: 'late', code: 'stale' });
    expect(await stored()).toHaveLength(1);
  });

  test('and others like it are stored at once when they come at once, each in its author’s name', async () => {
    const people = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        LiveClient.open(host, { letter, as: editor, client: `person-${n}` }),
      ),
    );
    for (const person of people) await person.next();
    for (const [n, person] of people.entries()) person.send(movable(0, [mister], `of-${n}`));
    const [first] = people;
    const heard: string[] = [];
    while (first && heard.length < people.length) heard.push(...by(await first.next()));
    expect(new Set(heard).size).toBe(people.length);
    const steps = await stored();
    expect(steps.map(({ clientId }) => clientId)).toEqual(heard);
    for (const { clientId, batch, patch } of steps) {
      expect(batch).toBe(clientId.replace('person', 'of'));
      expect(patch).toMatchObject({ text: 'Mr ' });
    }
    expect(await source()).toContain(`My dear ${'Mr '.repeat(people.length)}Babbage`);
    for (const person of people) person.close();
  });

  test('is stored once when two nodes take batches at the same moment', async () => {
    const node = await there.anotherNode();
    const elsewhere = await LiveClient.open(await node.listen(), { letter, as: editor, client: 'elsewhere' });
    await elsewhere.next();
    one.send(movable(0, [mister], 'here'));
    elsewhere.send(movable(0, [late], 'there'));
    await expect.poll(async () => (await stored()).length).toBe(2);
    const text = await source();
    expect(text).toContain('My dear Mr Babbage');
    expect(text).toContain('too hard for you');
    const heard: string[] = [];
    while (heard.length < 2) heard.push(...by(await elsewhere.next()));
    expect(heard.toSorted()).toEqual(['elsewhere', 'one']);
    elsewhere.close();
  });
});
