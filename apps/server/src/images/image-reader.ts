import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { imageLimits } from './image-limits.js';
import {
  outOfMemory,
  type ReadLeaf,
  type ReadOrder,
  type ReadReply,
  type ReadSoFar,
} from './read-messages.js';
import { Unreadable } from './unreadable.js';

/** Files that are read at once. */
const atOnce = 2;

/** The program, which tests that run the sources take from the build. */
const program = ['./read-process.js', '../../dist/images/read-process.js']
  .map((file) => fileURLToPath(new URL(file, import.meta.url)))
  .find((file) => existsSync(file));

/** What one file may take. */
type Limits = Readonly<Record<'pixels' | 'leaves' | 'memory' | 'milliseconds', number>>;

/** Reads files that people sent, each in a process of its own that is bounded in memory and time. */
export class ImageReader {
  readonly #limits: Limits;
  readonly #waiting: (() => void)[] = [];
  readonly #ending = new AbortController();
  #running = 0;

  constructor(limits: Partial<Limits> = {}) {
    this.#limits = { ...imageLimits, ...limits };
  }

  /**
   * Makes the pyramids of a file in a folder.
   *
   * @param onLeaf called before each leaf is read
   * @throws {Unreadable}
   */
  async read(
    file: string,
    folder: string,
    onLeaf: (soFar: ReadSoFar) => void = () => {},
  ): Promise<readonly ReadLeaf[]> {
    if (this.#running >= atOnce) await new Promise<void>((turn) => this.#waiting.push(turn));
    this.#running += 1;
    try {
      return await this.#inProcess({ file, folder, limits: this.#limits }, onLeaf);
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  /** Ends what is being read. */
  stop(): void {
    this.#ending.abort();
  }

  #inProcess(order: ReadOrder, onLeaf: (soFar: ReadSoFar) => void): Promise<readonly ReadLeaf[]> {
    if (program === undefined) throw new Error('The server has not been built: npm run build');
    const child = fork(program, {
      execArgv: ['--max-old-space-size=256'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      signal: this.#ending.signal,
      killSignal: 'SIGKILL',
    });
    return new Promise((resolve, reject) => {
      const { milliseconds, memory } = this.#limits;
      let late = false;
      const clock = setTimeout(() => {
        late = true;
        child.kill('SIGKILL');
      }, milliseconds);
      child.on('message', (reply: ReadReply) => {
        if ('leaf' in reply) {
          clock.refresh();
          onLeaf(reply);
        } else if ('failed' in reply) reject(new Unreadable(reply.failed));
        else resolve(reply.leaves);
      });
      child.once('error', (error) => {
        clearTimeout(clock);
        reject(error);
      });
      child.once('exit', (status) => {
        clearTimeout(clock);
        const why = late
          ? `takes longer to read than ${milliseconds / 1000} seconds.`
          : status === outOfMemory
            ? `takes more memory to read than ${Math.round(memory / 1024 / 1024)} MB.`
            : 'cannot be read: reading it stopped unexpectedly.';
        reject(new Unreadable(`${why} Open it in an image program and save it anew.`));
      });
      child.send(order);
    });
  }
}
