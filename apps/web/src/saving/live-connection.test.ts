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
let connection: LiveConnection;

beforeEach(() => {
  vi.useFakeTimers();
  Socket.all = [];
  const page = new EventTarget();
  vi.stubGlobal('WebSocket', Socket);
  vi.stubGlobal('location', { href: 'https://edition.example.org/letters/one' });
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  online = [];
  connection = new LiveConnection('one', 'me', {
    version: () => 0,
    onMessage: () => undefined,
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
