import { WebSocket } from 'ws';
import type { Present, ServerMessage } from '../contract/live.js';
import { address, type SignedIn } from './test-house.js';

/** A live connection that keeps what it is sent until a test asks for it, and knows who is there. */
export class LiveClient {
  readonly #socket: WebSocket;
  readonly #arrived: ServerMessage[] = [];
  readonly #waiting: ((message: ServerMessage) => void)[] = [];
  /** Who is there, as far as this client has been told. */
  readonly here = new Map<string, Present>();
  readonly closed: Promise<{ code: number; reason: string }>;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as ServerMessage;
      if (message.type === 'present') {
        for (const each of message.here) this.here.set(each.clientId, each);
        for (const clientId of message.gone) this.here.delete(clientId);
        return;
      }
      const waiting = this.#waiting.shift();
      if (waiting) waiting(message);
      else this.#arrived.push(message);
    });
    this.closed = new Promise((done) => {
      socket.on('close', (code, reason) => done({ code, reason: reason.toString('utf8') }));
    });
  }

  /** Connects; rejects with the HTTP status when the server does not upgrade. */
  static open(
    host: string,
    options: {
      letter: string;
      as?: SignedIn;
      client?: string;
      version?: number | string;
      origin?: string;
    },
  ): Promise<LiveClient> {
    const { letter, as, client = 'client-a', version = 0, origin = address } = options;
    const socket = new WebSocket(
      `ws://${host}/api/letters/${letter}/live?version=${version}&client=${client}`,
      {
        origin,
        headers: as ? { cookie: as.cookie } : {},
      },
    );
    const made = new LiveClient(socket);
    return new Promise((done, fail) => {
      socket.on('open', () => done(made));
      socket.on('unexpected-response', (_request, response) =>
        fail(new Error(`status ${response.statusCode}`)),
      );
      socket.on('error', fail);
    });
  }

  /** The next message, in the order of arrival. */
  next(): Promise<ServerMessage> {
    const arrived = this.#arrived.shift();
    return arrived ? Promise.resolve(arrived) : new Promise((done) => this.#waiting.push(done));
  }

  /** How many messages have arrived that nobody has asked for. */
  get unread(): number {
    return this.#arrived.length;
  }

  /** Sends bytes and text as they are, and anything else as JSON. */
  send(message: unknown): void {
    const isRaw = typeof message === 'string' || message instanceof Uint8Array;
    this.#socket.send(isRaw ? message : JSON.stringify(message));
  }

  /** Sends bytes that say to be text. */
  sendRaw(bytes: Uint8Array): void {
    this.#socket.send(bytes, { binary: false });
  }

  close(): void {
    this.#socket.close();
  }
}
