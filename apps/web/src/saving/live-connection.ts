import type { ClientMessage, ServerMessage } from '@chancery/server/api';
import { backOff } from './back-off.js';
import { BetweenKeys } from './between-keys.js';

/** How long the server may take to greet before another connection is tried, in milliseconds. */
const patience = 20_000;

/** What a live connection tells its owner. */
export interface LiveEvents {
  /** The version to catch up from, asked whenever a connection is made. */
  version: () => number;
  onMessage: (message: ServerMessage) => void;
  /** The connection stands, or is lost. */
  onOnline: (online: boolean) => void;
}

/** The WebSocket of one letter for one client. A lost connection is made again, with growing pauses, until closed. */
export class LiveConnection {
  readonly #address: (version: number) => string;
  readonly #events: LiveEvents;
  readonly #arrived: BetweenKeys<ServerMessage>;
  #socket: WebSocket | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #greeting: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #closed = false;

  constructor(letterId: string, clientId: string, events: LiveEvents) {
    this.#events = events;
    this.#arrived = new BetweenKeys(events.onMessage, joinedSteps);
    this.#address = (version) => {
      const url = new URL(`/api/letters/${encodeURIComponent(letterId)}/live`, location.href);
      url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
      url.search = new URLSearchParams({ version: String(version), client: clientId }).toString();
      return url.href;
    };
    addEventListener('online', this.#now);
    addEventListener('offline', this.#cut);
    this.#connect();
  }

  /** Sends a message; `false` when there is no connection to send it over. */
  send(message: ClientMessage): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  /** Tries again at once, without waiting for the pause to end. */
  retryNow(): void {
    this.#now();
  }

  /** Connects anew, because something was missed or no answer comes. */
  again(): void {
    this.#cut();
    this.#now();
  }

  /** Ends the connection for good. */
  close(): void {
    this.#closed = true;
    removeEventListener('online', this.#now);
    removeEventListener('offline', this.#cut);
    clearTimeout(this.#timer);
    clearTimeout(this.#greeting);
    this.#arrived.close();
    this.#socket?.close();
  }

  readonly #now = (): void => {
    if (this.#closed || this.#socket) return;
    clearTimeout(this.#timer);
    this.#connect();
  };

  #connect(): void {
    const socket = new WebSocket(this.#address(this.#events.version()));
    this.#socket = socket;
    // A server that hangs, or a proxy before one that has gone, may take a connection and say nothing for ever.
    this.#greeting = setTimeout(this.#cut, patience);
    socket.addEventListener('open', () => {
      if (this.#closed) socket.close();
    });
    socket.addEventListener('message', (event) => {
      if (this.#closed || this.#socket !== socket) return;
      const message: ServerMessage = JSON.parse(String(event.data));
      if (message.type === 'hello') {
        clearTimeout(this.#greeting);
        this.#failures = 0;
        this.#events.onOnline(true);
        this.#events.onMessage(message);
      } else this.#arrived.add(message);
    });
    socket.addEventListener('close', () => {
      // The last thing said may be why.
      if (this.#socket === socket) this.#arrived.now();
      this.#lost(socket);
    });
  }

  /** A network that is gone closes nothing: what was sent into it would be waited for in vain. */
  readonly #cut = (): void => {
    const socket = this.#socket;
    if (!socket) return;
    this.#arrived.clear();
    this.#lost(socket);
    socket.close();
  };

  #lost(socket: WebSocket): void {
    if (this.#socket !== socket) return;
    this.#socket = undefined;
    clearTimeout(this.#greeting);
    if (this.#closed) return;
    this.#events.onOnline(false);
    this.#failures += 1;
    this.#timer = setTimeout(() => this.#connect(), backOff(this.#failures));
  }
}

/** Stored steps that follow one another are taken in at once: the text is shown anew once for them all. */
function joinedSteps(one: ServerMessage, next: ServerMessage): ServerMessage | undefined {
  if (one.type !== 'steps' || next.type !== 'steps' || one.version + one.steps.length !== next.version)
    return undefined;
  return { ...one, steps: [...one.steps, ...next.steps] };
}
