import { schema } from '@chancery/prosemirror-tei';
import { Step } from 'prosemirror-transform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LiveClient } from '../testing/live-client.js';
import { letterId, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';
import { typing } from '../testing/typing.js';

let there: TestHouse;
let editor: SignedIn;
let here: LiveClient;
let elsewhere: LiveClient;

beforeAll(async () => {
  there = await openTestHouse();
  editor = await there.signIn('editor');
  const node = await there.anotherNode();
  const seat = { letter: letterId, as: editor };
  here = await LiveClient.open(await there.listen(), { ...seat, client: 'here' });
  elsewhere = await LiveClient.open(await node.listen(), { ...seat, client: 'elsewhere' });
  await here.next();
  await elsewhere.next();
});
afterAll(async () => {
  here.close();
  elsewhere.close();
  await there.close();
});

const author = { clientId: 'server', batch: 'asked for' };
const stored = () => there.house.prisma.letter.findUniqueOrThrow({ where: { id: letterId } });

test('an edit by the server reaches everybody, on every node, with what is stored alongside', async () => {
  const version = await there.house.desk.amend(letterId, {
    ...author,
    userId: editor.id,
    make: ({ source }) => [Step.fromJSON(schema, typing(source, 'Babbage</p>', 'Mr '))],
    alongside: async (client) => {
      await client.query('UPDATE letter SET stage = $2 WHERE id = $1', [letterId, 'first-proof']);
    },
  });
  expect(version).toBe(1);
  const steps = { type: 'steps', version: 0, steps: [{ clientId: 'server' }] };
  expect(await here.next()).toMatchObject(steps);
  expect(await elsewhere.next()).toMatchObject(steps);
  expect(await stored()).toMatchObject({ version: 1, stage: 'first-proof' });
});

test('when what is stored alongside fails, the edit is not made either', async () => {
  const asked = there.house.desk.amend(letterId, {
    ...author,
    userId: editor.id,
    make: ({ source }) => [Step.fromJSON(schema, typing(source, 'Mr Babbage', 'very '))],
    alongside: () => Promise.reject(new Error('refused')),
  });
  await expect(asked).rejects.toThrow('refused');
  expect(await stored()).toMatchObject({ version: 1 });
  expect((await stored()).source).not.toContain('very Mr');
  expect(here.unread).toBe(0);
});

test('what changes beside the text is told to everybody, on every node', async () => {
  await there.house.desk.tellChanged(letterId, 'comments');
  expect(await here.next()).toEqual({ type: 'changed', topic: 'comments' });
  expect(await elsewhere.next()).toEqual({ type: 'changed', topic: 'comments' });
});
