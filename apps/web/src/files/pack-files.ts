import { archiveOf, manifestName, megabytes, mostSent } from '@chancery/importing/archive';
import { type DroppedFile, isHidden } from '../images/dropped-files.js';

const mostBytes = mostSent.tei;
const large = `These files are larger than ${megabytes(mostBytes)}.`;

const isOfLetters = (path: string) => /\.xml$/i.test(path) || `/${path}`.endsWith(`/${manifestName}`);

/** What files are chosen for, by what is said where they cannot be sent. */
const words = {
  return: {
    none: 'No letters are among these files. Choose the archive, or the folder it was unpacked to.',
    large: `${large} Send those that were changed alone, with ${manifestName} beside them.`,
  },
  volume: {
    none: 'No TEI is among these files. Choose an archive (.zip), a folder of TEI files, or a file that ends in .xml.',
    large: `${large} Pack them as an archive (.zip), which is smaller; what is too large even so can be imported at the command line.`,
  },
} as const;

/** What files are packed for. */
export type PackedFor = keyof typeof words;

/**
 * What was chosen, as one archive: an archive as it is; one file, or a folder, packed, letters and the file that tells of them alone.
 *
 * @throws {TypeError} when there is nothing to send, or too much; the message says what to do
 */
export async function packFiles(chosen: readonly DroppedFile[], purpose: PackedFor): Promise<File> {
  const [first, ...more] = chosen;
  if (first && more.length === 0 && /\.zip$/i.test(first.file.name)) return small(first.file, purpose);
  const wanted = chosen.filter(({ path }) => isOfLetters(path) && !isHidden(path));
  if (wanted.length === 0) throw new TypeError(words[purpose].none);
  requireSmall(
    wanted.reduce((sum, { file }) => sum + file.size, 0),
    purpose,
  );
  const named = await Promise.all(
    wanted.map(async ({ file, path }) => ({ name: path, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const [folder = ''] = wanted[0]?.path.split('/') ?? [];
  return small(new File([new Uint8Array(archiveOf(named))], folder), purpose);
}

function small(file: File, purpose: PackedFor): File {
  requireSmall(file.size, purpose);
  return file;
}

function requireSmall(bytes: number, purpose: PackedFor): void {
  if (bytes > mostBytes) throw new TypeError(words[purpose].large);
}
