import { availableParallelism } from 'node:os';
import type { Source } from '../source.js';
import type { Stylesheet } from '../stylesheet.js';
import { type ParameterValue, type Transformed, transform } from '../transform.js';
import { giveBackThreads, haveWarmThreads, takeThreads } from './kept-threads.js';
import { inHand, type TransformThreads } from './transform-threads.js';

/**
 * From how many documents on fresh threads are worth what each of them takes to begin: until SaxonJS runs at its full speed on it, as
 * long as for about two hundred documents.
 */
const worthFreshThreads = 300;

/** The same of threads that an earlier publication has used, which must be told of the volume. */
const worthWarmThreads = 20;

/** Places to run stylesheets at beyond these would wait for the one that hands out the documents and writes the files. */
const atMost = 8;

/**
 * Runs stylesheets over the documents of an edition: here, and where there are many, beside this on threads, which a next publication of
 * the process finds again.
 */
export class Transforms {
  readonly #beside: number;
  readonly #isAsked: boolean;
  #threads: TransformThreads | undefined;

  /**
   * @param number of threads with the one that asks. Default: as many as there are cores, where the documents are many
   */
  constructor(number?: number) {
    this.#beside = (number ?? Math.min(availableParallelism(), atMost)) - 1;
    this.#isAsked = number !== undefined;
  }

  /** To be told beforehand how many documents are to be run over. */
  expect(documents: number): void {
    if (this.#threads || this.#beside < 1) return;
    const worth = haveWarmThreads(this.#beside) ? worthWarmThreads : worthFreshThreads;
    if (documents >= (this.#isAsked ? 1 : worth)) this.#threads = takeThreads(this.#beside);
  }

  /** How many documents are worth to be begun at once: as many again as threads have in hand, so that this one need not wait for them. */
  get atOnce(): number {
    return this.#threads ? 2 * inHand * this.#beside + 1 : 1;
  }

  /**
   * As `transform`. A stylesheet of an edition's own runs here.
   *
   * @throws {SourceError}
   * @throws {EscapeAttempt}
   * @throws {TransformError}
   */
  async run(
    stylesheet: string | Stylesheet,
    source: Source,
    parameters: Readonly<Record<string, ParameterValue>>,
  ): Promise<Transformed> {
    if (typeof stylesheet !== 'string') return transform(stylesheet, source, parameters);
    const thread = this.#threads?.placeFor(source);
    return thread ? thread.run(stylesheet, source, parameters) : transform(stylesheet, source, parameters);
  }

  /** Lets the threads go, to a next publication if they can. */
  async release(): Promise<void> {
    await this.#letGo(giveBackThreads);
  }

  /** Ends the threads, whatever they are at, with all that they take of memory. */
  async end(): Promise<void> {
    await this.#letGo((threads) => threads.end());
  }

  async #letGo(end: (threads: TransformThreads) => Promise<void>): Promise<void> {
    const threads = this.#threads;
    this.#threads = undefined;
    if (threads) await end(threads);
  }
}

/**
 * Begins work on some items ahead, and hands on what is made of each in their order.
 *
 * @param atOnce how many are under way at most
 */
export async function* inOrder<Item, Made>(
  items: Iterable<Item>,
  make: (item: Item) => Promise<Made>,
  atOnce: number,
): AsyncGenerator<readonly [item: Item, made: Made]> {
  const begun: { readonly item: Item; readonly made: Promise<Made> }[] = [];
  const next = async () => {
    const first = begun.shift();
    return first && ([first.item, await first.made] as const);
  };
  for (const item of items) {
    const made = make(item);
    // What fails is told when its turn comes, unless the run has ended before.
    made.catch(() => undefined);
    begun.push({ item, made });
    const done = begun.length >= atOnce ? await next() : undefined;
    if (done) yield done;
  }
  for (let done = await next(); done; done = await next()) yield done;
}
