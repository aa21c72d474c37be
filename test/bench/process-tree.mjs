import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const between = 50;

/** A file of /proc; empty where the process has ended. */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The resident memory of a process and of all that it has started, in MB; shared pages count for each. */
function residentTree(pid) {
  const own = Number(/^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
  let threads = [];
  try {
    threads = readdirSync(`/proc/${pid}/task`);
  } catch {
    // It has ended.
  }
  const children = threads.flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean),
  );
  return children.reduce((sum, child) => sum + residentTree(child), own);
}

/**
 * Runs a module in a process of its own.
 *
 * @returns the most memory that it and its children had at once, in MB, by looking every 50 ms; undefined where the
 *   system does not tell
 */
export async function memoryOf(module, args) {
  const child = fork(fileURLToPath(module), args);
  const exit = once(child, 'exit');
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, residentTree(child.pid));
  }, between);
  const [code] = await exit;
  clearInterval(watch);
  if (code !== 0) throw new Error(`${fileURLToPath(module)} ended with status ${code}.`);
  return peak === 0 ? undefined : peak;
}
