import { archiveOf } from '@chancery/importing/archive';
import type { DroppedFile } from '../images/dropped-files.js';

/** What is sent at once. */
const mostBytes = 64 * 1024 * 1024;

const isOfLetters = /(?:\.xml|(?:^|\/)chancery-export\.json)$/i;
const isHidden = /(?:^|\/)(?:\.|node_modules\/)/;

/**
 * What was chosen, as one archive: an archive as it is, a folder packed, letters and the file that tells of them alone.
 *
 * @throws {TypeError} when there is nothing to send, or too much; the message says what to do
 */
export async function packFiles(chosen: readonly DroppedFile[]): Promise<File> {
  const [first, ...more] = chosen;
  if (first && more.length === 0 && /\.zip$/i.test(first.file.name)) return small(first.file);
  const wanted = chosen.filter(({ path }) => isOfLetters.test(path) && !isHidden.test(path));
  if (wanted.length === 0)
    throw new TypeError(
      'No letters are among these files. Choose the archive, or the folder it was unpacked to.',
    );
  requireSmall(wanted.reduce((sum, { file }) => sum + file.size, 0));
  const named = await Promise.all(
    wanted.map(async ({ file, path }) => ({ name: path, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const [folder = ''] = wanted[0]?.path.split('/') ?? [];
  return small(new File([new Uint8Array(archiveOf(named))], folder));
}

function small(file: File): File {
  requireSmall(file.size);
  return file;
}

function requireSmall(bytes: number): void {
  if (bytes > mostBytes)
    throw new TypeError(
      'These files are larger than 64 MB. Send those that were changed alone, with chancery-export.json beside them.',
    );
}
