import { join, resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { checkout } from '../checkout.js';
import type { CommandIo } from '../command-io.js';
import { type ExitStatus, exitStatus } from '../exit-status.js';
import { requireThere } from '../files-on-disk.js';
import { counted } from '../finding-line.js';
import { reportLines } from '../import-lines.js';
import { updateFiles } from './update-files.js';

interface DatabaseOptions {
  readonly data: string;
  readonly databaseUrl?: string;
}

interface EditionOptions extends DatabaseOptions {
  readonly edition?: string;
}

interface ImportOptions extends EditionOptions {
  readonly toMend?: boolean;
  readonly update?: boolean;
  readonly by?: string;
  readonly seriesAsHere?: boolean;
}

interface ExportOptions extends EditionOptions {
  readonly git?: boolean;
}

const defaultData = join(checkout, '.chancery');

/** Declares the commands that need the edition's database: `serve`, `import` and `export`. */
export function databaseCommands(program: Command, io: CommandIo, done: (status: ExitStatus) => void): void {
  const data = () =>
    new Option('--data <dir>', 'where the database and the published edition are kept')
      .env('CHANCERY_DATA')
      .default(defaultData, '.chancery/ in the checkout');
  const databaseUrl = () =>
    new Option('--database-url <url>', 'a PostgreSQL 15 or later to use in place of our own').env(
      'DATABASE_URL',
    );

  program
    .command('serve')
    .summary('run the desk, the API and the published edition on one port')
    .description(
      'Starts the database (our own, unless a URL is given), brings it up to date, loads the sample volume the first time, ' +
        'and serves desk, API and edition. The address is printed with a link that signs in once. Ctrl-C stops all of it.',
    )
    .addOption(
      new Option('-p, --port <number>', 'the port to listen on')
        .env('PORT')

        .argParser(parsePort),
    )
    .addOption(data())
    .addOption(databaseUrl())
    .addHelpText(
      'after',
      `
Examples:
  $ chancery serve
  $ chancery serve --port 8080 --data /srv/edition
  $ DATABASE_URL=postgresql://editor@db/edition chancery serve

Exit status: 0 after Ctrl-C, 1 when it could not be started, 2 for a mistake in the call.`,
    )
    .action(async (options: DatabaseOptions & { port?: number }) => done(await serve(options, io)));

  program
    .command('import')
    .summary('take TEI files into the database: all of them, or none')
    .description(
      'Reads TEI files as one edition and stores it: every letter byte for byte as it is. When anything is wrong with a file, ' +
        'each such file is told of with line, column and what to do, and nothing is stored.',
    )
    .argument('<path...>', 'TEI files, or folders of them')
    .option('--edition <name>', 'the edition to add to; by default the one named like the volume’s file')
    .option(
      '--to-mend',
      'take files that are not well-formed too: they are mended at the desk, in their source',
    )
    .option('--update', 'bring back a folder that was exported and changed since: nobody’s edits are touched')
    .option(
      '--by <e-mail>',
      'with --update, whose changes they are, where the folder’s own history does not say',
    )
    .option(
      '--series-as-here',
      'with --update, let a file of many documents hold those that it holds in the folder: others leave it, and stay as letters',
    )
    .addOption(data())
    .addOption(databaseUrl())
    .addHelpText(
      'after',
      `
With --update, a letter that nobody has edited since it was exported takes the text of the folder as a new revision. Where
somebody has, the differences are suggested upon the present text. What is new is added, a document of a series at its place. Files
and documents that are not in the folder any more are told of, and stay. With --series-as-here, such a document leaves its series: its
letter stays, with all its history, and is exported as a file of its own. Where it stands in the series again, it comes back.

Examples:
  $ chancery import my-edition
  $ chancery import --update history
  $ chancery import --data /srv/edition volume.xml letters
  $ chancery import --to-mend my-edition

Exit status: 0 when all is stored, 1 when nothing is, 2 for a mistake in the call.`,
    )
    .action(async (paths: string[], options: ImportOptions) =>
      done(
        await (options.update
          ? updateFiles(paths, { ...options, database: database(options, io) }, io)
          : importFiles(paths, options, io)),
      ),
    );

  program
    .command('export')
    .summary('write every letter as it stands now to a folder, as TEI')
    .description(
      'Writes the TEI of every letter to a folder, under the paths that the files had when they were imported. ' +
        'Files that are there already are written over; nothing is deleted.',
    )
    .argument('<dir>', 'the folder to write to; it is made if need be')
    .option('--edition <name>', 'which edition, where there are several')
    .option(
      '--git',
      'make the folder a git repository with the whole history: a commit for each revision, by its authors',
    )
    .addOption(data())
    .addOption(databaseUrl())
    .addHelpText(
      'after',
      `
With --git, the same history gives the same commits, and exporting again only adds those that are new. The schemas of the
edition stand beside its files. It needs git 2.28 or later.

Examples:
  $ chancery export out && chancery validate out
  $ chancery export --git history && git -C history log

Exit status: 0 when all is written, 1 when it could not be, 2 for a mistake in the call.`,
    )
    .action(async (dir: string, options: ExportOptions) =>
      done(await (options.git ? exportHistory : exportFiles)(dir, options, io)),
    );
}

/** A variable of the environment that is set to nothing counts as not set. */
function parsePort(text: string): number | undefined {
  if (text.trim() === '') return undefined;
  const port = Number(text);
  if (!/^\d+$/.test(text.trim()) || port > 65_535) {
    throw new InvalidArgumentError('Write a number from 0 to 65535.');
  }
  return port;
}

function dataFolder({ data }: DatabaseOptions): string {
  return data.trim() === '' ? defaultData : resolve(data);
}

/** Which database, for the server's package. */
function database(options: DatabaseOptions, io: CommandIo) {
  return {
    dataDir: dataFolder(options),
    databaseUrl: options.databaseUrl?.trim() || undefined,
    progress: (step: string) => io.err(`${step} …\n`),
  };
}

async function serve(options: DatabaseOptions & { port?: number }, io: CommandIo): Promise<ExitStatus> {
  const server = await import('@chancery/server');
  const env = {
    ...io.env,
    CHANCERY_DATA: dataFolder(options),
    ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
    ...(options.port === undefined ? {} : { PORT: String(options.port) }),
  };
  const status = await server.serve({ root: checkout, env, write: io.out });
  return status === 0 ? exitStatus.well : exitStatus.findings;
}

async function importFiles(
  paths: readonly string[],
  options: ImportOptions,
  io: CommandIo,
): Promise<ExitStatus> {
  requireThere(paths);
  const { importPaths } = await import('@chancery/server');
  const { report, stored } = await importPaths(paths, {
    ...database(options, io),
    editionId: options.edition,
    toMend: options.toMend,
  });
  for (const line of reportLines(report)) io.err(line);
  if (stored === undefined) {
    const hint = report.rows.some(({ mendable }) => mendable)
      ? ' With --to-mend, files that are not well-formed are taken too, to be mended at the desk.'
      : '';
    io.err(
      `Nothing was imported: ${counted(report.counts.errors, 'error')} in ${counted(report.counts.files, 'file')}.${hint}\n`,
    );
    return exitStatus.findings;
  }
  const toMend =
    stored.toMend.length === 0 ? '' : `; ${counted(stored.toMend.length, 'file')} to be mended at the desk`;
  const unchanged =
    stored.unchanged.length === 0 ? '' : `; ${counted(stored.unchanged.length, 'file')} already there`;
  io.err(
    `Imported into “${stored.editionId}”: ${counted(stored.added.length, 'file')}${toMend}${unchanged}.\n`,
  );
  return exitStatus.well;
}

async function exportFiles(dir: string, options: EditionOptions, io: CommandIo): Promise<ExitStatus> {
  const { exportEdition } = await import('@chancery/server');
  const { editionId, written, unchanged, beside } = await exportEdition(dir, {
    ...database(options, io),
    editionId: options.edition,
  });
  for (const path of written) io.out(`${join(dir, path)}\n`);
  const kept = unchanged.length === 0 ? '' : `; ${counted(unchanged.length, 'file')} already so`;
  for (const path of beside)
    io.err(
      `${join(dir, path)}: its header was changed, for which the file that it came in has no place: it is written by itself too.\n`,
    );
  io.err(`Exported “${editionId}”: ${counted(written.length, 'file')} written${kept}.\n`);
  return exitStatus.well;
}

async function exportHistory(dir: string, options: EditionOptions, io: CommandIo): Promise<ExitStatus> {
  const { exportToGit } = await import('@chancery/server');
  const { editionId, commits, added } = await exportToGit(dir, {
    ...database(options, io),
    editionId: options.edition,
  });
  io.err(`Exported “${editionId}” to ${dir}: ${counted(added, 'new commit')}, ${commits} in all.\n`);
  return exitStatus.well;
}
