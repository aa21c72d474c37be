import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  linkSync,
  openSync,
  readFileSync,
  type Stats,
} from 'node:fs';
import { open } from 'node:fs/promises';

/** Where a system has it: what a file's name leads to elsewhere is not that file. */
const noFollow = constants.O_NOFOLLOW ?? 0;

/** Without waiting: for each of some thousand small files that takes several times as long. */
export function readNow(path: string): { content: Buffer; stats: Stats } {
  const file = openSync(path, constants.O_RDONLY | noFollow);
  try {
    return { content: readFileSync(file), stats: fstatSync(file) };
  } finally {
    closeSync(file);
  }
}

/** The SHA-256 of a file in hexadecimal, which is read piece by piece. */
export async function fileSha256(path: string, flags = constants.O_RDONLY): Promise<string> {
  const sum = createHash('sha256');
  const file = await open(path, flags);
  for await (const piece of file.createReadStream({ highWaterMark: 1 << 20 })) sum.update(piece);
  return sum.digest('hex');
}

/** {@link fileSha256} of a file that an edition has under this very name; undefined where there is none, or a link. */
export async function digestOfFile(path: string): Promise<string | undefined> {
  try {
    return await fileSha256(path, constants.O_RDONLY | noFollow);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ELOOP') return undefined;
    throw error;
  }
}

/** A second name for the file; a copy where the disk gives none. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS', 'EXDEV', 'EACCES'].includes(code))
      throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  }
}
