import { type Command, InvalidArgumentError } from 'commander';
import type { CommandIo } from '../command-io.js';
import { type ExitStatus, exitStatus } from '../exit-status.js';
import { filesOnDisk } from '../files-on-disk.js';
import { counted } from '../finding-line.js';
import { startProgress } from '../progress.js';
import type { Failure, Malformed } from './roundtrip/prove-file.js';
import { proveFiles } from './roundtrip/prove-files.js';

/** How many files that cannot be opened are told of by name; a folder may hold nothing else. */
const TOLD = 20;

interface RoundtripOptions {
  readonly json?: boolean;
  readonly edits: number;
  readonly seed: number;
}

/** Declares `chancery roundtrip`. */
export function roundtripCommand(program: Command, io: CommandIo, done: (status: ExitStatus) => void): void {
  program
    .command('roundtrip')
    .summary('prove that opening, editing and saving TEI files loses nothing')
    .description(
      'Opens every TEI file as the editor does, saves it again in memory, and compares the bytes. With --edits, makes that ' +
        'many random edits in each, one after the other, as an editor might: of text, names and marks, attributes, paragraphs, tables and ' +
        'notes. Of each edit it proves that the bytes outside of the place of the edit are as they were, that the result ' +
        'opens as exactly the edited text, that undoing gives the former bytes back, and that no error of the schema ' +
        'is new. Nothing on disk is changed. Files that are not well-formed XML, or beyond the limits, cannot be opened in the ' +
        'editor; they are counted, told of with the reason, and are no failures.',
    )
    .argument('<path...>', 'TEI files, or folders of them')
    .option(
      '--json',
      'print the result as JSON: {"totals": {files, malformed, identical, edits, exact}, "failures": [{file, code, message, seed}]}',
    )
    .option('--edits <count>', 'how many random edits to make in each file', wholeNumber, 0)
    .option(
      '--seed <number>',
      'where the random numbers begin; the same seed makes the same edits',
      wholeNumber,
      1,
    )
    .addHelpText(
      'after',
      `
Examples:
  $ chancery roundtrip corpus
  $ chancery roundtrip corpus --edits 20 --seed 7
  $ chancery roundtrip --json ../another-edition | jq .totals

A failure tells the seed that made its edit. To see it again, give that file alone, that seed, and as many edits:
  $ chancery roundtrip ../another-edition/a.xml --edits 20 --seed 3212498

Exit status: 0 when every well-formed file came back as it was and every edit was proved, 1 when one was not, 2 for a
mistake in the call.`,
    )
    .action(async (paths: string[], options: RoundtripOptions) => done(await roundtrip(paths, options, io)));
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 0xffffffff) {
    throw new InvalidArgumentError('A whole number from 0 to 4294967295 is wanted.');
  }
  return number;
}

async function roundtrip(
  paths: readonly string[],
  options: RoundtripOptions,
  io: CommandIo,
): Promise<ExitStatus> {
  const files = await filesOnDisk(paths);
  const progress = await startProgress(io, files.length);
  const totals = { files: files.length, malformed: 0, identical: 0, edits: 0, exact: 0 };
  const failures: Failure[] = [];
  const malformed: Malformed[] = [];
  let done = 0;
  try {
    for await (const { file, proof } of proveFiles(files, options, io.signal)) {
      if (proof.malformed) totals.malformed += 1;
      if (proof.malformed && malformed.length < TOLD) malformed.push(proof.malformed);
      if (proof.identical) totals.identical += 1;
      totals.edits += proof.edits;
      totals.exact += proof.exact;
      failures.push(...proof.failures);
      done += 1;
      progress.update(done, file.path);
    }
  } finally {
    progress.stop();
  }
  failures.sort(byFile);
  tellMalformed(malformed.sort(byFile), totals.malformed, io);
  if (options.json) io.out(`${JSON.stringify({ totals, failures }, undefined, 2)}\n`);
  else tell(totals, failures, io);
  return failures.length > 0 ? exitStatus.findings : exitStatus.well;
}

function byFile(a: { readonly file: string }, b: { readonly file: string }): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}

/** They are no failures, so they are told of beside the result. */
function tellMalformed(malformed: readonly Malformed[], all: number, io: CommandIo): void {
  for (const { file, line, column, message, code } of malformed) {
    io.err(`${file}:${line}:${column}: not opened: ${message} [${code}]\n`);
  }
  if (all > malformed.length) io.err(`… and ${counted(all - malformed.length, 'more file')} not opened.\n`);
}

function tell(
  totals: { files: number; malformed: number; identical: number; edits: number; exact: number },
  failures: readonly Failure[],
  io: CommandIo,
): void {
  for (const { file, message, code, seed } of failures) {
    io.out(`${file}: ${message} [${code}${seed === null ? '' : `, seed ${seed}`}]\n`);
  }
  const not = totals.files - totals.malformed - totals.identical;
  const malformed = totals.malformed > 0 ? `, ${totals.malformed} not well-formed` : '';
  io.err(
    `${counted(totals.files, 'file')} opened and saved: ${totals.identical} identical, ${not} not${malformed}.\n`,
  );
  if (totals.edits > 0) {
    io.err(
      `${counted(totals.edits, 'edit')} made: ${totals.exact} exact, ${totals.edits - totals.exact} not.\n`,
    );
  }
}
