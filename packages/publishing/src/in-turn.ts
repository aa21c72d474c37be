import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning } from './is-running.js';

/** How long another may take for what is a matter of milliseconds. */
const patience = 30_000;
const between = 20;

/**
 * Does work that no two processes, nor two of one process, may do at once. Whose turn it is stands in a file, which a
 * process that was killed does not keep.
 *
 * @param file which says whose turn it is; its folder is there
 * @throws what the work throws, and `EEXIST` when another takes longer than half a minute
 */
export async function inTurn<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  await take(file);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(file: string): Promise<void> {
  for (let waited = 0; ; waited += between) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || waited >= patience) throw error;
    }
    const owner = await readFile(file, 'utf8').catch(() => '');
    // One that is just being written is empty.
    if (owner !== '' && !isRunning(Number(owner))) await rm(file, { force: true });
    else await pause(between);
  }
}
