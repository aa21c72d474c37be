import type { TeiFile } from '@chancery/publishing';
import { HttpProblem } from '../errors/http-problem.js';
import type { PrismaClient } from '../generated/client.js';

/**
 * A letter as it is saved, and the file of the volume in which it prints.
 *
 * @throws {HttpProblem} `not-found`; `bad-request` when there is no volume, or the letter is the volume's own file
 */
export async function readLetterWithVolume(
  prisma: PrismaClient,
  letterId: string,
): Promise<{ readonly version: number; readonly letter: TeiFile; readonly volume: TeiFile }> {
  const letter = await prisma.letter.findUnique({
    where: { id: letterId },
    select: {
      path: true,
      source: true,
      version: true,
      kind: true,
      editionId: true,
      keyingOf: { select: { letter: { select: { editionId: true } } } },
    },
  });
  if (!letter) throw new HttpProblem('not-found');
  if (letter.kind === 'front')
    throw new HttpProblem(
      'bad-request',
      'This is the volume’s own file, which is set with the whole volume. Publish it to see its pages.',
    );
  const volume = await prisma.letter.findFirst({
    where: { editionId: letter.keyingOf?.letter.editionId ?? letter.editionId ?? '', kind: 'front' },
    select: { path: true, source: true },
  });
  if (!volume)
    throw new HttpProblem(
      'bad-request',
      'The edition has no volume file, which says how letters are set. Import one.',
    );
  const { path, source, version } = letter;
  return { version, letter: { path, source }, volume };
}
