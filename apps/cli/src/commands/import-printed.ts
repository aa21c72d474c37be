import { basename, join } from 'node:path';
import { type PrintedSummary, queueFile, SettingsError } from '@chancery/importing';
import type { Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import { type ExitStatus, exitStatus } from '../exit-status.js';
import { requireThere } from '../files-on-disk.js';
import { counted } from '../finding-line.js';

interface PrintedOptions {
  readonly out: string;
  readonly rules?: string;
  readonly decisions?: string;
}

/** Declares `chancery import-printed`. */
export function importPrintedCommand(
  program: Command,
  io: CommandIo,
  done: (status: ExitStatus) => void,
): void {
  program
    .command('import-printed')
    .summary('read the text of a printed volume, or a Word or OpenDocument file, into TEI')
    .description(
      'Reads the text of a printed volume into letters in TEI: their boundaries, numbers, titles, dates, notes and pages. ' +
        'Nothing is dropped: the account tells of every line where it is, why it was left out, or which doubt it waits for. ' +
        'Every doubt stands in the queue; fill in its “choice” or “value” there, and give the queue back as decisions.',
    )
    .argument(
      '<path...>',
      'the text: Markdown (.md) or plain text (.txt), in UTF-8; a document (.docx, .odt); or a folder or several files, each of which holds a letter',
    )
    .requiredOption('-o, --out <dir>', 'the folder to write to; one that an earlier run wrote is replaced')
    .option('--rules <file>', 'patterns in place of the usual ones, as JSON; see docs/printed-volumes.md')
    .option('--decisions <file>', 'what was decided of the queue of an earlier run')
    .addHelpText(
      'after',
      `
Examples:
  $ chancery import-printed volume.md --out my-edition
  $ chancery import-printed letters.docx --out my-edition
  $ chancery import-printed folder-of-letters --out my-edition
  $ chancery import-printed volume.md --out my-edition --decisions my-edition/queue.json
  $ chancery import-printed volume.md --out my-edition --rules my-rules.json

What is written:
  my-edition/volume.xml, my-edition/letters/ID.xml   the volume and its letters, for “chancery import”
  my-edition/account.tsv   what became of each line of the text
  my-edition/queue.json    every doubt, with the line beside the proposal
  my-edition/text.md, my-edition/left-out.tsv   of documents: the text that was read from them, and what is not in it

Exit status: 0 when every doubt is decided, 1 when some are open or a file could not be read, 2 for a mistake in the call.`,
    )
    .action(async (paths: string[], options: PrintedOptions) =>
      done(await importPrinted(paths, options, io)),
    );
}

async function importPrinted(
  paths: readonly string[],
  { out, rules: rulesFile, decisions: decisionsFile }: PrintedOptions,
  io: CommandIo,
): Promise<ExitStatus> {
  requireThere([...paths, rulesFile, decisionsFile].filter((each) => each !== undefined));
  const { readGiven } = await import('./import-printed/read-given.js');
  const { requireFree, replaceFolder } = await import('./import-printed/output-folder.js');
  const given = { texts: paths, rules: rulesFile, decisions: decisionsFile };
  await requireFree(out, decisionsFile);
  const read = await readGiven(given, io);
  if (read === undefined) return nothing(io);
  const { importPrintedAside, ImportTooLong } = await import('@chancery/importing/node');
  const { source, left, rules, decisions } = read;
  try {
    const volume = await importPrintedAside(source, { rules, decisions }, { signal: io.signal });
    const { accountFile, leftOutFile } = await import('./import-printed/account-file.js');
    await replaceFolder(out, [
      ...volume.files,
      { path: 'account.tsv', source: accountFile(volume.lines) },
      { path: 'queue.json', source: queueFile(volume) },
      ...(left === undefined
        ? []
        : [
            { path: 'text.md', source },
            { path: 'left-out.tsv', source: leftOutFile(left) },
          ]),
    ]);
    for (const file of volume.files) io.out(`${join(out, file.path)}\n`);
    const { summary } = volume;
    const name = paths.map((path) => basename(path)).join(', ');
    const refused = (left ?? []).filter(({ code }) => code === 'refused').map(({ message }) => message);
    const about = left === undefined || left.length === 0 ? [] : [leftOut(name, out, left.length)];
    io.err(`${[...refused, ...about, ...sentences(name, out, summary)].join('\n')}\n`);
    return summary.doubts.open === 0 && refused.length === 0 ? exitStatus.well : exitStatus.findings;
  } catch (error) {
    if (error instanceof SettingsError) io.err(read.mistake(error));
    else if (error instanceof ImportTooLong) io.err(`${paths.join(', ')}: error: ${error.message}\n`);
    else throw error;
    return nothing(io);
  }
}

function nothing(io: CommandIo): ExitStatus {
  io.err('Nothing was written.\n');
  return exitStatus.findings;
}

function leftOut(name: string, out: string, count: number): string {
  return `${counted(count, 'thing')} in ${name} ${count === 1 ? 'is' : 'are'} not in its text; ${join(out, 'left-out.tsv')} tells of each.`;
}

/** What the import came to, a sentence a figure. */
function sentences(
  name: string,
  out: string,
  { documents, enclosures, dates, lines, doubts, unmet }: PrintedSummary,
): string[] {
  const dated = dates['as-printed'] + dates['read-over'] + dates.decided;
  const account = join(out, 'account.tsv');
  const queue = join(out, 'queue.json');
  return [
    `${name} holds ${counted(documents, 'document')}${enclosures === 0 ? '' : `, of which ${enclosures} sent with another`}.`,
    `${counted(dated, 'date')} ${dated === 1 ? 'was' : 'were'} read${dates['read-over'] === 0 ? '' : `, ${dates['read-over']} of them in spite of misread signs`}${dates.unread === 0 ? '' : `; ${dates.unread} could not be`}.`,
    `${counted(lines.used, 'line')} of the text ${lines.used === 1 ? 'is' : 'are'} used, ${lines.excluded} left out with a reason, ${lines['in the queue']} in the queue; ${account} tells of each.`,
    ...(unmet === 0
      ? []
      : [
          `${counted(unmet, 'decision')} ${unmet === 1 ? 'meets' : 'meet'} nothing in this text; ${unmet === 1 ? 'it stands' : 'they stand'} at the end of ${queue}.`,
        ]),
    doubts.open === 0
      ? `No doubt is open; ${counted(doubts.decided, 'doubt')} ${doubts.decided === 1 ? 'is' : 'are'} decided.`
      : `${counted(doubts.open, 'doubt')} ${doubts.open === 1 ? 'is' : 'are'} open, ${doubts.decided} decided: fill in ${queue}, and give it back with --decisions.`,
  ];
}
