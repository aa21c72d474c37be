import { WebSocket } from 'ws';

/** What is done to the messages of a connection under way. Whatever it hands on arrives. */
export interface Mangling {
  /** Sends what the desk sends: once, late, twice. */
  outward(text: string, send: (text: string) => void): void;
  /** Delivers what the server sent. */
  inward(text: string, deliver: (text: string) => void): void;
}

/** Whose connections these are, and who listens. */
export interface SocketOwner {
  readonly cookie: string;
  /** Where the page was loaded from. */
  readonly origin: () => string;
  /** Told of each message that the server sent, before the desk's code is. */
  readonly overheard: (text: string) => void;
  readonly mangling?: Mangling | undefined;
}

/** The browser's WebSocket for a page: with the person's cookie, and gone without a farewell when the page is. */
export class LiveSocket extends EventTarget {
  static readonly OPEN = WebSocket.OPEN;
  readonly #socket: WebSocket;
  readonly #mangling: Mangling | undefined;

  constructor(address: string, owner: SocketOwner, ends: (() => void)[]) {
    super();
    const socket = new WebSocket(address, { headers: { cookie: owner.cookie }, origin: owner.origin() });
    this.#socket = socket;
    this.#mangling = owner.mangling;
    let over = false;
    ends.push(() => {
      over = true;
      socket.terminate();
    });
    const tell = (type: string, more: object) => {
      if (!over) this.dispatchEvent(Object.assign(new Event(type), more));
    };
    const deliver = (data: string) => {
      if (socket.readyState === WebSocket.OPEN) tell('message', { data });
    };
    // A page is told only that the connection has closed.
    socket.on('error', () => undefined);
    socket.on('open', () => tell('open', {}));
    socket.on('close', (code) => tell('close', { code }));
    socket.on('message', (data) => {
      const text = String(data);
      if (!over) owner.overheard(text);
      if (this.#mangling) this.#mangling.inward(text, deliver);
      else deliver(text);
    });
  }

  get readyState(): number {
    return this.#socket.readyState;
  }

  send(text: string): void {
    const send = (each: string) => {
      if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(each);
    };
    if (this.#mangling) this.#mangling.outward(text, send);
    else send(text);
  }

  close(): void {
    this.#socket.close();
  }
}
