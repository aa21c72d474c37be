import { main } from '../main.js';

/** What a command wrote, and its exit status. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process, with no terminal and an environment of its own. */
export async function runCommand(...argv: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const status = await main(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    terminal: undefined,
    env: {},
    signal: new AbortController().signal,
  });
  return { status, out, err };
}
