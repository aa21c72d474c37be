import type { ImportedFile } from '@chancery/importing';
import { readTeiFolder } from '@chancery/importing/node';
import type { EditionSource, TeiFile } from '@chancery/publishing';
import { encode } from '@chancery/xml';
import { type Command, InvalidArgumentError } from 'commander';
import type { CommandIo } from '../command-io.js';
import { type ExitStatus, exitStatus } from '../exit-status.js';
import { requireThere } from '../files-on-disk.js';
import { counted } from '../finding-line.js';
import { reportLines } from '../import-lines.js';
import { type Progress, startProgress } from '../progress.js';

type Part = 'web' | 'pdf';

interface PublishOptions {
  readonly out: string;
  readonly only?: Part[];
}

/** Declares `chancery publish`. */
export function publishCommand(program: Command, io: CommandIo, done: (status: ExitStatus) => void): void {
  program
    .command('publish')
    .summary('make the web edition and the PDF of a volume')
    .description(
      'Publishes a folder of TEI: a web edition (plain files, which open from disk and on any web host) and the volume as PDF. ' +
        'The folder holds one file that lists the documents of the volume, and the letters. ' +
        'An edition that is there already is replaced when the new one is whole, and not before.',
    )
    .argument('<path>', 'the folder with the volume and its letters')
    .requiredOption('-o, --out <dir>', 'the folder to write to; it is made if need be')
    .option('--only <parts>', 'make only “web” or only “pdf” (or both: web,pdf)', parseParts)
    .addHelpText(
      'after',
      `
Examples:
  $ chancery publish corpus --out edition
  $ chancery publish corpus --out edition --only pdf

What is written:
  edition/index.html            front page
  edition/letters/ID/index.html each document
  edition/volume.pdf            the printed volume

Exit status: 0 when all is published, 1 when it could not be, 2 for a mistake in the call.`,
    )
    .action(async (path: string, options: PublishOptions) => done(await publish(path, options, io)));
}

function parseParts(text: string): Part[] {
  const parts = text.split(',').map((part) => part.trim());
  const isPart = (part: string): part is Part => part === 'web' || part === 'pdf';
  if (!parts.every(isPart)) throw new InvalidArgumentError('Write web, pdf, or web,pdf.');
  return [...new Set(parts)];
}

async function publish(path: string, { out, only }: PublishOptions, io: CommandIo): Promise<ExitStatus> {
  requireThere([path]);
  // Loaded here: stylesheets and typesetter are more than the other commands need.
  const { PublishError, publishEdition } = await import('@chancery/publishing');
  const { edition, report } = await readTeiFolder([path]);
  for (const line of reportLines(report)) io.err(line);
  if (edition === undefined) {
    io.err('Nothing was published.\n');
    return exitStatus.findings;
  }
  if (edition.volume === undefined) {
    io.err(
      `There is no volume in ${path}: one file must list its documents in a list of type “documents”.\n`,
    );
    return exitStatus.findings;
  }
  const source: EditionSource = { volume: teiFile(edition.volume), letters: edition.letters.map(teiFile) };
  let progress: Progress | undefined;
  try {
    progress = await startProgress(io, 100);
    const bar = progress;
    const published = await publishEdition(source, {
      out,
      ...(only === undefined ? {} : { only }),
      signal: io.signal,
      onProgress: ({ done, total, label }) =>
        bar.update(total === 0 ? 0 : Math.round((done / total) * 100), label),
    });
    progress.stop();
    for (const warning of published.warnings) io.err(`${warningPlace(warning)}warning: ${warning.message}\n`);
    if (published.web) io.out(`${out}/index.html\n`);
    if (published.pdf) io.out(`${out}/${published.pdf.path}\n`);
    const pages = [
      published.web && counted(published.web.pages, 'web page'),
      published.pdf && `${counted(published.pdf.pages, 'page')} in print`,
    ].filter((each) => each !== undefined);
    io.err(`Published ${counted(edition.letters.length, 'document')}: ${pages.join(', ')}.\n`);
    return exitStatus.well;
  } catch (error) {
    progress?.stop();
    if (!(error instanceof PublishError)) throw error;
    io.err(`${error.message}\nNothing was published.\n`);
    return exitStatus.findings;
  }
}

function teiFile(file: ImportedFile): TeiFile {
  const { path, source } = file;
  return file.encoding === 'utf-8' && !file.bom
    ? { path, source }
    : { path, source, bytes: encode(source, file) };
}

function warningPlace({ file, line }: { file?: string | undefined; line?: number | undefined }): string {
  return (
    [file, line]
      .filter((part) => part !== undefined)
      .map((part) => `${part}:`)
      .join('') + (file === undefined ? '' : ' ')
  );
}
