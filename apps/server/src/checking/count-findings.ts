import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Validator } from '@chancery/validation';

/** How many errors and warnings a text has. */
export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
}

/** The schemas of an edition, where they are its own. */
export interface OwnSchemas {
  readonly rng: string | null;
  readonly sch: string | null;
}

/** A validator that counts. */
export interface FindingCounter {
  /**
   * Against the edition's own schemas, or ours where it has none.
   *
   * @throws {Error} with the reason, when a schema cannot be used
   */
  count(source: string, own: OwnSchemas): Promise<FindingCounts>;
  stop(): Promise<void>;
}

/** A text's findings, counted on this thread. */
export async function countHere(source: string, own: OwnSchemas): Promise<FindingCounts> {
  const findings = (await validatorFor(own)).validate(source);
  const of = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return { errors: of('error'), warnings: of('warning') };
}

/** The validator of the edition that was checked last: letters of one edition are checked one after the other. */
let last: { readonly own: OwnSchemas; readonly validator: Promise<Validator> } | undefined;

async function validatorFor(own: OwnSchemas): Promise<Validator> {
  // Not before it is needed: the server’s own thread seldom is the one that counts.
  const { loadValidator, readSchemas } = await import('@chancery/validation/node');
  if (own.rng === null && own.sch === null) return loadValidator();
  if (last?.own.rng === own.rng && last.own.sch === own.sch) return last.validator;
  const { createValidator } = await import('@chancery/validation');
  const ours = readSchemas();
  const former = last;
  last = { own, validator: createValidator({ rng: own.rng ?? ours.rng, sch: own.sch ?? ours.sch }) };
  void former?.validator.then(
    (validator) => validator.dispose(),
    () => undefined,
  );
  return last.validator;
}

/** What the thread that counts answers. */
export type CountAnswer =
  | { readonly id: number; readonly counts: FindingCounts }
  | { readonly id: number; readonly failed: string };

const program = fileURLToPath(new URL('./count-thread.js', import.meta.url));

/** A counter on a thread of its own: a check of a long letter takes longer than an editor should wait for a key. */
export function startFindingCounter(): FindingCounter {
  // Tests run the sources, which a plain thread could not.
  if (!existsSync(program)) return { count: countHere, stop: async () => undefined };
  const waiting = new Map<
    number,
    { resolve: (counts: FindingCounts) => void; reject: (error: Error) => void }
  >();
  let next = 1;
  let worker: Worker | undefined;

  function begin(): Worker {
    const thread = new Worker(program);
    const failAll = (error: Error) => {
      worker = undefined;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    thread.on('message', (answer: CountAnswer) => {
      const call = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('counts' in answer) call?.resolve(answer.counts);
      else call?.reject(new Error(answer.failed));
    });
    thread.on('error', failAll);
    thread.on('exit', () => failAll(new Error('The checking thread ended.')));
    thread.unref();
    return thread;
  }

  return {
    count(source, own) {
      worker ??= begin();
      const thread = worker;
      return new Promise((resolve, reject) => {
        const id = next;
        next += 1;
        waiting.set(id, { resolve, reject });
        thread.postMessage({ id, source, own });
      });
    },
    async stop() {
      await worker?.terminate();
    },
  };
}
