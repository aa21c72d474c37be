import { readSource } from '@chancery/importing';
import { type FoundFile, loadFile } from '@chancery/importing/node';
import { NotTei, openLetter } from '@chancery/prosemirror-tei';
import { checkWellFormed, encode, writableIn } from '@chancery/xml';
import type { Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import { type ExitStatus, exitStatus } from '../exit-status.js';
import { filesOnDisk } from '../files-on-disk.js';
import { counted } from '../finding-line.js';
import { startProgress } from '../progress.js';

/** A file that did not come back as it was. `seed` is the random seed of the edit that failed, where there was one. */
interface Failure {
  readonly file: string;
  readonly code: string;
  readonly message: string;
  readonly seed: number | null;
}

/** Declares `chancery roundtrip`. */
export function roundtripCommand(program: Command, io: CommandIo, done: (status: ExitStatus) => void): void {
  program
    .command('roundtrip')
    .summary('prove that opening and saving TEI files changes no byte')
    .description(
      'Opens every TEI file as the editor does, saves it again in memory, and compares the bytes. Nothing on disk is changed. ' +
        'Files that are not well-formed XML cannot be opened in the editor; they are counted and are no failures.',
    )
    .argument('<path...>', 'TEI files, or folders of them')
    .option(
      '--json',
      'print the result as JSON: {"totals": {files, malformed, identical, edits, exact}, "failures": […]}',
    )
    .addHelpText(
      'after',
      `
Examples:
  $ chancery roundtrip corpus
  $ chancery roundtrip --json ../another-edition | jq .totals

Exit status: 0 when every well-formed file came back as it was, 1 when one did not, 2 for a mistake in the call.`,
    )
    .action(async (paths: string[], options: { json?: boolean }) =>
      done(await roundtrip(paths, options, io)),
    );
}

async function roundtrip(
  paths: readonly string[],
  options: { json?: boolean },
  io: CommandIo,
): Promise<ExitStatus> {
  const files = await filesOnDisk(paths);
  const progress = await startProgress(io, files.length);
  const totals = { files: files.length, malformed: 0, identical: 0, edits: 0, exact: 0 };
  const failures: Failure[] = [];
  let done = 0;
  for (const file of files) {
    io.signal.throwIfAborted();
    const outcome = await openAndSave(file);
    if (outcome === 'malformed') totals.malformed += 1;
    else if (outcome === 'identical') totals.identical += 1;
    else failures.push(outcome);
    done += 1;
    progress.update(done, file.path);
  }
  progress.stop();
  if (options.json) {
    io.out(`${JSON.stringify({ totals, failures }, undefined, 2)}\n`);
  } else {
    for (const { file, message, code } of failures) io.out(`${file}: ${message} [${code}]\n`);
    const malformed = totals.malformed > 0 ? `, ${totals.malformed} not well-formed` : '';
    io.err(
      `${counted(totals.files, 'file')} opened and saved: ${totals.identical} identical, ${failures.length} not${malformed}.\n`,
    );
  }
  return failures.length > 0 ? exitStatus.findings : exitStatus.well;
}

async function openAndSave(found: FoundFile): Promise<'malformed' | 'identical' | Failure> {
  const file = found.location;
  const input = await loadFile(found);
  const read = readSource(input);
  if ('refused' in read || !('bytes' in input) || checkWellFormed(read.text) !== undefined)
    return 'malformed';
  try {
    const letter = openLetter(read.text, { writable: writableIn(read.encoding) });
    if (letter.map.starts.length !== letter.doc.content.size) {
      const message = 'The map of the source does not cover the document.';
      return { file, code: 'map-incomplete', message, seed: null };
    }
    const at = firstDifference(input.bytes, encode(letter.source, read));
    if (at === undefined) return 'identical';
    return { file, code: 'not-identical', message: `The bytes differ from byte ${at} on.`, seed: null };
  } catch (error) {
    if (error instanceof NotTei) return { file, code: 'not-tei', message: error.message, seed: null };
    const message = error instanceof Error ? error.message : String(error);
    return { file, code: 'not-opened', message, seed: null };
  }
}

function firstDifference(left: Uint8Array, right: Uint8Array): number | undefined {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) if (left[at] !== right[at]) return at;
  return left.length === right.length ? undefined : length;
}
