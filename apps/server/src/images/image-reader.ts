import { inBoundedProcess, programBeside } from '../bounded/bounded-process.js';
import { imageLimits } from './image-limits.js';
import type { ReadLeaf, ReadOrder, ReadReply, ReadSoFar } from './read-messages.js';
import { Unreadable } from './unreadable.js';

/** Files that are read at once. */
const atOnce = 2;

const program = programBeside(import.meta.url, 'images', 'read-process');

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
    return this.#inTurn({ file, folder, makes: 'pyramids', limits: this.#limits }, onLeaf);
  }

  /**
   * Makes what is published of leaves of a file, in a folder.
   *
   * @param only of these pages, from 0; undefined for all
   * @throws {Unreadable}
   */
  async forWeb(
    file: string,
    folder: string,
    only: readonly number[] | undefined,
  ): Promise<readonly ReadLeaf[]> {
    return this.#inTurn({ file, folder, makes: 'web', only, limits: this.#limits }, () => {});
  }

  /** Ends what is being read. */
  stop(): void {
    this.#ending.abort();
  }

  async #inTurn(order: ReadOrder, onLeaf: (soFar: ReadSoFar) => void): Promise<readonly ReadLeaf[]> {
    if (this.#running >= atOnce) await new Promise<void>((turn) => this.#waiting.push(turn));
    this.#running += 1;
    try {
      return await this.#inProcess(order, onLeaf);
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  #inProcess(order: ReadOrder, onLeaf: (soFar: ReadSoFar) => void): Promise<readonly ReadLeaf[]> {
    const { milliseconds, memory } = this.#limits;
    const why = {
      late: `takes longer to read than ${milliseconds / 1000} seconds.`,
      'out-of-memory': `takes more memory to read than ${Math.round(memory / 1024 / 1024)} MB.`,
      stopped: 'cannot be read: reading it stopped unexpectedly.',
    };
    return inBoundedProcess<ReadReply, readonly ReadLeaf[]>({
      program,
      order,
      heap: 256,
      milliseconds,
      signal: this.#ending.signal,
      complains: true,
      take: (reply, { done, failed, goesOn }) => {
        if ('leaf' in reply) {
          goesOn();
          onLeaf(reply);
        } else if ('failed' in reply) failed(new Unreadable(reply.failed));
        else done(reply.leaves);
      },
      cutShort: (how) => new Unreadable(`${why[how]} Open it in an image program and save it anew.`),
    });
  }
}
