import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LetterInVolume, LetterPages } from '@chancery/publishing';
import type { LetterReply } from './letter-press-messages.js';

/** Why no pages were set; `message` says it to the person who looks at them. */
export class NoPages extends Error {
  override readonly name = 'NoPages';
}

/** A later request of the same window has taken the place of this one, or too many wait. */
export class NotInTurn extends Error {
  override readonly name = 'NotInTurn';
  readonly reason: 'overtaken' | 'crowded';

  constructor(reason: 'overtaken' | 'crowded') {
    super(reason);
    this.reason = reason;
  }
}

interface Waiting {
  readonly whose: string;
  readonly files: () => Promise<LetterInVolume>;
  readonly resolve: (pages: LetterPages) => void;
  readonly reject: (reason: unknown) => void;
}

/** How long one letter may take, in milliseconds; the first finds stylesheets and typesetter cold. */
const longest = 30_000;
/** Letters that wait at most. */
const mostWaiting = 12;

const program = fileURLToPath(new URL('./letter-press-process.js', import.meta.url));

/** Sets letters as they will print, while they are written: one at a time, in a process of its own that is kept. */
export class LetterPress {
  readonly #waiting: Waiting[] = [];
  #child: ChildProcess | undefined;
  #busy = false;
  #count = 0;

  /**
   * The pages of a letter.
   *
   * @param whose who looks at which letter: a request that still waits is overtaken by the next of the same
   * @param files read when its turn has come
   * @throws {NoPages} | {NotInTurn}
   */
  set(whose: string, files: () => Promise<LetterInVolume>, signal?: AbortSignal): Promise<LetterPages> {
    const before = this.#waiting.findIndex((each) => each.whose === whose);
    for (const overtaken of before < 0 ? [] : this.#waiting.splice(before, 1))
      overtaken.reject(new NotInTurn('overtaken'));
    if (this.#waiting.length >= mostWaiting) return Promise.reject(new NotInTurn('crowded'));
    return new Promise((resolve, reject) => {
      const order: Waiting = { whose, files, resolve, reject };
      this.#waiting.push(order);
      signal?.addEventListener(
        'abort',
        () => {
          const place = this.#waiting.indexOf(order);
          if (place >= 0) this.#waiting.splice(place, 1);
          reject(new NotInTurn('overtaken'));
        },
        { once: true },
      );
      void this.#next();
    });
  }

  /** Ends the process; what is under way gives no pages. */
  stop(): void {
    for (const { reject } of this.#waiting.splice(0)) reject(new NotInTurn('crowded'));
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  async #next(): Promise<void> {
    if (this.#busy) return;
    const order = this.#waiting.shift();
    if (!order) return;
    this.#busy = true;
    try {
      order.resolve(await this.#ask(await order.files()));
    } catch (error) {
      order.reject(error);
    } finally {
      this.#busy = false;
      void this.#next();
    }
  }

  async #ask(files: LetterInVolume): Promise<LetterPages> {
    // Tests run the sources, which a plain Node process could not.
    if (!existsSync(program)) {
      const { setLetter } = await import('@chancery/publishing');
      return setLetter(files).catch((error: unknown) => {
        throw new NoPages(error instanceof Error ? error.message : String(error));
      });
    }
    this.#child ??= fork(program, {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const child = this.#child;
    this.#count += 1;
    const id = this.#count;
    return new Promise((resolve, reject) => {
      const end = (result: () => void) => {
        clearTimeout(clock);
        child.off('message', onMessage);
        child.off('exit', onExit);
        result();
      };
      const fail = (message: string) => end(() => reject(new NoPages(message)));
      const onMessage = (reply: LetterReply) => {
        if (reply.id !== id) return;
        if ('failed' in reply) fail(reply.failed);
        else end(() => resolve(reply.pages));
      };
      const onExit = () => {
        if (this.#child === child) this.#child = undefined;
        fail(
          'Setting the pages stopped unexpectedly. The text is safe; the pages are set again with the next change.',
        );
      };
      const clock = setTimeout(() => {
        child.kill('SIGKILL');
        fail(`Setting the pages took longer than ${longest / 1000} seconds. The text is safe.`);
      }, longest);
      child.on('message', onMessage);
      child.once('exit', onExit);
      child.send({ id, ...files });
    });
  }
}
