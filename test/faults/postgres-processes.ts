import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The processes of the PostgreSQL in a data folder, the first of them the one that the others belong to; none when it does not run. */
export function postgresProcesses(dataDir: string): number[] {
  const first = firstProcess(dataDir);
  if (first === undefined) return [];
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return [first, ...all.filter((pid) => parentOf(pid) === first)];
}

function firstProcess(dataDir: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

/** Sends a signal to processes, those that have ended meanwhile left out. */
export function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended.
    }
  }
}
