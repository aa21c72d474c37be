import { archiveOf, megabytes, mostSent } from '@chancery/importing/archive';

const mostBytes = mostSent.printed;
const most = megabytes(mostBytes);

/**
 * What was chosen as one file that can be sent: several, each of which holds a letter, as an archive named after the first.
 *
 * @throws {TypeError} when there is none, or they are too large; they are not read then
 */
export async function oneFile(files: readonly File[]): Promise<File> {
  const [first, ...more] = files;
  if (!first) throw new TypeError('There is no file to send.');
  const large = files.find(({ size }) => size > mostBytes);
  if (large)
    throw new TypeError(
      `“${large.name}” is larger than ${most}. Divide it, and send its parts one after the other.`,
    );
  if (more.length === 0) return first;
  if (files.reduce((sum, { size }) => sum + size, 0) > mostBytes)
    throw new TypeError(`Together these files are larger than ${most}. Send some of them at a time.`);
  const named = await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  return new File([new Uint8Array(archiveOf(named))], `${first.name} and ${more.length} more.zip`);
}
