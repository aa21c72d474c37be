import { asAssigned, may, roles, stages } from '@chancery/workflow';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { liveLimits } from '../contract/live.js';
import { LiveClient } from '../testing/live-client.js';
import {
  editionId,
  letterSource,
  openTestHouse,
  type SignedIn,
  type TestHouse,
} from '../testing/test-house.js';
import { typing } from '../testing/typing.js';

let there: TestHouse;
let host: string;
let editor: SignedIn;
let other: SignedIn;
/** A letter of its own for each test. */
let letter: string;
/** Somebody else at the same letter, to whom nothing may happen. */
let bystander: LiveClient;
/** The version of the letter. */
let version: number;
/** Everything that was written to the log. */
let logged: string[];

beforeAll(async () => {
  there = await openTestHouse();
  host = await there.listen();
  editor = await there.signIn('editor');
  other = await there.signIn('editor');
});
afterAll(() => there.close());

beforeEach(async () => {
  logged = [];
  version = 0;
  for (const kind of ['log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, kind).mockImplementation((...words) => void logged.push(words.map(String).join(' ')));
  letter = await there.copyLetter();
  bystander = await join({ client: 'bystander', as: other });
  await bystander.next();
});

afterEach(async () => {
  // Whatever the others did: this connection stands, and its change is stored and acknowledged.
  const now = await there.house.prisma.letter.findUniqueOrThrow({ where: { id: letter } });
  bystander.send(steps(version, [typing(now.source, 'hard for you', 'very ')], 'after all'));
  expect(await bystander.next()).toMatchObject({
    type: 'steps',
    version,
    steps: [{ clientId: 'bystander' }],
  });
  bystander.close();
  vi.restoreAllMocks();
  expect(logged.join('\n')).not.toMatch(/SECRET|Babbage|working/);
});

const join = (options: Partial<Parameters<typeof LiveClient.open>[1]> = {}) =>
  LiveClient.open(host, { letter, as: editor, client: 'client', ...options });
const steps = (version: unknown, list: unknown[], batch = 'batch') => ({
  type: 'steps',
  version,
  steps: list,
  batch,
});
const secret = () => typing(letterSource, 'Babbage</p>', 'SECRET ');
const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** What a fresh client is answered. */
async function answerTo(message: unknown, as = editor) {
  const client = await join({ as });
  await client.next();
  client.send(message);
  const answer = await client.next();
  client.close();
  return answer;
}

describe('a forged version', () => {
  test.each([
    ['below zero', -1],
    ['beyond the letter', 7],
    ['beyond all numbers', 1e300],
    ['beyond whole numbers', Number.MAX_SAFE_INTEGER + 1],
    ['between two', 0.5],
    ['that is text', '0'],
    ['that is nothing', null],
  ])('%s is refused', async (_name, version) => {
    expect(await answerTo(steps(version, [secret()]))).toMatchObject({
      type: 'refused',
      code: 'malformed',
      batch: 'batch',
      reason: expect.stringMatching(/\w.*\.$/),
    });
  });
});

describe('a malformed frame', () => {
  const text = JSON.stringify(steps(0, [{ stepType: 'replace', note: 'SECRET' }]));
  test.each<[string, unknown]>([
    ['of bytes in place of text', Buffer.from(text)],
    ['that is no JSON', '{"type":"steps","SECRET":'],
    ['of nothing', ''],
    ['that is a number', '7'],
    ['that is null', 'null'],
    ['nested a hundred thousand deep', deep(100_000)],
    [
      'with a step whose piece is nested deep',
      `{"type":"steps","version":0,"batch":"b","steps":[{"stepType":"replace","from":1,"to":1,"slice":{"content":${'[{"type":"container","content":'.repeat(20_000)}[]${'}]'.repeat(20_000)}}}]}`,
    ],
    [
      'with keys of prototypes',
      '{"__proto__":{"type":"steps"},"constructor":{"prototype":{"polluted":true}}}',
    ],
    [
      'with a step that has keys of prototypes',
      '{"type":"steps","version":0,"batch":"b","steps":[{"stepType":"__proto__","__proto__":{"polluted":true}}]}',
    ],
    ['with a batch without a name', steps(0, [secret()], '')],
    ['with a name beyond measure', steps(0, [secret()], 'b'.repeat(65))],
    ['with too many steps', steps(0, Array(liveLimits.batchSteps + 1).fill(secret()))],
  ])('%s is refused', async (_name, message) => {
    expect(await answerTo(message)).toMatchObject({
      type: 'refused',
      code: expect.stringMatching(/malformed|does-not-apply/),
      reason: expect.stringMatching(/\w.*\.$/),
    });
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  test('is stored without what no step has', async () => {
    const junk = { ...typing(letterSource, 'dear', 'very '), junk: JSON.parse(deep(500)) };
    const client = await join({ client: 'junk' });
    await client.next();
    client.send(steps(0, [junk]));
    expect(await client.next()).toMatchObject({ type: 'steps' });
    const [stored] = await there.house.prisma.step.findMany({ where: { letterId: letter } });
    expect(stored?.step).toEqual(typing(letterSource, 'dear', 'very '));
    expect(await bystander.next()).toMatchObject({ type: 'steps', version: 0 });
    client.close();
    version = 1;
  });

  test('that says to be text and is none ends its own connection only', async () => {
    const client = await join({ client: 'raw' });
    await client.next();
    client.sendRaw(Buffer.from([0xff, 0xfe, 0x22, 0xc3]));
    expect((await client.closed).code).toBe(1007);
  });

  test('beyond the limit of a frame ends its own connection only', async () => {
    const client = await join({ client: 'huge' });
    await client.next();
    client.send('x'.repeat(liveLimits.frameBytes + 1));
    expect((await client.closed).code).toBe(1009);
  });
});

describe('what is too much', () => {
  test('a paste of ten megabytes is refused by its name, and its client can go on', async () => {
    const client = await join({ client: 'paste' });
    await client.next();
    const slice = { content: [{ type: 'text', text: 'SECRET '.repeat(1_500_000) }] };
    client.send(steps(0, [{ stepType: 'replace', from: 1, to: 1, slice }], 'paste'));
    expect(await client.next()).toMatchObject({ type: 'refused', code: 'too-large', batch: 'paste' });
    client.send(steps(0, [{ stepType: 'nonsense' }], 'next'));
    expect(await client.next()).toMatchObject({ code: 'malformed', batch: 'next' });
    client.close();
  });

  test('a flood is told of and survived', async () => {
    const client = await join({ client: 'flood' });
    await client.next();
    const sent = liveLimits.batchBurst * 3;
    for (let index = 0; index < sent; index += 1) client.send(steps(-1, [secret()]));
    const codes = new Set<string>();
    for (let index = 0; index < sent; index += 1) {
      const answer = await client.next();
      if (answer.type === 'refused') codes.add(answer.code);
    }
    expect([...codes].toSorted()).toEqual(['malformed', 'too-many']);
    client.close();
  });
});

describe('an address with hostile words in it', () => {
  test.each([
    ['version', { version: '-1' }],
    ['version', { version: '1.5' }],
    ['version', { version: '1e999' }],
    ['version', { version: '9'.repeat(400) }],
    ['version', { version: 'NaN' }],
    ['version', { version: "0' OR 1=1" }],
    ['client', { client: '' }],
    ['client', { client: '%00' }],
    ['client', { client: '%0d%0aset-cookie:x' }],
    ['client', { client: '<script>' }],
    ['client', { client: 'c'.repeat(65) }],
    ['letter', { letter: '%E0%A4%A' }],
  ])('%s: %o', async (_name, options) => {
    await expect(join(options)).rejects.toThrow('status 400');
  });

  test.each([['%00'], ['..%2f..%2fetc'], ["x' OR 1=1"], ['__proto__']])('letter: %s', async (named) => {
    await expect(join({ letter: named })).rejects.toThrow(/status 40[04]/);
  });

  test('a name that is a word of the language is a name like any other', async () => {
    const client = await join({ client: '__proto__' });
    expect(await client.next()).toMatchObject({ type: 'hello' });
    client.close();
  });

  test('a version to come is one that the letter has not', async () => {
    const client = await join({ version: Number.MAX_SAFE_INTEGER });
    expect(await client.next()).toMatchObject({ type: 'hello', version: 0 });
    expect(client.unread).toBe(0);
    client.close();
  });
});

describe('who may not edit', () => {
  test('is refused in every role at every stage in which the policy says so, and others are not', async () => {
    const people = new Map<string, SignedIn>();
    for (const role of roles) people.set(role, await there.signIn(role));
    const assigned = [
      ['transcriber', 'transcription'],
      ['proofreader', 'first-proof'],
    ] as const;
    for (const [role, at] of assigned) {
      const person = people.get(role);
      if (person) await there.assign(person, at, letter);
    }
    for (const stage of stages) {
      await there.house.prisma.letter.update({ where: { id: letter }, data: { stage } });
      for (const role of roles) {
        const as = people.get(role);
        if (!may(role, 'read-letter', stage, asAssigned)) {
          await expect(join({ ...(as ? { as } : {}) })).rejects.toThrow('403');
          continue;
        }
        const client = await join({ ...(as ? { as } : {}), client: `${role}-${stage}` });
        const canEdit = may(role, 'edit-letter', stage, asAssigned);
        expect(await client.next(), `${role} ${stage}`).toMatchObject({ type: 'hello', canEdit });
        client.send(steps(0, [{ stepType: 'nonsense' }]));
        expect(await client.next(), `${role} ${stage}`).toMatchObject({
          code: canEdit ? 'malformed' : 'not-allowed',
        });
        client.close();
      }
    }
  });

  test('any more because the letter has passed to another stage, is told and refused', async () => {
    const transcriber = await there.signIn('transcriber');
    await there.assign(transcriber, 'transcription', letter);
    const client = await join({ as: transcriber, client: 'stage' });
    expect(await client.next()).toMatchObject({ canEdit: true });
    await there.house.prisma.letter.update({ where: { id: letter }, data: { stage: 'ready' } });
    await there.house.desk.tellChanged(letter, 'standing');
    expect(await client.next()).toEqual({ type: 'changed', topic: 'standing' });
    expect(await client.next()).toEqual({ type: 'permission', canEdit: false });
    client.send(steps(0, [secret()]));
    expect(await client.next()).toMatchObject({ type: 'refused', code: 'not-allowed' });
    expect(await bystander.next()).toEqual({ type: 'changed', topic: 'standing' });
    client.close();
  });

  test('any more because the role was taken away, is told and let go', async () => {
    const leaver = await there.signIn('transcriber');
    await there.assign(leaver, 'transcription', letter);
    const chief = await there.signIn('chief-editor');
    const client = await join({ as: leaver, client: 'leaver' });
    await client.next();
    const answer = await there.ask(`/api/editions/${editionId}/members/${leaver.id}`, {
      method: 'DELETE',
      as: chief,
    });
    expect(answer.status).toBe(204);
    expect(await client.next()).toEqual({ type: 'permission', canEdit: false });
    expect((await client.closed).code).toBe(1008);
    await expect(join({ as: leaver, client: 'leaver' })).rejects.toThrow('status 404');
  });

  test('any more because they have signed out, is let go', async () => {
    const leaver = await there.signIn('editor');
    const client = await join({ as: leaver, client: 'signed-out' });
    await client.next();
    expect((await there.ask('/api/auth/sign-out', { method: 'POST', as: leaver })).status).toBe(200);
    expect(await client.next()).toEqual({ type: 'permission', canEdit: false });
    expect((await client.closed).code).toBe(1008);
    await expect(join({ as: leaver, client: 'signed-out' })).rejects.toThrow('status 401');
  });

  test('under the name of somebody else’s window is not let in', async () => {
    const thief = await join({ client: 'bystander', as: editor });
    expect((await thief.closed).code).toBe(1008);
  });
});
