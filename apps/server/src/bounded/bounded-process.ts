import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { outOfMemory } from './watch-memory.js';

/** Why a process ended without an answer: it took too long, or too much memory, or nobody knows. */
export type CutShort = 'late' | 'out-of-memory' | 'stopped';

/** What hears of a reply: it settles the work, or says that the work goes on and its time begins anew. */
export interface BoundedWork<Result> {
  readonly done: (result: Result) => void;
  readonly failed: (error: Error) => void;
  readonly goesOn: () => void;
}

/**
 * A program of the server’s, by the module that starts it; tests that run the sources take it from the build.
 *
 * @param from the address of the module
 * @param name of the program, beside it: `ocr-process`
 * @param folder of the module below `src`
 */
export function programBeside(from: string, folder: string, name: string): string | undefined {
  return [`./${name}.js`, `../../dist/${folder}/${name}.js`]
    .map((file) => fileURLToPath(new URL(file, from)))
    .find((file) => existsSync(file));
}

/**
 * Has one order done in a process of its own, which is bounded in time here and in memory by itself ({@link watchMemory}).
 *
 * @param settings.heap megabytes that JavaScript may take in it
 * @param settings.complains whether what it writes to its error output is shown
 * @param settings.cutShort the error for a process that ended without an answer
 */
export function inBoundedProcess<Reply, Result>(settings: {
  readonly program: string | undefined;
  readonly order: object;
  readonly heap: number;
  readonly milliseconds: number;
  readonly signal: AbortSignal;
  readonly complains: boolean;
  readonly take: (reply: Reply, work: BoundedWork<Result>) => void;
  readonly cutShort: (why: CutShort) => Error;
}): Promise<Result> {
  const { program, order, heap, milliseconds, signal, complains, take, cutShort } = settings;
  if (program === undefined) throw new Error('The server has not been built: npm run build');
  const child = fork(program, {
    execArgv: [`--max-old-space-size=${heap}`],
    stdio: ['ignore', 'ignore', complains ? 'inherit' : 'ignore', 'ipc'],
    signal,
    killSignal: 'SIGKILL',
  });
  return new Promise((done, failed) => {
    let late = false;
    const clock = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, milliseconds);
    const work = { done, failed, goesOn: () => void clock.refresh() };
    child.on('message', (reply) => take(reply as Reply, work));
    child.once('error', (error) => {
      clearTimeout(clock);
      failed(error);
    });
    child.once('exit', (status) => {
      clearTimeout(clock);
      failed(cutShort(late ? 'late' : status === outOfMemory ? 'out-of-memory' : 'stopped'));
    });
    child.send(order);
  });
}
