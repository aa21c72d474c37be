import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** The program, which tests that run the sources take from the build. */
const program = ['./aside-thread.js', '../../../dist/printed/aside/aside-thread.js']
  .map((file) => fileURLToPath(new URL(file, import.meta.url)))
  .find((file) => existsSync(file));

/** How long a thread waits for the next source, in milliseconds: whoever decides doubts has one read after each. */
const keptFor = 60_000;

/** The thread that has nothing to do. It holds the process no longer than that runs for another reason. */
let idle: { readonly worker: Worker; readonly megabytes: number; readonly end: NodeJS.Timeout } | undefined;

/** A thread that reads sources: the one that is kept, or one that is started. What listened to it before listens no more. */
export function takeThread(megabytes: number): Worker {
  if (program === undefined) throw new Error('Chancery has not been built: npm run build');
  if (idle?.megabytes === megabytes) {
    const { worker } = idle;
    forget();
    worker.ref();
    return worker;
  }
  return new Worker(program, {
    // Tests run with conditions of their own, under which a plain thread would find the sources.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
}

/** Keeps a thread that has answered for the next source, or ends it where there is one already. */
export function keepThread(worker: Worker, megabytes: number): void {
  listenNoMore(worker);
  if (idle) {
    void worker.terminate();
    return;
  }
  worker.once('error', forget);
  worker.once('exit', forget);
  worker.unref();
  const end = setTimeout(() => {
    forget();
    void worker.terminate();
  }, keptFor);
  end.unref();
  idle = { worker, megabytes, end };
}

function forget(): void {
  if (!idle) return;
  clearTimeout(idle.end);
  listenNoMore(idle.worker);
  idle = undefined;
}

function listenNoMore(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}
