import type { EditionImage } from '@chancery/publishing';
import { mayShowImages, pathFrom, readFigures, readVolume } from '@chancery/tei';
import { checkWellFormed, parseTree } from '@chancery/xml';
import type { House } from '../house.js';
import { StoreFailed } from '../images/store-failed.js';
import { Unreadable } from '../images/unreadable.js';
import { asPublished, leafColumns } from './edition-images.js';

/** For how long pictures are made before the pages are set without the rest, in milliseconds: the next time there are more. */
const longest = 2_000;

interface LetterWithFigures {
  readonly editionId: string;
  /** Whose leaves the letter has: of a keying, that which is keyed. */
  readonly copyId: string;
  readonly letter: { readonly path: string; readonly source: string };
  readonly volume: { readonly source: string };
}

/**
 * The pictures in the running text of a letter, as they are published, out of those that are kept here: none where the volume leaves
 * them out. One that cannot be read is left out.
 *
 * @param seesAll whether who asks may see all images of the edition; otherwise those alone that belong to the letter
 */
export async function letterFigures(
  { prisma, images }: Pick<House, 'prisma' | 'images'>,
  { editionId, copyId, letter, volume }: LetterWithFigures,
  seesAll: boolean,
): Promise<EditionImage[]> {
  // What cannot be read is told of where it is set.
  if (!mayShowImages(letter.source) || [letter, volume].some(({ source }) => checkWellFormed(source)))
    return [];
  const figures = readFigures(parseTree(letter.source));
  if (figures.length === 0 || readVolume(volume.source).leavesImagesOut) return [];
  const leaves = await prisma.pageImage.findMany({
    where: {
      editionId,
      sha256: { not: null },
      path: { in: figures.map(({ url }) => pathFrom(letter.path, url)) },
      ...(seesAll ? {} : { letters: { some: { letterId: copyId } } }),
    },
    select: leafColumns,
  });
  const begun = Date.now();
  const made: EditionImage[] = [];
  for (const leaf of leaves) {
    if (Date.now() - begun > longest) break;
    try {
      made.push(await asPublished(images, leaf));
    } catch (error) {
      // Pages are set all the same; who publishes is told.
      if (!(error instanceof Unreadable || error instanceof StoreFailed)) throw error;
    }
  }
  return made;
}
