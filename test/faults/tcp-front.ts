import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Random } from '@chancery/prosemirror-tei';

/** A port that stays the same while what stands behind it dies and comes back; its connections can be cut. */
export class TcpFront {
  /** The port behind; nobody is there while it is undefined. */
  target: number | undefined;
  readonly #server: Server;
  readonly #pairs = new Set<readonly [Socket, Socket]>();

  private constructor(server: Server) {
    this.#server = server;
    server.on('connection', (outer) => this.#join(outer));
  }

  static open(): Promise<TcpFront> {
    return new Promise((done) => {
      const server = createServer({ allowHalfOpen: false });
      server.listen(0, '127.0.0.1', () => done(new TcpFront(server)));
    });
  }

  get address(): string {
    const bound = this.#server.address();
    return `http://localhost:${typeof bound === 'object' && bound ? bound.port : 0}`;
  }

  /** Cuts a share of the connections without a farewell, each in the middle of what it carries. */
  cut(share: number, random: Random): void {
    for (const pair of this.#pairs) if (random() < share) for (const socket of pair) socket.resetAndDestroy();
  }

  /** Holds back what the connections carry, both ways, until the answer is called. */
  hold(): () => void {
    const held = [...this.#pairs].flat();
    for (const socket of held) socket.pause();
    return () => {
      for (const socket of held) socket.resume();
    };
  }

  close(): void {
    this.cut(1, () => 0);
    this.#server.close();
  }

  #join(outer: Socket): void {
    outer.on('error', () => undefined);
    if (this.target === undefined) {
      outer.resetAndDestroy();
      return;
    }
    const inner = connect(this.target, '127.0.0.1');
    const pair = [outer, inner] as const;
    this.#pairs.add(pair);
    inner.on('error', () => outer.destroy());
    const over = () => {
      this.#pairs.delete(pair);
      outer.destroy();
      inner.destroy();
    };
    outer.on('close', over);
    inner.on('close', over);
    outer.on('data', (bytes) => {
      if (!inner.write(bytes)) outer.pause();
    });
    inner.on('drain', () => outer.resume());
    inner.on('data', (bytes) => {
      if (!outer.write(bytes)) inner.pause();
    });
    outer.on('drain', () => inner.resume());
  }
}
