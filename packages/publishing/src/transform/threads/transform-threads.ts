import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { SourceError } from '../gate.js';
import { EscapeAttempt } from '../lock-down.js';
import { Source } from '../source.js';
import { Computed, type ParameterValue, TransformError, type Transformed } from '../transform.js';
import type {
  SentFailure,
  SentParameters,
  SentSource,
  SentValue,
  ThreadMessage,
  TransformReply,
} from './thread-messages.js';

/** The program of a thread, which tests that run the sources take from the build. */
const program = ['./transform-thread.js', '../../../dist/transform/threads/transform-thread.js']
  .map((file) => fileURLToPath(new URL(file, import.meta.url)))
  .find((file) => existsSync(file));

/**
 * How much of the documents all threads together keep parsed, in characters of source. A parsed one takes about eight bytes
 * a character. What is beyond is parsed again.
 */
const keptParsed = 8_000_000;

/** Numbers of what is sent to threads. */
let count = 0;
const keys = new WeakMap<Source | Computed, number>();

function keyOf(value: Source | Computed): number {
  const known = keys.get(value);
  if (known !== undefined) return known;
  count += 1;
  keys.set(value, count);
  return count;
}

/** Whether a thread keeps a document parsed: what all others are given, and those that will be asked for again. */
type Keeping = 'always' | 'while there is room' | 'never';

interface Asked {
  readonly resolve: (transformed: Transformed) => void;
  readonly reject: (error: unknown) => void;
}

/** How many documents are handed to a thread at once, so that it never waits for the next. */
export const inHand = 3;

/** Threads that run stylesheets of ours side by side. The same source and parameters give the same result on each of them. */
export class TransformThreads {
  readonly #threads: readonly TransformThread[];

  /** @param number of threads */
  constructor(number: number) {
    this.#threads = Array.from({ length: number }, () => new TransformThread(keptParsed / number));
  }

  get number(): number {
    return this.#threads.length;
  }

  /**
   * Where a document is best run over: on a thread that has read it, or on whichever has least to do.
   *
   * @returns undefined where that is on the thread that asks: it has read it, or the others have as much to do as is well handed to them
   */
  placeFor(source: Source): TransformThread | undefined {
    const free = this.#threads.filter(({ asked }) => asked < inHand);
    const known = free.find((thread) => thread.knows(source));
    if (known || source.isRead) return known;
    return free.toSorted((one, other) => one.asked - other.asked)[0];
  }

  /**
   * Has them wait for another publication, without what they know of the last one. They do not keep the process alive meanwhile.
   *
   * @returns whether they can: one that is at something or has failed does not
   */
  rest(): boolean {
    if (!this.#threads.every((thread) => thread.isIdle)) return false;
    for (const thread of this.#threads) thread.rest();
    return true;
  }

  /** Has them go on after a rest. */
  wake(): void {
    for (const thread of this.#threads) thread.wake();
  }

  /** Ends them, whatever they are at. */
  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }
}

class TransformThread {
  readonly #worker: Worker;
  readonly #asked = new Map<number, Asked>();
  readonly #wholeRoom: number;
  #known = new WeakSet<Source | Computed>();
  #room: number;
  #failure: { readonly error: unknown } | undefined;

  /** @param room how many characters of documents it may keep parsed */
  constructor(room: number) {
    if (program === undefined) throw new Error('Chancery has not been built: npm run build');
    this.#wholeRoom = room;
    this.#room = room;
    // Tests run with conditions of their own, under which a plain thread would find the sources.
    this.#worker = new Worker(program, { execArgv: [] });
    this.#worker.on('message', (reply: TransformReply) => this.#answered(reply));
    this.#worker.once('error', (error) => this.#fail(error));
    this.#worker.once('exit', () => this.#fail(new Error('A thread of the press has ended.')));
  }

  /** How many transforms it has been asked for and has not made. */
  get asked(): number {
    return this.#asked.size;
  }

  get isIdle(): boolean {
    return this.#asked.size === 0 && this.#failure === undefined;
  }

  knows(source: Source): boolean {
    return this.#known.has(source);
  }

  rest(): void {
    this.#known = new WeakSet();
    this.#room = this.#wholeRoom;
    this.#tell('forget');
    this.#worker.unref();
  }

  wake(): void {
    this.#worker.ref();
  }

  run(
    stylesheet: string,
    source: Source,
    parameters: Readonly<Record<string, ParameterValue>>,
  ): Promise<Transformed> {
    return new Promise((resolve, reject) => {
      if (this.#failure) throw this.#failure.error;
      count += 1;
      const id = count;
      this.#asked.set(id, { resolve, reject });
      const order = { id, stylesheet, source: this.#sentSource(source, 'while there is room') };
      this.#tell({ ...order, parameters: this.#sent(parameters) });
    });
  }

  #tell(message: ThreadMessage): void {
    this.#worker.postMessage(message);
  }

  #sent(parameters: Readonly<Record<string, ParameterValue>>, keep: Keeping = 'never'): SentParameters {
    // What was computed brings with it the documents that it was made of, which others of the values most often are.
    const entries = Object.entries(parameters).sort(
      ([, a], [, b]) => Number(b instanceof Computed) - Number(a instanceof Computed),
    );
    return Object.fromEntries(entries.map(([name, value]) => [name, this.#sentValue(value, keep)]));
  }

  #sentValue(value: ParameterValue, keep: Keeping): SentValue {
    if (value instanceof Source) return this.#sentSource(value, keep);
    if (!(value instanceof Computed)) return value;
    const key = keyOf(value);
    if (this.#known.has(value)) return { kind: 'computed', key };
    this.#known.add(value);
    const { stylesheet, source, parameters } = value.recipe;
    const recipe = {
      stylesheet,
      source: this.#sentSource(source, 'always'),
      parameters: this.#sent(parameters, 'always'),
    };
    return { kind: 'computed', key, recipe };
  }

  #sentSource(source: Source, keeping: Keeping): SentSource {
    const key = keyOf(source);
    if (this.#known.has(source)) return { kind: 'source', key, keep: true };
    const { text } = source;
    const keep = keeping === 'always' || (keeping === 'while there is room' && text.length <= this.#room);
    if (keep) this.#known.add(source);
    if (keep && keeping !== 'always') this.#room -= text.length;
    return { kind: 'source', key, text, keep };
  }

  #answered(reply: TransformReply): void {
    const asked = this.#asked.get(reply.id);
    this.#asked.delete(reply.id);
    if ('failed' in reply) asked?.reject(errorOf(reply.failed));
    else asked?.resolve({ result: reply.result, messages: reply.messages });
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    for (const { reject } of this.#asked.values()) reject(this.#failure.error);
    this.#asked.clear();
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

function errorOf(failure: SentFailure): unknown {
  switch (failure.kind) {
    case 'source': {
      const { code, message, advice, line, column } = failure;
      return new SourceError(code, message, advice, line, column);
    }
    case 'escape':
      return new EscapeAttempt(failure.means);
    case 'transform': {
      const { stylesheet, code, reason, messages } = failure;
      return new TransformError(stylesheet, code, reason, messages);
    }
    case 'other':
      return failure.error;
  }
}
