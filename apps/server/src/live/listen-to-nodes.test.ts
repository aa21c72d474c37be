import { afterAll, beforeAll, expect, test } from 'vitest';
import { topics } from '../contract/live.js';
import { LiveClient } from '../testing/live-client.js';
import { letterId, letterSource, openTestHouse, type TestHouse } from '../testing/test-house.js';
import { typing } from '../testing/typing.js';
import { listenerName } from './listen-to-nodes.js';
import { storeSteps } from './store-steps.js';

let there: TestHouse;
let node: Awaited<ReturnType<TestHouse['anotherNode']>>;
let here: LiveClient;
let elsewhere: LiveClient;

beforeAll(async () => {
  there = await openTestHouse();
  node = await there.anotherNode();
  const seat = { letter: letterId, as: await there.signIn('editor') };
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

test('what was stored while a node could not hear reaches its people when it hears again', async () => {
  // The connections on which the nodes listen are lost, and nobody is told of what is stored at that moment.
  const { rowCount } = await there.database.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = $1 AND datname = current_database()`,
    [listenerName],
  );
  expect(rowCount).toBe(2);
  here.send({ type: 'steps', version: 0, steps: [typing(letterSource, 'Babbage</p>', 'Mr ')], batch: 'b' });
  // Anything beside the text may have changed meanwhile, too.
  const wanted = new Set(['steps', 'inbox', ...topics]);
  while (wanted.size > 0) {
    const message = await elsewhere.next();
    wanted.delete(message.type === 'changed' ? message.topic : message.type);
    if (message.type === 'steps')
      expect(message).toMatchObject({ version: 0, steps: [{ clientId: 'here' }] });
  }
});

test('what a node has stored that died before it told of it is found by the others', async () => {
  const { source, version } = await there.house.prisma.letter.findUniqueOrThrow({ where: { id: letterId } });
  const { id: userId } = await there.signIn('editor');
  const step = typing(source, 'Mr Babbage', 'good ');
  const patch = { start: source.indexOf('Mr Babbage'), end: source.indexOf('Mr Babbage'), text: 'good ' };
  await storeSteps(there.database.pool, {
    letterId,
    version,
    batches: [{ steps: [step], clientId: 'of-the-dead', batch: 'last', userId, patch }],
    source: source.replace('Mr Babbage', 'good Mr Babbage'),
    metadata: undefined,
  });
  await node.house.desk.refreshBehind();
  for (;;) {
    const message = await elsewhere.next();
    if (message.type !== 'steps') continue;
    expect(message).toMatchObject({ version, steps: [{ clientId: 'of-the-dead' }] });
    return;
  }
});
