import { CommanderError } from 'commander';
import type { CommandIo } from './command-io.js';
import { type ExitStatus, exitStatus } from './exit-status.js';
import { createProgram } from './program.js';
import { UsageError } from './usage-error.js';

/**
 * Runs one command.
 *
 * @param argv what follows the command's name.
 * @returns the exit status: 0, 1 when something was found or went wrong, 2 for a mistake in the call.
 */
export async function main(argv: readonly string[], io: CommandIo): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.well;
  const program = createProgram(io, (outcome) => {
    status = outcome;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.well : exitStatus.usage;
    if (error instanceof UsageError) {
      io.err(`${error.message}\n`);
      return exitStatus.usage;
    }
    if (io.signal.aborted) {
      io.err('Stopped.\n');
      return exitStatus.findings;
    }
    io.err(`${describe(error, io)}\n`);
    return exitStatus.findings;
  }
}

/** A bug's stack helps nobody who did not ask for it. */
function describe(error: unknown, io: CommandIo): string {
  if (!(error instanceof Error)) return String(error);
  return io.env.CHANCERY_DEBUG && error.stack ? error.stack : error.message;
}

/** Runs the command of this process and sets its exit status. */
export async function run(): Promise<void> {
  const stop = new AbortController();
  // A second Ctrl-C ends the process at once, as the first would have done without us.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  // A reader that has seen enough (`| head`) is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  process.exitCode = await main(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    terminal: process.stderr.isTTY ? process.stderr : undefined,
    env: process.env,
    signal: stop.signal,
  });
}
