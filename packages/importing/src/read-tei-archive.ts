import { megabytes } from './archive/index.js';
import type { InputFile } from './imported-file.js';
import { type ImportResult, type ReadOptions, readTeiFiles } from './read-tei-files.js';
import { DocumentRefused, isShown, openPackage, type PackageLimits } from './written/open-package.js';

/** An edition of ten thousand letters, unpacked. */
export const teiArchiveLimits: PackageLimits = { bytes: 192 * 1024 * 1024, parts: 20_000 };

export interface TeiArchive {
  readonly read: ImportResult;
  /** The text of the file that was asked for; undefined where the archive has none. */
  readonly told: string | undefined;
}

/**
 * Reads every TEI file of an archive (ZIP) as one import. Where a folder was packed with all that is in it, paths begin within it.
 *
 * @param named a file that tells of the others: paths begin in the folder that it stands in; undefined where none does
 * @throws {DocumentRefused} for what is no archive, is damaged or too large
 */
export async function readTeiArchive(
  bytes: Uint8Array,
  named: string | undefined,
  options: ReadOptions = {},
): Promise<TeiArchive> {
  const isTelling = (name: string) => named !== undefined && `/${name}`.endsWith(`/${named}`);
  const parts = unpacked(bytes, (name) => isShown(name) && (isTelling(name) || /\.xml$/i.test(name)), named);
  const names = [...parts.keys()];
  const telling = names.filter(isTelling).toSorted((a, b) => a.length - b.length)[0];
  const root = telling === undefined ? commonFolder(names) : telling.slice(0, -(named?.length ?? 0));
  const files = names
    .filter((name) => name !== telling && name.startsWith(root) && !isTelling(name))
    .toSorted((one, other) => (one < other ? -1 : 1))
    .map(
      (name): InputFile => ({ path: name.slice(root.length), bytes: parts.get(name) ?? new Uint8Array() }),
    );
  if (files.length === 0)
    throw new DocumentRefused(
      'not-this-format',
      'There is no TEI file in this archive.',
      'Pack the folder that holds the letters, files that end in .xml.',
    );
  const part = telling === undefined ? undefined : parts.get(telling);
  return {
    read: await readTeiFiles(files, options),
    told: part && new TextDecoder().decode(part),
  };
}

function unpacked(
  archive: Uint8Array,
  wanted: (name: string) => boolean,
  named: string | undefined,
): ReadonlyMap<string, Uint8Array> {
  try {
    return openPackage(archive, wanted, teiArchiveLimits).parts;
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error;
    const { bytes, parts } = teiArchiveLimits;
    throw error.code === 'too-large'
      ? new DocumentRefused(
          error.code,
          `Unpacked, this archive is larger than is read (${megabytes(bytes)}, ${parts.toLocaleString('en')} files).`,
          named === undefined
            ? 'Leave out what is no letter. A larger volume can be imported at the command line.'
            : 'Pack the letters that were changed alone, with the file beside them.',
        )
      : new DocumentRefused(
          error.code,
          'This is no archive (ZIP) that can be unpacked.',
          'It may not have been copied whole. Pack the folder again.',
        );
  }
}

/** The folder that all of the files are in, with its slash; empty where there is none. */
function commonFolder(names: readonly string[]): string {
  const [first = ''] = names;
  const end = first.indexOf('/') + 1;
  const folder = first.slice(0, end);
  return end > 0 && names.every((name) => name.startsWith(folder)) ? folder : '';
}
