import type { DatabaseOptions, UpdateOutcome } from '@chancery/server';
import type { CommandIo } from '../command-io.js';
import { type ExitStatus, exitStatus } from '../exit-status.js';
import { requireThere } from '../files-on-disk.js';
import { counted } from '../finding-line.js';
import { UsageError } from '../usage-error.js';

interface UpdateOptions {
  readonly edition?: string;
  readonly by?: string;
  readonly seriesAsHere?: boolean;
  readonly database: DatabaseOptions;
}

type Brought = UpdateOutcome['brought'][number];

/** Brings back a folder that was exported and changed outside. */
export async function updateFiles(
  paths: readonly string[],
  options: UpdateOptions,
  io: CommandIo,
): Promise<ExitStatus> {
  requireThere(paths);
  const [folder] = paths;
  if (folder === undefined || paths.length > 1) throw new UsageError('Name one folder to bring back.');
  const { updateEdition } = await import('@chancery/server');
  const outcome = await updateEdition(folder, {
    ...options.database,
    editionId: options.edition,
    by: options.by,
    seriesAsHere: options.seriesAsHere,
  });
  const { editionId, faults, brought, added, missing, ofSeries, unchanged } = outcome;
  for (const { path, line, column, message } of faults)
    io.err(`${path}:${line}:${column}: error: ${message}\n`);
  if (faults.length > 0) {
    io.err(`Nothing was changed in “${editionId}”: ${counted(faults.length, 'error')}.\n`);
    return exitStatus.findings;
  }
  for (const each of brought) io.out(`${each.path}: ${became(each)}\n`);
  for (const path of added) io.out(`${path}: new, added\n`);
  for (const { path, series } of ofSeries.kept)
    io.out(
      `${path}: not in ${series} any more; the letter stays, and the next export has it there again. With --series-as-here it leaves ${series}\n`,
    );
  for (const { path, series } of ofSeries.leaving)
    io.out(`${path}: has left ${series}; the letter stays, in a file of its own\n`);
  for (const { path, series } of ofSeries.putBack) io.out(`${path}: stands in ${series} again\n`);
  for (const { path, series } of ofSeries.stayedOut)
    io.out(`${path}: has left ${series}, and stays out of it. With --series-as-here it comes back\n`);
  for (const path of missing) io.out(`${path}: not in the folder any more; the letter stays as it is\n`);
  io.err(
    `Brought back into “${editionId}”: ${counted(brought.length, 'changed file')}, ${unchanged} unchanged.\n`,
  );
  return brought.some((each) => each.outcome === 'not-compared') ? exitStatus.findings : exitStatus.well;
}

function became({ outcome, suggestions, overtaken }: Brought): string {
  switch (outcome) {
    case 'taken':
      return 'taken as a revision';
    case 'same':
      return 'the letter says so already';
    case 'not-compared':
      return 'what was changed cannot be told place by place; nothing was done. Make the change at the desk';
    case 'suggested':
      return `${counted(suggestions, 'suggestion')} made${overtaken > 0 ? `, ${overtaken} of places that were edited meanwhile` : ''}`;
  }
}
