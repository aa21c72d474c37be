import { readVolume } from '@chancery/tei';
import type { ImportedRow, ImportFinding, ImportReport } from './import-report.js';
import type { FileToMend, ImportedEdition, ImportedFile, InputFile } from './imported-file.js';
import { inFile } from './in-file.js';
import { isRefused, type ReadFile, readTeiDocuments } from './read-tei-file.js';
import { resolvePath } from './resolve-path.js';
import type { ImportedSeries } from './series/series-file.js';

/** All of the files, or none: an edition is there only when nothing in the report is an error. */
export interface ImportResult {
  readonly edition: ImportedEdition | undefined;
  readonly report: ImportReport;
}

export interface ReadOptions {
  /** Takes files that are not well-formed, and could be mended, as such; otherwise each is an error. */
  readonly toMend?: boolean | undefined;
  /** Gives what could be read, whatever is wrong with other files or between them. */
  readonly asTheyAre?: boolean | undefined;
}

/**
 * Reads TEI files as one import. Pure: bytes in, letters and report out; what is wrong with the files never throws.
 *
 * A file that holds many documents (a `teiCorpus`, or one `TEI` with a `div` for each) gives a letter for each, and the frame that they stand in.
 *
 * Each file that cannot be read has exactly one error, with line, column and what to do: not well-formed, in another
 * encoding than it says, empty, larger than the limit, made to exhaust memory by its entities, not TEI. Beyond single files: an identifier that
 * two files claim, a letter that the volume's list names and that is not there, a second volume, a reference into another file that
 * leads nowhere (a warning).
 *
 * @example
 * const { edition, report } = await readTeiFiles([{ path: 'letters/a.xml', bytes }]);
 */
export async function readTeiFiles(
  files: Iterable<InputFile> | AsyncIterable<InputFile>,
  options: ReadOptions = {},
): Promise<ImportResult> {
  const read: ReadFile[] = [];
  const rows: ImportedRow[] = [];
  const findings: ImportFinding[] = [];
  const toMend: FileToMend[] = [];
  const series: ImportedSeries[] = [];
  for await (const file of files) {
    const result = readTeiDocuments(file);
    if (isRefused(result) && result.toMend && options.toMend) {
      rows.push({ file: file.path, outcome: 'to-mend' });
      findings.push({ ...result.refused, severity: 'warning' });
      toMend.push(result.toMend);
    } else if (isRefused(result)) {
      rows.push({ file: file.path, outcome: 'refused', ...(result.toMend ? { mendable: true } : {}) });
      findings.push(result.refused);
    } else {
      if (result.series) {
        series.push(result.series);
        rows.push({ file: file.path, outcome: 'series' });
      }
      for (const each of result.files) {
        read.push(each);
        rows.push({ file: each.file.path, outcome: each.file.kind, id: each.file.id });
        findings.push(...each.warnings);
      }
    }
  }
  const volumes = read.filter(({ file }) => file.kind === 'volume');
  findings.push(
    ...doubledIdentifiers(read),
    ...volumes.slice(1).map((second) => secondVolume(second, volumes[0])),
  );
  const [volume] = volumes;
  const letters = read.filter(({ file }) => file.kind === 'letter').map(({ file }) => file);
  const order = volume === undefined ? [] : listedPaths(volume);
  if (volume !== undefined)
    findings.push(...missingLetters(volume, rows, order), ...unlistedLetters(volume, letters, order));
  findings.push(...brokenReferences(read));
  if (rows.length === 0) findings.push(nothing());
  const ofSeries = new Set(read.filter(({ isOfSeries }) => isOfSeries).map(({ file }) => file.path));
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  return {
    edition:
      errors > 0 && !options.asTheyAre
        ? undefined
        : { volume: volume?.file, letters: inOrder(letters, order), toMend, series },
    report: {
      rows,
      findings: byFile(findings, rows),
      counts: {
        files: rows.filter(({ file }) => !ofSeries.has(file)).length,
        letters: letters.length,
        errors,
        warnings: findings.filter((finding) => finding.severity === 'warning').length,
      },
    },
  };
}

function nothing(): ImportFinding {
  return {
    file: '',
    code: 'no-files',
    severity: 'error',
    origin: 'file',
    message: 'No TEI files were found.',
    advice: 'Name a folder that holds files ending in .xml, or the files themselves.',
    path: '',
    line: 1,
    column: 1,
  };
}

function doubledIdentifiers(read: readonly ReadFile[]): ImportFinding[] {
  const owners = new Map<string, ImportedFile>();
  return read.flatMap((each) => {
    const owner = owners.get(each.file.id);
    if (owner === undefined) {
      owners.set(each.file.id, each.file);
      return [];
    }
    return [
      inFile(each, each.idOffset, {
        code: 'identifier-doubled',
        severity: 'error',
        message: `The identifier “${each.file.id}” already belongs to ${owner.path}.`,
        advice: 'Give one of the two another xml:id on its TEI element; letters are addressed by it.',
        found: each.file.id,
      }),
    ];
  });
}

function secondVolume(second: ReadFile, first: ReadFile | undefined): ImportFinding {
  return inFile(second, second.root.start, {
    code: 'second-volume',
    severity: 'error',
    message: `This file lists the documents of a volume, and ${first?.file.path ?? 'another'} does so too.`,
    advice: 'Import one volume at a time.',
  });
}

function listedPaths(volume: ReadFile): { path: string; target: string }[] {
  return readVolume(volume.root).letters.map(({ target }) => ({
    target,
    path: resolvePath(volume.file.path, target),
  }));
}

function missingLetters(
  volume: ReadFile,
  rows: readonly ImportedRow[],
  order: readonly { path: string; target: string }[],
) {
  // A file that is there and was refused has been told of already.
  const present = new Set(rows.map(({ file }) => file));
  return order
    .filter(({ path }) => !present.has(path))
    .map(({ path, target }) =>
      inFile(volume, volume.file.source.indexOf(target), {
        code: 'letter-missing',
        severity: 'error',
        message: `The volume’s list names ${target}, but there is no file ${path}.`,
        advice: 'Add the file to the import, or take its entry out of the list.',
        found: target,
      }),
    );
}

function unlistedLetters(
  volume: ReadFile,
  letters: readonly ImportedFile[],
  order: readonly { path: string }[],
) {
  const listed = new Set(order.map(({ path }) => path));
  return letters
    .filter((letter) => !listed.has(letter.path))
    .map((letter) =>
      inFile(volume, volume.root.start, {
        code: 'letter-unlisted',
        severity: 'warning',
        message: `The volume’s list does not name ${letter.path}. It is placed after those that the list names.`,
        advice: 'Add it to the list of documents at its place.',
        found: letter.path,
      }),
    );
}

/** References from file to file, where both are in the import and the second has no such identifier. */
function brokenReferences(read: readonly ReadFile[]): ImportFinding[] {
  const identifiers = new Map(read.map((each) => [each.file.path, new Set(each.identifiers)]));
  return read.flatMap((each) =>
    each.references.flatMap(({ target, offset }) => {
      const hash = target.indexOf('#');
      const path = resolvePath(each.file.path, target.slice(0, hash));
      const known = identifiers.get(path);
      if (known === undefined || known.has(target.slice(hash + 1))) return [];
      return [
        inFile(each, offset, {
          code: 'reference-broken',
          severity: 'warning',
          message: `Nothing in ${path} has the xml:id “${target.slice(hash + 1)}”.`,
          advice: 'Correct the reference, or add what it points to.',
          found: target,
        }),
      ];
    }),
  );
}

function inOrder(letters: readonly ImportedFile[], order: readonly { path: string }[]): ImportedFile[] {
  const places = new Map(order.map(({ path }, index) => [path, index]));
  const place = (letter: ImportedFile): number => places.get(letter.path) ?? order.length;
  return letters.toSorted(
    (left, right) =>
      place(left) - place(right) || (left.path < right.path ? -1 : left.path > right.path ? 1 : 0),
  );
}

function byFile(findings: readonly ImportFinding[], rows: readonly ImportedRow[]): ImportFinding[] {
  const places = new Map(rows.map(({ file }, index) => [file, index]));
  const place = (finding: ImportFinding): number => places.get(finding.file) ?? -1;
  return findings.toSorted(
    (left, right) => place(left) - place(right) || left.line - right.line || left.column - right.column,
  );
}
