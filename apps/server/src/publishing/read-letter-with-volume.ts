import type { LetterInVolume } from '@chancery/publishing';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import { endnotesCalledAround } from '../notes/endnote-calls.js';
import { letterFigures } from './letter-figures.js';

/**
 * A letter as it is saved, the file of the volume in which it prints, the end notes that the other letters call, and the pictures of its
 * text.
 *
 * @param seesAllImages whether who asks may see images that are not the letter’s
 * @throws {HttpProblem} `not-found`; `bad-request` when there is no volume, or the letter is the volume's own file
 */
export async function readLetterWithVolume(
  house: Pick<House, 'prisma' | 'pool' | 'images'>,
  letterId: string,
  seesAllImages: boolean,
): Promise<LetterInVolume & { readonly version: number }> {
  const { prisma, pool } = house;
  const letter = await prisma.letter.findUnique({
    where: { id: letterId },
    select: {
      path: true,
      source: true,
      version: true,
      kind: true,
      editionId: true,
      keyingOf: { select: { letter: { select: { id: true, editionId: true } } } },
    },
  });
  if (!letter) throw new HttpProblem('not-found');
  if (letter.kind === 'front')
    throw new HttpProblem(
      'bad-request',
      'This is the volume’s own file, which is set with the whole volume. Publish it to see its pages.',
    );
  const editionId = letter.keyingOf?.letter.editionId ?? letter.editionId ?? '';
  const volume = await prisma.letter.findFirst({
    where: { editionId, kind: 'front' },
    select: { path: true, source: true },
  });
  if (!volume)
    throw new HttpProblem(
      'bad-request',
      'The edition has no volume file, which says how letters are set. Import one.',
    );
  const { path, source, version } = letter;
  // Of a keying, the place is that of the letter that is keyed.
  const copyId = letter.keyingOf?.letter.id ?? letterId;
  const own = { path, source };
  const [calledAround, images] = await Promise.all([
    endnotesCalledAround(pool, copyId),
    letterFigures(house, { editionId, copyId, letter: own, volume }, seesAllImages),
  ]);
  return { version, letter: own, volume, calledAround, images };
}
