import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LetterDetail } from '../contract/letter.js';
import { liveLimits } from '../contract/live.js';
import { LiveClient } from '../testing/live-client.js';
import { letterSource, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';
import { typing } from '../testing/typing.js';
import { storeSteps } from './store-steps.js';

let there: TestHouse;
let host: string;
let editor: SignedIn;

beforeAll(async () => {
  there = await openTestHouse();
  host = await there.listen();
  editor = await there.signIn('editor');
});
afterAll(() => there.close());

/** A letter of its own for each test, so that versions begin at 0. */
let letter: string;
beforeEach(async () => {
  letter = await there.copyLetter();
});

const join = (options: Partial<Parameters<typeof LiveClient.open>[1]> = {}) =>
  LiveClient.open(host, { letter, as: editor, ...options });
const steps = (version: number, list: unknown[], batch = `b${version}`) => ({
  type: 'steps',
  version,
  steps: list,
  batch,
});
const source = async () =>
  (await there.house.prisma.letter.findUniqueOrThrow({ where: { id: letter } })).source;

describe('a batch that fits', () => {
  test('is stored with its TEI before it is acknowledged, and reaches everybody', async () => {
    const [one, two] = [await join({ client: 'one' }), await join({ client: 'two' })];
    expect(await one.next()).toEqual({ type: 'hello', version: 0, canEdit: true, anewAt: 0 });
    await two.next();
    const step = typing(letterSource, 'Babbage</p>', 'Mr ');
    one.send(steps(0, [step]));
    const acknowledgement = { type: 'steps', version: 0, steps: [{ step, clientId: 'one' }] };
    expect(await one.next()).toEqual(acknowledgement);
    expect(await source()).toBe(letterSource.replace('My dear Babbage', 'My dear Mr Babbage'));
    expect(await two.next()).toEqual(acknowledgement);
    const [stored] = await there.house.prisma.step.findMany({ where: { letterId: letter } });
    expect(stored).toMatchObject({ version: 1, clientId: 'one', userId: editor.id, batch: 'b0' });
    one.close();
    two.close();
  });

  test('of several steps makes as many versions', async () => {
    const one = await join();
    await one.next();
    const first = typing(letterSource, 'Babbage</p>', 'Mr ');
    const second = typing(letterSource.replace('dear Babbage', 'dear Mr Babbage'), 'dear Mr', 'very ');
    one.send(steps(0, [first, second]));
    expect(await one.next()).toMatchObject({ type: 'steps', version: 0, steps: [{}, {}] });
    expect(await source()).toContain('My very dear Mr Babbage');
    const detail = (await (await there.ask(`/api/letters/${letter}`, { as: editor })).json()) as LetterDetail;
    expect(detail.version).toBe(2);
    expect(detail.base).toEqual({ version: 0, source: letterSource, doc: null });
    expect(detail.steps.map((each) => each.version)).toEqual([1, 2]);
    one.close();
  });

  test('updates what the calendar shows', async () => {
    const one = await join();
    await one.next();
    one.send(steps(0, [typing(letterSource, 'A. LOVELACE TO', 'LADY ')]));
    await one.next();
    const stored = await there.house.prisma.letter.findUniqueOrThrow({ where: { id: letter } });
    expect(stored.metadata).toMatchObject({ letter: { title: { text: 'LADY A. LOVELACE TO C. BABBAGE' } } });
    one.close();
  });

  test('sent twice is acknowledged twice and stored once', async () => {
    const one = await join();
    await one.next();
    const batch = steps(0, [typing(letterSource, 'Babbage</p>', 'Mr ')], 'again');
    one.send(batch);
    const first = await one.next();
    one.send(batch);
    expect(await one.next()).toEqual(first);
    expect(await there.house.prisma.step.count({ where: { letterId: letter } })).toBe(1);
    one.close();
  });
});

describe('catching up', () => {
  test('a client that comes later is sent what it lacks, and no more', async () => {
    const one = await join({ client: 'one' });
    await one.next();
    const first = typing(letterSource, 'Babbage</p>', 'Mr ');
    one.send(steps(0, [first]));
    await one.next();
    const late = await join({ client: 'late', version: 0 });
    expect(await late.next()).toEqual({ type: 'hello', version: 1, canEdit: true, anewAt: 0 });
    expect(await late.next()).toEqual({
      type: 'steps',
      version: 0,
      steps: [{ step: first, clientId: 'one' }],
    });
    const upToDate = await join({ client: 'up-to-date', version: 1 });
    expect(await upToDate.next()).toMatchObject({ type: 'hello', version: 1 });
    expect(upToDate.unread).toBe(0);
    for (const client of [one, late, upToDate]) client.close();
  });

  test('a batch for an older version is refused as stale, after the steps in between', async () => {
    const [one, two] = [await join({ client: 'one' }), await join({ client: 'two' })];
    await one.next();
    await two.next();
    one.send(steps(0, [typing(letterSource, 'Babbage</p>', 'Mr ')]));
    await one.next();
    await two.next();
    two.send(steps(0, [typing(letterSource, 'hard for you', 'too ')], 'late'));
    expect(await two.next()).toMatchObject({ type: 'steps', version: 0, steps: [{ clientId: 'one' }] });
    expect(await two.next()).toMatchObject({ type: 'refused', batch: 'late', code: 'stale', version: 1 });
    expect(await source()).not.toContain('too hard');
    one.close();
    two.close();
  });

  test('a letter that nobody has open is read again from its base and its steps', async () => {
    const one = await join({ client: 'one' });
    await one.next();
    one.send(steps(0, [typing(letterSource, 'Babbage</p>', 'Mr ')]));
    await one.next();
    one.close();
    const other = await there.anotherNode();
    const two = await LiveClient.open(await other.listen(), {
      letter,
      as: editor,
      client: 'two',
      version: 1,
    });
    expect(await two.next()).toMatchObject({ type: 'hello', version: 1 });
    two.send(steps(1, [typing(await source(), 'Mr Babbage', 'good ')]));
    expect(await two.next()).toMatchObject({ type: 'steps', version: 1 });
    expect(await source()).toContain('My dear good Mr Babbage');
    two.close();
  });
});

describe('two nodes on one database', () => {
  test('a step stored by one reaches the clients of the other', async () => {
    const node = await there.anotherNode();
    const here = await join({ client: 'here' });
    const elsewhere = await LiveClient.open(await node.listen(), { letter, as: editor, client: 'elsewhere' });
    await here.next();
    await elsewhere.next();
    const step = typing(letterSource, 'Babbage</p>', 'Mr ');
    here.send(steps(0, [step]));
    expect(await elsewhere.next()).toEqual({
      type: 'steps',
      version: 0,
      steps: [{ step, clientId: 'here' }],
    });
    here.close();
    elsewhere.close();
  });

  test('of writers that write at once, one is stored and the others are told to rebase', async () => {
    const node = await there.anotherNode();
    const otherHost = await node.listen();
    const clients = await Promise.all(
      ['a', 'b', 'c', 'd'].map((client, index) =>
        LiveClient.open(index % 2 === 0 ? host : otherHost, { letter, as: editor, client }),
      ),
    );
    for (const client of clients) await client.next();
    const step = typing(letterSource, 'Babbage</p>', 'Mr ');
    for (const [index, client] of clients.entries()) client.send(steps(0, [step], `batch-${index}`));
    const outcomes = await Promise.all(
      clients.map(async (client, index) => {
        // Everybody hears of the one that was stored; the others then hear of their refusal.
        for (;;) {
          const message = await client.next();
          if (message.type === 'refused') return message.code;
          if (message.type === 'steps' && message.steps[0]?.clientId === 'abcd'[index]) return 'stored';
        }
      }),
    );
    expect(outcomes.toSorted()).toEqual(['stale', 'stale', 'stale', 'stored']);
    expect(await there.house.prisma.step.count({ where: { letterId: letter } })).toBe(1);
    expect(await source()).toContain('My dear Mr Babbage');
    for (const client of clients) client.close();
  });

  test('the statement that stores is a compare-and-swap', async () => {
    const batch = (text: string) => ({
      letterId: letter,
      version: 0,
      batches: [
        {
          steps: [{ stepType: text }],
          clientId: text,
          batch: text,
          userId: editor.id,
          patch: { start: 0, end: 0, text: '' },
        },
      ],
      source: text,
      metadata: {
        letter: {
          dates: [],
          senders: [],
          signatories: [],
          addressees: [],
          intermediaries: [],
          places: [],
          callouts: [],
          footnotes: 0,
        },
      },
    });
    const outcomes = await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map((each) => storeSteps(there.database.pool, batch(each))),
    );
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    const winner = ['a', 'b', 'c', 'd', 'e'][outcomes.indexOf(true)];
    expect(await source()).toBe(winner);
    const stored = await there.house.prisma.step.findMany({ where: { letterId: letter } });
    expect(stored.map((each) => each.clientId)).toEqual([winner]);
  });
});

describe('what is refused, with a reason, and stores nothing', () => {
  test.each([
    ['not JSON', '{', 'malformed', null],
    ['another kind of message', { type: 'format-disk', batch: 'b' }, 'malformed', 'b'],
    ['a batch without steps', { type: 'steps', version: 0, steps: [], batch: 'empty' }, 'malformed', 'empty'],
    [
      'a step that is no step',
      { type: 'steps', version: 0, steps: [{ stepType: 'nonsense' }], batch: 'b' },
      'malformed',
      'b',
    ],
    [
      'a version that does not exist',
      { type: 'steps', version: 99, steps: [{ stepType: 'replace' }], batch: 'b' },
      'malformed',
      'b',
    ],
    [
      'a negative version',
      { type: 'steps', version: -1, steps: [{ stepType: 'replace' }], batch: 'b' },
      'malformed',
      'b',
    ],
    [
      'a step beyond the end',
      { type: 'steps', version: 0, steps: [{ stepType: 'replace', from: 99_999, to: 99_999 }], batch: 'b' },
      'does-not-apply',
      'b',
    ],
    [
      'a step that removes the whole letter',
      { type: 'steps', version: 0, steps: [{ stepType: 'replace', from: 0, to: 5 }], batch: 'b' },
      expect.stringMatching(/does-not-apply|not-representable/),
      'b',
    ],
  ])('%s', async (_name, message, code, batch) => {
    const one = await join();
    await one.next();
    one.send(message);
    const refused = await one.next();
    expect(refused).toMatchObject({ type: 'refused', code, batch });
    expect(refused).toHaveProperty('reason', expect.stringMatching(/\w.*\./));
    expect(await source()).toBe(letterSource);
    expect(await there.house.prisma.step.count({ where: { letterId: letter } })).toBe(0);
    one.close();
  });

  test('text that XML cannot hold', async () => {
    const one = await join();
    await one.next();
    const step = JSON.parse(
      JSON.stringify(typing(letterSource, 'Babbage</p>', 'Mr ')).replace('Mr ', '\\u0001'),
    );
    one.send(steps(0, [step]));
    expect(await one.next()).toMatchObject({ type: 'refused', code: 'not-representable' });
    expect(await source()).toBe(letterSource);
    one.close();
  });

  test('an oversized batch, by name, with the connection kept', async () => {
    const one = await join();
    await one.next();
    const text = 'x'.repeat(liveLimits.messageBytes);
    one.send(steps(0, [{ stepType: 'replace', from: 1, to: 1, text }], 'huge'));
    expect(await one.next()).toMatchObject({ type: 'refused', code: 'too-large', batch: 'huge' });
    one.send(steps(0, [typing(letterSource, 'Babbage</p>', 'Mr ')]));
    expect(await one.next()).toMatchObject({ type: 'steps', version: 0 });
    one.close();
  });

  test('a flood, survivably', async () => {
    const one = await join();
    await one.next();
    const sent = liveLimits.batchBurst * 3;
    for (let index = 0; index < sent; index += 1) one.send('{');
    const codes: string[] = [];
    for (let index = 0; index < sent; index += 1) {
      const message = await one.next();
      if (message.type === 'refused') codes.push(message.code);
    }
    expect(codes).toHaveLength(sent);
    expect(codes).toContain('too-many');
    one.close();
  });

  test('whatever a reader sends', async () => {
    const reader = await there.signIn('reader');
    await there.house.prisma.letter.update({ where: { id: letter }, data: { stage: 'published' } });
    const one = await join({ as: reader });
    expect(await one.next()).toEqual({ type: 'hello', version: 0, canEdit: false, anewAt: 0 });
    one.send(steps(0, [typing(letterSource, 'Babbage</p>', 'Mr ')]));
    expect(await one.next()).toMatchObject({ type: 'refused', code: 'not-allowed' });
    expect(await source()).toBe(letterSource);
    one.close();
  });

  test('a transcriber’s change of a letter that is being proofread', async () => {
    await there.house.prisma.letter.update({ where: { id: letter }, data: { stage: 'first-proof' } });
    const transcriber = await there.signIn('transcriber');
    await there.assign(transcriber, 'transcription', letter);
    const one = await join({ as: transcriber });
    expect(await one.next()).toMatchObject({ type: 'hello', canEdit: false });
    one.close();
  });
});

describe('who may connect', () => {
  test.each([
    ['nobody', {}, 'status 401'],
    ['from another site', { origin: 'https://elsewhere.example' }, 'status 403'],
    ['to a letter that is not there', { letter: 'forged' }, 'status 404'],
    ['to an address that is no name', { letter: '%E0%A4%A' }, 'status 400'],
    ['without a version', { version: 'x' }, 'status 400'],
    ['with a client name beyond measure', { client: 'c'.repeat(65) }, 'status 400'],
  ])('not %s', async (name, options, status) => {
    await expect(
      join({ ...(name === 'nobody' ? { as: undefined } : {}), ...options } as never),
    ).rejects.toThrow(status);
  });

  test('not a stranger to the edition: to them there is no letter', async () => {
    const stranger = await there.signIn();
    await expect(join({ as: stranger })).rejects.toThrow('status 404');
  });

  test('not under another person’s client name, now or later', async () => {
    const other = await there.signIn('editor');
    const one = await join({ client: 'mine' });
    await one.next();
    const thief = await join({ client: 'mine', as: other });
    expect((await thief.closed).code).toBe(1008);
    one.send(steps(0, [typing(letterSource, 'Babbage</p>', 'Mr ')]));
    expect(await one.next()).toMatchObject({ type: 'steps' });
    one.close();
    await one.closed;
    const later = await join({ client: 'mine', as: other });
    expect((await later.closed).code).toBe(1008);
  });

  test('the same window once more takes its own place', async () => {
    const lost = await join({ client: 'window' });
    await lost.next();
    const again = await join({ client: 'window' });
    expect(await again.next()).toMatchObject({ type: 'hello' });
    expect((await lost.closed).code).toBe(1008);
    again.close();
  });
});
