import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running PostgreSQL writes of itself into `postmaster.pid` (PostgreSQL, `pidfile.h`). */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
}

/** Who holds a data folder, going by its `postmaster.pid`; undefined when nobody does. */
export function readPostmasterFile(folder: string): PostmasterFile | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid > 0 ? { pid, port: port > 0 ? port : 0 } : undefined;
}
