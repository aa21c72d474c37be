import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readTeiFolder } from '@chancery/importing/node';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CommandIo } from '../command-io.js';
import { type ExitStatus, exitStatus } from '../exit-status.js';
import { requireThere } from '../files-on-disk.js';
import { counted } from '../finding-line.js';
import { reportLines } from '../import-lines.js';
import { openServer, type ServerSettings } from '../server-door.js';

interface DatabaseOptions {
  readonly data?: string;
  readonly databaseUrl?: string;
}

/** Declares the commands that need the edition's database: `serve`, `import` and `export`. */
export function databaseCommands(program: Command, io: CommandIo, done: (status: ExitStatus) => void): void {
  const data = () =>
    new Option('--data <dir>', 'where the database and the published edition are kept')
      .env('CHANCERY_DATA')
      .default('.chancery');
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
        .default(4040)
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
    .action(async (options: DatabaseOptions & { port: number }) => done(await serve(options, io)));

  program
    .command('import')
    .summary('take TEI files into the database: all of them, or none')
    .description(
      'Reads TEI files as one edition and stores it: every letter byte for byte as it is. When anything is wrong with a file, ' +
        'each such file is told of with line, column and what to do, and nothing is stored.',
    )
    .argument('<path...>', 'TEI files, or folders of them')
    .addOption(data())
    .addOption(databaseUrl())
    .addHelpText(
      'after',
      `
Examples:
  $ chancery import my-edition
  $ chancery import --data /srv/edition volume.xml letters

Exit status: 0 when all is stored, 1 when nothing is, 2 for a mistake in the call.`,
    )
    .action(async (paths: string[], options: DatabaseOptions) => done(await importFiles(paths, options, io)));

  program
    .command('export')
    .summary('write every letter as it stands now to a folder, as TEI')
    .description(
      'Writes the TEI of every letter to a folder, under the paths that the files had when they were imported. ' +
        'Files that are there already are written over; nothing is deleted.',
    )
    .argument('<dir>', 'the folder to write to; it is made if need be')
    .addOption(data())
    .addOption(databaseUrl())
    .addHelpText(
      'after',
      `
Example:
  $ chancery export out && chancery validate out

Exit status: 0 when all is written, 1 when it could not be, 2 for a mistake in the call.`,
    )
    .action(async (dir: string, options: DatabaseOptions) => done(await exportFiles(dir, options, io)));
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('Write a number from 0 to 65535.');
  return port;
}

function settings({ data, databaseUrl }: DatabaseOptions): ServerSettings {
  return { dataDir: resolve(data ?? '.chancery'), ...(databaseUrl === undefined ? {} : { databaseUrl }) };
}

async function serve(options: DatabaseOptions & { port: number }, io: CommandIo): Promise<ExitStatus> {
  const startServer = await openServer('startServer');
  const server = await startServer({ ...settings(options), port: options.port });
  io.out(`Chancery is at ${server.address}\nSign in: ${server.signInLink}\n`);
  await aborted(io.signal);
  await server.stop();
  return exitStatus.well;
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

async function importFiles(
  paths: readonly string[],
  options: DatabaseOptions,
  io: CommandIo,
): Promise<ExitStatus> {
  requireThere(paths);
  const { edition, report } = await readTeiFolder(...paths);
  for (const line of reportLines(report)) io.err(line);
  if (edition === undefined) {
    io.err(`Nothing was imported: ${counted(report.counts.errors, 'file')} cannot be.\n`);
    return exitStatus.findings;
  }
  const importEdition = await openServer('importEdition');
  const stored = await importEdition(edition, settings(options));
  io.err(`Imported “${stored.title}”: ${counted(stored.letters, 'letter')}.\n`);
  return exitStatus.well;
}

async function exportFiles(dir: string, options: DatabaseOptions, io: CommandIo): Promise<ExitStatus> {
  const readFiles = await openServer('exportFiles');
  let count = 0;
  for await (const { path, bytes } of readFiles(settings(options))) {
    const location = join(dir, path);
    await mkdir(dirname(location), { recursive: true });
    await writeFile(location, bytes);
    io.out(`${location}\n`);
    count += 1;
  }
  io.err(`${counted(count, 'file')} written.\n`);
  return exitStatus.well;
}
