import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Finding } from '../finding.js';
import { SchemaError } from '../schema-error.js';
import type { Schemas } from '../validator.js';
import type { ThreadOrder, ThreadReply } from './thread-messages.js';

/** Both schemas, compiled on several threads, for many files. They hold memory, and the process, until they are stopped. */
export interface ValidatorThreads {
  /**
   * All findings of one TEI file, as a validator here has them.
   *
   * @throws {SchemaError} when the schemas cannot be used
   */
  validate(source: string): Promise<Finding[]>;
  /** Ends the threads. What is being checked is given up. */
  stop(): Promise<void>;
}

/** The program, which tests that run the sources take from the build. */
const program = ['./validation-thread.js', '../../dist/threads/validation-thread.js']
  .map((file) => fileURLToPath(new URL(file, import.meta.url)))
  .find((file) => existsSync(file));

/** Compiles the schemas on so many threads. Each takes as long to begin as a validator does: they pay for many files only. */
export function openValidatorThreads(schemas: Schemas, count: number): ValidatorThreads {
  const threads = Array.from({ length: count }, () => new ValidatorThread(schemas));
  return {
    validate: (source) =>
      threads.reduce((least, each) => (each.waiting < least.waiting ? each : least)).validate(source),
    stop: async () => void (await Promise.all(threads.map((thread) => thread.stop()))),
  };
}

interface Waiting {
  readonly resolve: (findings: Finding[]) => void;
  readonly reject: (reason: Error) => void;
}

class ValidatorThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #ended: Error | undefined;

  constructor(schemas: Schemas) {
    if (program === undefined) throw new Error('Chancery has not been built: npm run build');
    this.#worker = new Worker(program, {
      workerData: schemas,
      // Tests run with conditions of their own, under which a plain thread would find the sources.
      execArgv: [],
    });
    this.#worker.on('message', (reply: ThreadReply) => {
      if ('refused' in reply) return this.#end(new SchemaError(reply.refused));
      this.#waiting.get(reply.place)?.resolve(reply.findings);
      this.#waiting.delete(reply.place);
    });
    this.#worker.once('error', (error: Error) => this.#end(error));
    this.#worker.once('exit', () => this.#end(new Error('The thread that checks files has ended.')));
  }

  /** How many files it has before it. */
  get waiting(): number {
    return this.#waiting.size;
  }

  validate(source: string): Promise<Finding[]> {
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(this.#ended);
      this.#asked += 1;
      this.#waiting.set(this.#asked, { resolve, reject });
      this.#worker.postMessage({ place: this.#asked, source } satisfies ThreadOrder);
    });
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  /** Whoever waits, or asks from now on, is told the first reason. */
  #end(reason: Error): void {
    this.#ended ??= reason;
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }
}
