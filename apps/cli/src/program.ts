import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { CommandIo } from './command-io.js';
import { databaseCommands } from './commands/database.js';
import { importPrintedCommand } from './commands/import-printed.js';
import { publishCommand } from './commands/publish.js';
import { roundtripCommand } from './commands/roundtrip.js';
import { validateCommand } from './commands/validate.js';
import type { ExitStatus } from './exit-status.js';

/** The command line, with what each command came to reported to `done`. */
export function createProgram(io: CommandIo, done: (status: ExitStatus) => void): Command {
  const program = new Command('chancery')
    .description('An editorial workflow for documentary editions of correspondence, kept as TEI-XML.')
    .version(version(), '-V, --version')
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError('Add --help to see how it is meant.')
    .showSuggestionAfterError(true)
    .addHelpText(
      'after',
      `
Without a server or a database, on folders of TEI:
  $ chancery validate corpus
  $ chancery roundtrip corpus
  $ chancery publish corpus --out edition
  $ chancery import-printed volume.md --out my-edition

With the edition’s database, which is started when it is needed:
  $ chancery serve
  $ chancery import my-edition
  $ chancery export out

“chancery help COMMAND” explains one command. Exit status: 0 when all is well, 1 when something was found, 2 for a
mistake in the call. Results go to the standard output, messages to the standard error.`,
    );
  validateCommand(program, io, done);
  roundtripCommand(program, io, done);
  publishCommand(program, io, done);
  importPrintedCommand(program, io, done);
  databaseCommands(program, io, done);
  return program;
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '';
}
