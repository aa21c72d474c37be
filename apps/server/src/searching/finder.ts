import { Worker } from 'node:worker_threads';
import type { Expression } from './expression.js';
import { answerSearches, type FoundText, type Look } from './find-in-texts.js';

/** How long one look at some texts may take, in milliseconds. */
const longest = 1_000;

/** An expression took too long. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
  constructor() {
    super(
      'This regular expression takes too long, most often because something repeated is repeated again, as in (a+)+. Nothing was changed. Write it more simply, or choose “exactly”.',
    );
  }
}

const program = `(${answerSearches})(require('node:worker_threads').parentPort)`;

/** One thread, and who waits for it. */
class Lane {
  waiting = 0;
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #answered: (answer: readonly FoundText[] | Error) => void = () => undefined;

  find(look: Look): Promise<readonly FoundText[]> {
    this.waiting += 1;
    const answer = this.#last.then(() => this.#find(look));
    this.#last = answer.then(
      () => (this.waiting -= 1),
      () => (this.waiting -= 1),
    );
    return answer;
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
  }

  #find(look: Look): Promise<readonly FoundText[]> {
    this.#worker ??= this.#begin();
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#answered(new TooSlow()), longest);
      this.#answered = (answer) => {
        clearTimeout(timer);
        this.#answered = () => undefined;
        if (!(answer instanceof Error)) {
          resolve(answer);
          return;
        }
        this.#worker = undefined;
        void worker.terminate();
        reject(answer);
      };
      worker.postMessage(look);
    });
  }

  #begin(): Worker {
    const worker = new Worker(program, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 128 } });
    const failed = (error: Error) => {
      if (this.#worker === worker) this.#answered(error);
    };
    worker.on('message', (found: readonly FoundText[]) => this.#answered(found));
    worker.on('error', failed);
    worker.on('exit', () => failed(new TooSlow()));
    worker.unref();
    return worker;
  }
}

/**
 * Finds words in texts on threads of its own: a thread on which an expression takes too long is ended, and nobody else
 * is kept waiting. V8's own engine is used, as its regular expressions are those that people know, with `$1` and all.
 */
export class Finder {
  readonly #lanes = [new Lane(), new Lane()];

  /**
   * @param words what would stand in the place of each, with `$1` where `expand` says so
   * @throws {TooSlow}
   */
  find(
    expression: Expression,
    texts: readonly string[],
    replacing?: { readonly words: string; readonly expand: boolean },
  ): Promise<readonly FoundText[]> {
    const [lane] = this.#lanes.toSorted((one, other) => one.waiting - other.waiting);
    return lane
      ? lane.find({ ...expression, texts, ...(replacing ? { replacing } : {}) })
      : Promise.resolve([]);
  }

  async stop(): Promise<void> {
    for (const lane of this.#lanes) await lane.stop();
  }
}
