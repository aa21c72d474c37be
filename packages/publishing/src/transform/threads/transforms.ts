import { availableParallelism } from 'node:os';
import type { Source } from '../source.js';
import type { Stylesheet } from '../stylesheet.js';
import { type ParameterValue, type Transformed, transform } from '../transform.js';
import { TransformThreads } from './transform-threads.js';

/**
 * From how many documents on threads are worth what each of them takes to begin: until SaxonJS runs at its full speed on it,
 * as long as for about two hundred documents.
 */
const worthThreads = 800;

/** Threads beyond these would wait for the one that hands out the documents and writes the files. */
const atMost = 8;

/** How many documents are handed to a thread at once, so that it never waits for the next. */
const inHand = 3;

/** Runs stylesheets over the documents of an edition: here, and where there are many, on threads side by side. */
export class Transforms {
  readonly #number: number;
  readonly #worth: number;
  #threads: TransformThreads | undefined;

  /**
   * @param number of threads; of one there is none beside this. Default: as many as there are cores, where the documents are
   *   many
   */
  constructor(number?: number) {
    this.#number = number ?? Math.min(availableParallelism(), atMost);
    this.#worth = number === undefined ? worthThreads : 1;
  }

  /** To be told beforehand how many documents are to be run over. */
  expect(documents: number): void {
    if (this.#number > 1 && documents >= this.#worth) this.#threads ??= new TransformThreads(this.#number);
  }

  /** How many documents are worth to be begun at once. */
  get atOnce(): number {
    return this.#threads ? this.#number * inHand : 1;
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
    return this.#threads && typeof stylesheet === 'string'
      ? this.#threads.run(stylesheet, source, parameters)
      : transform(stylesheet, source, parameters);
  }

  /** Ends the threads, whatever they are at. */
  async end(): Promise<void> {
    const threads = this.#threads;
    this.#threads = undefined;
    await threads?.end();
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
