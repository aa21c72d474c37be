import { compileFunction } from 'node:vm';
import * as prosemirrorTei from '@chancery/prosemirror-tei';
import * as fakeIndexedDb from 'fake-indexeddb';
import { IDBFactory } from 'fake-indexeddb';
import * as collab from 'prosemirror-collab';
import * as model from 'prosemirror-model';
import * as state from 'prosemirror-state';
import * as transform from 'prosemirror-transform';
import type * as desk from './desk-code.js';
import { LiveSocket, type SocketOwner } from './live-socket.js';

/** The code of the desk that saves. */
export type DeskCode = typeof desk;

/** What the desk's code shares with the tests, so that their documents can be compared. */
const shared: Readonly<Record<string, unknown>> = {
  '@chancery/prosemirror-tei': prosemirrorTei,
  'prosemirror-collab': collab,
  'prosemirror-model': model,
  'prosemirror-state': state,
  'prosemirror-transform': transform,
};

/** The packages that the bundle of the desk's code must leave outside. */
export const sharedPackages = Object.keys(shared);

/** One computer with one browser: what it keeps outlives its windows. */
export class Device {
  readonly indexedDB = new IDBFactory();
  readonly #held = new Set<string>();

  /** The Web Locks API, as far as the desk uses it: a lock is held for as long as the promise is open. */
  locksOf(page: Page): { request: LockRequest } {
    return {
      request: async (name, _options, work) => {
        if (this.#held.has(name)) return work(null);
        this.#held.add(name);
        page.ends.push(() => this.#held.delete(name));
        try {
          return await work({ name });
        } finally {
          this.#held.delete(name);
        }
      },
    };
  }
}

type LockRequest = (
  name: string,
  options: { ifAvailable: true },
  work: (lock: { name: string } | null) => unknown,
) => Promise<unknown>;

/** How long a page lives: what has to end with it. */
export interface Page {
  readonly ends: (() => void)[];
}

/**
 * Runs the desk's code as one page of a browser: with timers, events, sockets and storage of its own, so that the page
 * can be torn away in the middle as a crash does.
 */
export function runPage(
  code: string,
  browser: {
    readonly device: Device;
    readonly sockets: SocketOwner;
    /** What this computer's clock says, in milliseconds since 1970. */
    readonly now: () => number;
  },
): { readonly desk: DeskCode; readonly page: Page; readonly events: EventTarget } {
  const page: Page = { ends: [] };
  const events = new EventTarget();
  const timers = new Set<NodeJS.Timeout>();
  let over = false;
  page.ends.push(() => {
    over = true;
    for (const timer of timers) clearTimeout(timer);
  });
  class PageDate extends Date {
    static override now = browser.now;
  }
  const globals = {
    ...fakeIndexedDb,
    indexedDB: browser.device.indexedDB,
    WebSocket: class extends LiveSocket {
      constructor(address: string) {
        super(address, browser.sockets, page.ends);
      }
    },
    location: {
      get href() {
        return `${browser.sockets.origin()}/letters/any`;
      },
    },
    navigator: { locks: browser.device.locksOf(page), onLine: true },
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
    setTimeout: (work: () => void, pause: number) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        if (!over) work();
      }, pause);
      timers.add(timer);
      return timer;
    },
    setInterval: (work: () => void, pause: number) => {
      const timer = setInterval(() => {
        if (!over) work();
      }, pause);
      timers.add(timer);
      return timer;
    },
    clearTimeout,
    clearInterval,
    Date: PageDate,
  };
  const module = { exports: {} };
  const require = (name: string) => shared[name];
  const names = Object.keys(globals);
  const run = compileFunction(code, ['module', 'exports', 'require', ...names], { filename: 'desk.cjs' });
  run(module, module.exports, require, ...names.map((name) => globals[name as keyof typeof globals]));
  return { desk: module.exports as DeskCode, page, events };
}
