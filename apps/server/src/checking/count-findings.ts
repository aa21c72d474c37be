import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** How many errors and warnings a text has. */
export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
}

/** A validator that counts. */
export interface FindingCounter {
  count(source: string): Promise<FindingCounts>;
  stop(): Promise<void>;
}

/** A text's findings, counted on this thread. */
export async function countHere(source: string): Promise<FindingCounts> {
  // Not before it is needed: the server’s own thread seldom is the one that counts.
  const { loadValidator } = await import('@chancery/validation/node');
  const findings = (await loadValidator()).validate(source);
  const of = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return { errors: of('error'), warnings: of('warning') };
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
    count(source) {
      worker ??= begin();
      const thread = worker;
      return new Promise((resolve, reject) => {
        const id = next;
        next += 1;
        waiting.set(id, { resolve, reject });
        thread.postMessage({ id, source });
      });
    },
    async stop() {
      await worker?.terminate();
    },
  };
}
