import type { ServerMessage } from '@chancery/server/api';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LiveConnection } from './live-connection.js';

/** A socket that does what the test has it do. */
class Socket extends EventTarget {
  static readonly OPEN = 1;
  static all: Socket[] = [];
  readyState = 0;

  constructor() {
    super();
    Socket.all.push(this);
  }

  says(message: object): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data: JSON.stringify(message) }));
  }

  close(): void {
    this.readyState = 3;
  }
}

let online: boolean[];
let heard: ServerMessage[];
let page: EventTarget;
let connection: LiveConnection;

beforeEach(() => {
  vi.useFakeTimers();
  Socket.all = [];
  page = new EventTarget();
  vi.stubGlobal('WebSocket', Socket);
  vi.stubGlobal('location', { href: 'https://edition.example.org/letters/one' });
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  online = [];
  heard = [];
  connection = new LiveConnection('one', 'me', {
    version: () => 0,
    onMessage: (message) => heard.push(message),
    onOnline: (is) => online.push(is),
  });
});

afterEach(() => {
  connection.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const hello = { type: 'hello', version: 0, canEdit: true, anewAt: 0 };

it('tries another connection where one was taken and nobody says anything', () => {
  expect(Socket.all).toHaveLength(1);
  vi.advanceTimersByTime(30_000);
  const [first, second] = Socket.all;
  expect(first?.readyState).toBe(3);
  second?.says(hello);
  expect(online).toEqual([false, true]);
});

it('keeps a connection on which the server has greeted, however long nothing is said', () => {
  Socket.all[0]?.says(hello);
  vi.advanceTimersByTime(600_000);
  expect(Socket.all).toHaveLength(1);
  expect(online).toEqual([true]);
});

it('hands on in one what was stored one after the other while a key waits to be shown', () => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  Socket.all[0]?.says(hello);
  const step = (version: number, of: string) => ({
    type: 'steps',
    version,
    steps: [{ step: { stepType: of }, clientId: 'other' }],
  });
  page.dispatchEvent(Object.assign(new Event('keydown'), { key: 'a' }));
  for (const message of [step(0, 'a'), step(1, 'b'), { type: 'changed', topic: 'stage' }, step(2, 'c')])
    Socket.all[0]?.says(message);
  // What does not follow is not joined with what is before it.
  Socket.all[0]?.says(step(7, 'd'));
  expect(heard).toHaveLength(1);
  vi.advanceTimersByTime(1000);
  expect(
    heard
      .slice(1)
      .map((message) => (message.type === 'steps' ? [message.version, message.steps.length] : message.type)),
  ).toEqual([[0, 2], 'changed', [2, 1], [7, 1]]);
});
