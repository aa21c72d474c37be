import { execFile } from 'node:child_process';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../../apps/cli/bin/chancery.mjs');

/** What a call of the command line ended with. */
export interface Ended {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Calls `chancery` as a person would, in a process of its own. */
export function runCommand(...argv: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, ...argv],
      { env: { ...process.env, DATABASE_URL: '', NO_COLOR: '1' }, maxBuffer: 50_000_000 },
      (_error, out, err) => resolve({ status: child.exitCode ?? -1, out, err }),
    );
  });
}
