import { embeddedDatabaseUrl } from '../support/embedded-database.mjs';
import type { Workplace } from './scenario.js';
import { ServerProcess } from './server-process.js';
import { TcpFront } from './tcp-front.js';
import { wholeAnswer } from './whole-answer.js';

/** One server with its own database, behind a port that stays. */
export class OneServer {
  readonly front: TcpFront;
  readonly server: ServerProcess;
  readonly dataDir: string;

  private constructor(front: TcpFront, server: ServerProcess, dataDir: string) {
    this.front = front;
    this.server = server;
    this.dataDir = dataDir;
  }

  static async start(
    workplace: Workplace,
    options: { dataDir?: string; preload?: string } = {},
  ): Promise<OneServer> {
    const front = await TcpFront.open();
    const dataDir = options.dataDir ?? (await workplace.folder());
    const { preload } = options;
    const server = new ServerProcess({
      root: workplace.root,
      dataDir,
      publicUrl: front.address,
      ...(preload === undefined ? {} : { preload }),
    });
    const one = new OneServer(front, server, dataDir);
    await one.start();
    return one;
  }

  async start(): Promise<void> {
    await this.server.start();
    this.front.target = this.server.port;
  }

  async kill(): Promise<void> {
    this.front.target = undefined;
    await this.server.kill();
  }

  /** Whether it says that it can do its work. */
  async isReady(): Promise<boolean> {
    const answer = await wholeAnswer(`http://127.0.0.1:${this.server.port}/readyz`, { timeout: 10_000 });
    return answer?.ok === true;
  }

  databaseUrl(): string {
    return embeddedDatabaseUrl(this.dataDir);
  }

  async close(): Promise<void> {
    await this.server.stop();
    this.front.close();
  }
}
