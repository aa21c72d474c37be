import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { readSource } from '@chancery/importing';
import { type FoundFile, loadFile } from '@chancery/importing/node';
import type { Finding, Schemas } from '@chancery/validation';
import type { Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import { type ExitStatus, exitStatus } from '../exit-status.js';
import { filesOnDisk, requireThere } from '../files-on-disk.js';
import { counted, findingLine } from '../finding-line.js';
import { JsonStream } from '../json-stream.js';
import { startProgress } from '../progress.js';

interface ValidateOptions {
  readonly json?: boolean;
  readonly rng?: string;
  readonly sch?: string;
}

/** Declares `chancery validate`. */
export function validateCommand(program: Command, io: CommandIo, done: (status: ExitStatus) => void): void {
  program
    .command('validate')
    .summary('check TEI files against the schema and the editors’ rules')
    .description(
      'Checks TEI files: whether they are well-formed, whether they keep to schemas/letters.rng, and whether they keep ' +
        'to the editors’ rules in schemas/letters.sch. Every finding is printed on a line of its own with file, line and column. ' +
        'Folders are searched for files ending in .xml.',
    )
    .argument('<path...>', 'TEI files, or folders of them')
    .option('--json', 'print the findings as JSON: {"files": [{file, findings}], "totals": {…}}')
    .option('--rng <file>', 'a RELAX NG schema (XML syntax) to use in place of the edition’s own')
    .option('--sch <file>', 'a Schematron schema to use in place of the edition’s own')
    .addHelpText(
      'after',
      `
Examples:
  $ chancery validate corpus
  $ chancery validate corpus/letters/stalin-1941-08-04.xml
  $ chancery validate --json corpus | jq '.files[].findings[].message'

A line of the result:
  corpus/letters/a.xml:45:31: error: The date in a dateline needs its date in figures … → Record 1941-08-15 [dateline-date-unrecorded]

Exit status: 0 when nothing is in error (there may be warnings), 1 when something is, 2 for a mistake in the call.`,
    )
    .action(async (paths: string[], options: ValidateOptions) => done(await validate(paths, options, io)));
}

async function validate(
  paths: readonly string[],
  options: ValidateOptions,
  io: CommandIo,
): Promise<ExitStatus> {
  const files = await filesOnDisk(paths);
  const checker = await checkerFor(options, files.length);
  const progress = await startProgress(io, files.length);
  const json = options.json ? new JsonStream(io.out, 'files') : undefined;
  const totals = { files: files.length, valid: 0, errors: 0, warnings: 0, infos: 0 };
  let done = 0;
  try {
    for await (const { file, findings } of checked(files, checker)) {
      io.signal.throwIfAborted();
      for (const { severity } of findings) totals[`${severity}s`] += 1;
      if (!findings.some(({ severity }) => severity === 'error')) totals.valid += 1;
      if (json !== undefined) json.item({ file: file.location, findings });
      else for (const finding of findings) io.out(findingLine(file.location, finding));
      done += 1;
      progress.update(done, file.path);
    }
  } finally {
    progress.stop();
    await checker.stop();
  }
  json?.end({ totals });
  if (!options.json) {
    const found = `${counted(totals.errors, 'error')}, ${counted(totals.warnings, 'warning')}`;
    io.err(`${counted(totals.files, 'file')} checked: ${found}.\n`);
  }
  return totals.errors > 0 ? exitStatus.findings : exitStatus.well;
}

/** What checks the files: here, or on threads. */
interface Checker {
  /** How many files it has before it at once. */
  readonly ahead: number;
  validate(source: string): Finding[] | Promise<Finding[]>;
  stop(): Promise<void>;
}

/** Fewer files than these are checked before threads are ready. */
const manyFiles = 100;

const mostThreads = 4;

async function checkerFor(options: ValidateOptions, files: number): Promise<Checker> {
  // Loaded here: the validator compiles WebAssembly, which the other commands do not need.
  const { openValidatorThreads } = await import('@chancery/validation/node');
  const { createValidator } = await import('@chancery/validation');
  const schemas = await schemasFor(options);
  const threads = Math.min(availableParallelism(), mostThreads);
  if (files >= manyFiles && threads > 1)
    return { ahead: threads * 4, ...openValidatorThreads(schemas, threads) };
  const validator = await createValidator(schemas);
  return { ahead: 1, validate: validator.validate, stop: async () => validator.dispose() };
}

async function schemasFor({ rng, sch }: ValidateOptions): Promise<Schemas> {
  requireThere([rng, sch].filter((path) => path !== undefined));
  const { readSchemas } = await import('@chancery/validation/node');
  const own = readSchemas();
  return {
    rng: rng === undefined ? own.rng : await readFile(rng, 'utf8'),
    sch: sch === undefined ? own.sch : await readFile(sch, 'utf8'),
  };
}

type Checked = readonly (Finding | ReturnType<typeof asFinding>)[];

/** The files with their findings, in their order; some are read and checked ahead, so that no thread waits. */
async function* checked(
  files: readonly FoundFile[],
  checker: Checker,
): AsyncGenerator<{ readonly file: FoundFile; readonly findings: Checked }> {
  const begun: { file: FoundFile; findings: Promise<Checked> }[] = [];
  for (const file of files) {
    const findings = check(file, checker);
    // What fails is told when it is its turn.
    findings.catch(() => undefined);
    begun.push({ file, findings });
    if (begun.length >= checker.ahead) yield* first(begun);
  }
  while (begun.length > 0) yield* first(begun);
}

async function* first(
  begun: { file: FoundFile; findings: Promise<Checked> }[],
): AsyncGenerator<{ readonly file: FoundFile; readonly findings: Checked }> {
  const next = begun.shift();
  if (next) yield { file: next.file, findings: await next.findings };
}

async function check(file: FoundFile, checker: Checker): Promise<Checked> {
  const read = readSource(await loadFile(file));
  return 'refused' in read ? [asFinding(read.refused)] : checker.validate(read.text);
}

/** A file that has no text to check has the one finding that says why. */
function asFinding({
  file: _file,
  advice,
  message,
  ...rest
}: Extract<ReturnType<typeof readSource>, { refused: unknown }>['refused']) {
  return { ...rest, message: `${message} ${advice}` };
}
