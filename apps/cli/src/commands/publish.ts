import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { ImportedFile, ImportReport } from '@chancery/importing';
import { readTeiFolder } from '@chancery/importing/node';
import type { EditionSource, PrintTemplate, PublishProgress, TeiFile } from '@chancery/publishing';
import { imagesIn, type PartName, partNames, usualParts } from '@chancery/publishing/parts';
import type { FolderImages } from '@chancery/server/folder-images';
import { mayShowImages, readVolume } from '@chancery/tei';
import { encode, oneLine } from '@chancery/xml';
import { type Command, InvalidArgumentError } from 'commander';
import type { CommandIo } from '../command-io.js';
import { type ExitStatus, exitStatus } from '../exit-status.js';
import { requireThere } from '../files-on-disk.js';
import { counted } from '../finding-line.js';
import { reportLines } from '../import-lines.js';
import { type Progress, startProgress } from '../progress.js';

/** What the parts are called that have no pages to be counted. */
const names: Readonly<Record<PartName, string>> = {
  web: 'web edition',
  pdf: 'PDF',
  press: 'PDF for the press',
  'letters-pdf': 'PDF of each document',
  epub: 'EPUB',
  cmif: 'CMIF',
  tei: 'TEI',
  txt: 'plain text',
  json: 'calendar as data',
};

/** The templates of the print volume, as they are written in a command. */
const templates: ReadonlyMap<string, PrintTemplate> = new Map([
  ['university-press', 'university press'],
  ['documentary-diplomatic', 'documentary diplomatic'],
  ['proof', 'proof'],
]);
const templateNames = [...templates.keys()];

interface PublishOptions {
  readonly out: string;
  readonly only?: PartName[];
  readonly template?: PrintTemplate;
  readonly stylesheet?: string;
  readonly typst?: string;
  readonly release?: string;
  readonly follows?: string;
  readonly address?: string;
}

/** Declares `chancery publish`. */
export function publishCommand(program: Command, io: CommandIo, done: (status: ExitStatus) => void): void {
  program
    .command('publish')
    .summary('make the web edition, the PDF and the other forms of a volume')
    .description(
      'Publishes a folder of TEI: a web edition (plain files, which open from disk and on any web host), the volume as PDF, ' +
        'and what other programs take. ' +
        'The folder holds one file that lists the documents of the volume, and the letters. ' +
        'Images of the copy that the letters name and that lie in the folder are published with them. ' +
        'An edition that is there already is replaced when the new one is whole, and not before.',
    )
    .argument('<path>', 'the folder with the volume and its letters')
    .requiredOption('-o, --out <dir>', 'the folder to write to; it is made if need be')
    .option(
      '--only <parts>',
      `make only some of ${partNames.join(',')}; what else is there is kept; otherwise all but letters-pdf`,
      parseParts,
    )
    .option(
      '--template <name>',
      `how the PDF is set: ${templateNames.join(', ')}; otherwise as the volume says`,
      parseTemplate,
    )
    .option(
      '--stylesheet <file>',
      'make the web pages by an XSLT stylesheet of your own; see docs/publishing.md',
    )
    .option('--typst <file>', 'set the PDF by a Typst file of your own; see docs/publishing.md')
    .option('--release <name>', 'what this edition is called where it is cited, such as 1.2', parseRelease)
    .option(
      '--follows <dir>',
      'the folder of the release before: what has changed since is told, and its addresses are kept',
    )
    .option(
      '--address <url>',
      'where the web edition will be served, for services that refer to it',
      parseAddress,
    )
    .addHelpText(
      'after',
      `
Examples:
  $ chancery publish corpus --out edition
  $ chancery publish corpus --out edition --only pdf
  $ chancery publish corpus --out edition --release 1.2 --address https://letters.example.org/
  $ chancery publish corpus --out r/1.3 --release 1.3 --follows r/1.2

What is written:
  web    edition/index.html, edition/letters/ID/index.html …
  pdf    edition/volume.pdf, the printed volume, to be kept and read (PDF/A-2a, PDF/UA-1)
  press  edition/volume-press.pdf, for the printer, with trim, bleed and crop marks
  letters-pdf  edition/letters/ID/ID.pdf, each document by itself; only where it is named
  epub   edition/volume.epub, a book for reading devices
  cmif   edition/cmif.xml, the index of the letters for correspSearch
  tei    edition/tei.zip, all files as they are, with their schema
  txt    edition/volume.txt, edition/letters/ID/ID.txt, plain text
  json   edition/calendar.json; DTS in edition/dts/; IIIF in edition/manifests.json

Exit status: 0 when all is published, 1 when it could not be, 2 for a mistake in the call.`,
    )
    .action(async (path: string, options: PublishOptions) => done(await publish(path, options, io)));
}

function parseParts(text: string): PartName[] {
  const named = text.split(',').map((part) => part.trim());
  const chosen = partNames.filter((name) => named.includes(name));
  if (named.some((name) => !chosen.some((part) => part === name)))
    throw new InvalidArgumentError(`Write some of ${partNames.join(',')}, with commas between them.`);
  return chosen;
}

function parseTemplate(text: string): PrintTemplate {
  const template = templates.get(text.trim().toLowerCase().replace(/\s+/g, '-'));
  if (template === undefined) throw new InvalidArgumentError(`Write ${templateNames.join(', ')}.`);
  return template;
}

/** It stands on pages and in metadata, on one line. */
function parseRelease(text: string): string {
  const name = text.trim();
  if (name === '' || name.length > 60 || !oneLine.test(name))
    throw new InvalidArgumentError('Write up to 60 characters, such as 1.2 or 2026-11.');
  return name;
}

function parseAddress(text: string): string {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text))
    throw new InvalidArgumentError('Write an address of the web: https://letters.example.org/');
  return text;
}

async function publish(
  path: string,
  { out, only, template, stylesheet, typst, release, follows, address }: PublishOptions,
  io: CommandIo,
): Promise<ExitStatus> {
  requireThere([path]);
  // Loaded here: stylesheets and typesetter are more than the other commands need.
  const { PublishError, publishEdition } = await import('@chancery/publishing');
  const read = await readSource(path, io);
  if (read === undefined) {
    io.err('Nothing was published.\n');
    return exitStatus.findings;
  }
  let progress: Progress | undefined;
  let shown: FolderImages | undefined;
  try {
    progress = await startProgress(io, 100);
    const bar = progress;
    const tell = ({ done, total, label }: PublishProgress) =>
      bar.update(total === 0 ? 0 : Math.round((done / total) * 100), label);
    shown = await readImages(path, read, { out, only: only ?? usualParts, signal: io.signal, tell });
    const source = { ...read, images: shown?.images };
    const published = await publishEdition(source, {
      out,
      only,
      template,
      stylesheet,
      typst,
      release,
      follows,
      address,
      signal: io.signal,
      onProgress: tell,
    });
    progress.stop();
    for (const warning of [...(shown?.missed ?? []), ...published.warnings])
      io.err(`${warningPlace(warning)}warning: ${warning.message}\n`);
    const made = partNames.flatMap((name) => published[name] ?? []);
    for (const { path: file } of made) io.out(`${out}/${file}\n`);
    const forms = [
      published.web && counted(published.web.pages ?? 0, 'web page'),
      published.pdf && `${counted(published.pdf.pages ?? 0, 'page')} in print`,
      ...partNames
        .filter((name) => name !== 'web' && name !== 'pdf' && published[name])
        .map((name) => names[name]),
    ].filter((each) => each !== undefined);
    io.err(`Published ${counted(source.letters.length, 'document')}: ${forms.join(', ')}.\n`);
    return exitStatus.well;
  } catch (error) {
    progress?.stop();
    if (!(error instanceof PublishError)) throw error;
    io.err(`${error.message}\nNothing was published.\n`);
    const others = (only ?? usualParts).filter((name) => name !== 'pdf' && name !== 'press');
    if ((error.code === 'print' || error.code === 'not-conserved') && others.length > 0)
      io.err(`This is of the PDF alone. To publish all else without it, add --only ${others.join(',')}\n`);
    return exitStatus.findings;
  } finally {
    await shown?.forget();
  }
}

/** The images of the copy that lie beside the letters; nothing where none is published, or no letter shows any. */
async function readImages(
  path: string,
  { volume, letters }: EditionSource,
  settings: {
    readonly out: string;
    readonly only: readonly PartName[];
    readonly signal: AbortSignal;
    readonly tell: (progress: PublishProgress) => void;
  },
): Promise<FolderImages | undefined> {
  const { out, only, signal, tell } = settings;
  const kinds = imagesIn(only);
  if (!kinds.pages && !kinds.figures) return undefined;
  if (!letters.some(({ source }) => mayShowImages(source)) || readVolume(volume.source).leavesImagesOut)
    return undefined;
  const { imagesOfFolder } = await import('@chancery/server/folder-images');
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  const label = 'Preparing the images';
  const onProgress = (done: number, total: number) => tell({ done, total, label });
  return imagesOfFolder({ folder, letters, out, kinds, signal, onProgress });
}

/**
 * The volume with its letters, all of it or nothing; or letters that no volume lists, as they are. What is wrong is told.
 */
async function readSource(path: string, io: CommandIo): Promise<EditionSource | undefined> {
  const tell = (report: ImportReport) => {
    for (const line of reportLines(report)) io.err(line);
  };
  const strict = await readTeiFolder([path]);
  if (strict.report.rows.some(({ outcome }) => outcome === 'volume')) {
    tell(strict.report);
    const volume = strict.edition?.volume;
    return volume && { volume: teiFile(volume), letters: strict.edition.letters.map(teiFile) };
  }
  const { edition, report } = await readTeiFolder([path], { toMend: true, asTheyAre: true });
  // Each is given an address of its own.
  tell({ ...report, findings: report.findings.filter(({ code }) => code !== 'identifier-doubled') });
  const files = [...(edition?.letters ?? []), ...(edition?.toMend ?? [])].map(teiFile);
  if (files.length === 0) return undefined;
  io.err(
    `There is no volume in ${path}, a file that lists its documents in a list of type “documents”: all files are published in the order of their dates.\n`,
  );
  const { volumeOfLetters } = await import('@chancery/publishing');
  return volumeOfLetters(files, basename(resolve(path)));
}

function teiFile(file: Pick<ImportedFile, 'path' | 'source' | 'encoding' | 'bom'>): TeiFile {
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
