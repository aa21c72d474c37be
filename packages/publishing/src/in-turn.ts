import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning } from './is-running.js';

/** How long another may take for what is a matter of milliseconds. */
const patience = 30_000;
const between = 20;

/** How long a file may be empty before its process was killed as it began: writing a number takes no such time. */
const emptyFor = 5_000;

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
    if (await isLeft(file)) await rm(file, { force: true });
    else await pause(between);
  }
}

/** Whether a process that was killed left it. One that is just being written is empty. */
async function isLeft(file: string): Promise<boolean> {
  try {
    const owner = await readFile(file, 'utf8');
    if (owner !== '') return !isRunning(Number(owner));
    return Date.now() - (await stat(file)).mtimeMs > emptyFor;
  } catch {
    return false;
  }
}
