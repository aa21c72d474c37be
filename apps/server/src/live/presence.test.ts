import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ServerMessage } from '../contract/live.js';
import { LiveClient } from '../testing/live-client.js';
import { letterId, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';
import { Presence } from './presence.js';
import type { Seat } from './seat.js';

let there: TestHouse;
let hosts: string[];
let ada: SignedIn;
let bob: SignedIn;

beforeAll(async () => {
  there = await openTestHouse();
  hosts = [await there.listen(), await (await there.anotherNode()).listen()];
  ada = await there.signIn('editor');
  bob = await there.signIn('proofreader');
  await there.assign(bob, 'first-proof');
});
afterAll(() => there.close());

const sit = (host: number, as: SignedIn, client: string) =>
  LiveClient.open(hosts[host] ?? '', { letter: letterId, as, client });
const at = (anchor: number, version = 0) => ({
  type: 'here',
  idle: false,
  selection: { anchor, head: anchor, version },
});

/** Waits for what goes through the database to other nodes, which a busy machine takes its time for. */
const seen = (check: () => void) => vi.waitFor(check, { timeout: 20_000 });

test('everybody sees who is there, on every node, where their caret is, and who has gone', async () => {
  const one = await sit(0, ada, 'one');
  const two = await sit(0, bob, 'two');
  const three = await sit(1, bob, 'three');
  await seen(() => {
    for (const { here } of [one, two, three])
      expect([...here.keys()].toSorted()).toEqual(['one', 'three', 'two']);
  });
  expect(three.here.get('one')).toEqual({
    clientId: 'one',
    person: { id: ada.id, name: 'editor' },
    idle: false,
    selection: null,
  });
  one.send(at(7));
  await seen(() => {
    for (const { here } of [two, three])
      expect(here.get('one')?.selection).toEqual({ anchor: 7, head: 7, version: 0 });
  });
  one.send({ type: 'here', idle: true, selection: null });
  await seen(() => expect(three.here.get('one')).toMatchObject({ idle: true, selection: null }));
  three.close();
  await seen(() => expect([...one.here.keys()].toSorted()).toEqual(['one', 'two']));
  two.close();
  one.close();
});

test('the same window that connects again is one, and does not go', async () => {
  const watcher = await sit(1, bob, 'watcher');
  const first = await sit(0, ada, 'again');
  await seen(() => expect(watcher.here.has('again')).toBe(true));
  const second = await sit(0, ada, 'again');
  second.send(at(3));
  await first.closed;
  await seen(() => expect(watcher.here.get('again')?.selection?.anchor).toBe(3));
  second.close();
  watcher.close();
});

test('what is wrong or too much is passed over but for the last of it, and nothing waits for it', async () => {
  const one = await sit(0, ada, 'flood');
  const two = await sit(0, bob, 'still');
  await seen(() => expect(two.here.has('flood')).toBe(true));
  for (const selection of [
    { anchor: -1, head: 0, version: 0 },
    { anchor: 1.5, head: 0, version: 0 },
    'there',
  ])
    one.send({ type: 'here', idle: false, selection });
  for (let count = 0; count < 300; count += 1) one.send(at(count));
  // A batch is taken as ever: presence is not counted with the changes.
  one.send({ type: 'steps', version: 0, batch: 'b', steps: [{ stepType: 'none' }] });
  expect(await one.next()).toMatchObject({ type: 'hello' });
  expect(await one.next()).toMatchObject({ type: 'refused', batch: 'b', code: 'malformed' });
  expect(one.unread).toBe(0);
  // Where they came to rest is seen, if a little later.
  await seen(() => expect(two.here.get('flood')?.selection?.anchor).toBe(299));
  one.close();
  two.close();
});

test('the people of a node that is silent are gone after a while', () => {
  vi.useFakeTimers();
  let now = 0;
  const told: ServerMessage[] = [];
  const presence = new Presence(there.database.pool, () => now);
  const seat: Seat = {
    letterId,
    clientId: 'here',
    person: ada,
    mayEdit: () => Promise.resolve(true),
    recheck: () => Promise.resolve(),
    send: (text) => told.push(JSON.parse(text) as ServerMessage),
    close: () => undefined,
  };
  presence.join(seat);
  const far = { clientId: 'far', person: { id: bob.id, name: 'Bob' }, idle: false, selection: null };
  presence.hear(JSON.stringify({ node: 'other', letterId, here: [far] }));
  presence.hear('no JSON');
  presence.hear(JSON.stringify({ node: 'other', letterId, here: [{ clientId: 1 }] }));
  expect(presence.at(letterId).map(({ clientId }) => clientId)).toEqual(['far', 'here']);
  now = 30_000;
  vi.advanceTimersByTime(10_000);
  expect(presence.at(letterId)).toHaveLength(2);
  now = 40_000;
  vi.advanceTimersByTime(10_000);
  expect(presence.at(letterId).map(({ clientId }) => clientId)).toEqual(['here']);
  expect(told.at(-1)).toMatchObject({ type: 'present', gone: ['far'] });
  presence.stop();
  vi.useRealTimers();
});
