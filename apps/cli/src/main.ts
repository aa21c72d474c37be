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
  let interruption: AbortController | undefined;
  // A reader that has seen enough (`| head`) is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  process.exitCode = await main(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    terminal: process.stderr.isTTY ? process.stderr : undefined,
    env: process.env,
    // Only a command that asks takes Ctrl-C upon itself, once; a second one ends the process. So does the first of any other command.
    get signal() {
      interruption ??= interruptible();
      return interruption.signal;
    },
  });
}

function interruptible(): AbortController {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller;
}
