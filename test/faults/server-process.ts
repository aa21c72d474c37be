import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '../support/chancery.js';

/** How one server is run. */
export interface ServerSettings {
  readonly root: string;
  readonly dataDir: string;
  /** The address that people use. */
  readonly publicUrl: string;
  readonly databaseUrl?: string;
  /** A free one at every start by default. */
  readonly port?: number | undefined;
  /** A module that is loaded before the server: it changes the world that the server sees. */
  readonly preload?: string;
}

/** Whatever ends the tests, no server outlives them. */
const running = new Set<ChildProcess>();
/** How long a server may take to start, in milliseconds: a slow computer needs a tenth of it. */
const patience = 180_000;
process.on('exit', () => {
  for (const child of running) child.kill('SIGTERM');
});

/** A Chancery in a process of its own. */
export class ServerProcess {
  readonly #settings: ServerSettings;
  #child: ChildProcess | undefined;
  #port = 0;
  /** What it has printed, of all its lives. */
  printed = '';

  constructor(settings: ServerSettings) {
    this.#settings = settings;
  }

  get port(): number {
    return this.#port;
  }

  get isRunning(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Starts it, and waits until it is ready. */
  async start(): Promise<void> {
    this.#port = this.#settings.port ?? (await freePort());
    const { root, dataDir, publicUrl, databaseUrl = '', preload } = this.#settings;
    const child = fork(join(root, 'apps/cli/bin/chancery.mjs'), ['serve'], {
      cwd: root,
      execArgv: preload === undefined ? [] : ['--import', preload],
      env: {
        ...process.env,
        PORT: String(this.#port),
        CHANCERY_DATA: dataDir,
        CHANCERY_URL: publicUrl,
        CHANCERY_SECRET: 'the same for all servers of the fault tests',
        DATABASE_URL: databaseUrl,
        NO_COLOR: '1',
      },
      silent: true,
    });
    this.#child = child;
    running.add(child);
    child.once('exit', () => running.delete(child));
    const from = this.printed.length;
    return new Promise((resolve, reject) => {
      const tooLong = setTimeout(
        () => reject(new Error(`The server is not ready yet:\n${this.printed.slice(from)}`)),
        patience,
      );
      const listen = (chunk: Buffer) => {
        this.printed += chunk.toString('utf8');
        if (!this.printed.slice(from).includes('Ctrl-C')) return;
        clearTimeout(tooLong);
        resolve();
      };
      child.stdout?.on('data', listen);
      child.stderr?.on('data', listen);
      child.on('error', reject);
      child.on('exit', (code, signal) =>
        reject(new Error(`The server ended (${signal ?? code}):\n${this.printed.slice(from)}`)),
      );
    });
  }

  /** Says something to what was loaded before the server. */
  tell(message: number): void {
    this.#child?.send(message);
  }

  /** Ends it without warning, as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends it in good order. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child || !this.isRunning) return;
    child.kill(signal);
    await once(child, 'exit');
  }
}
