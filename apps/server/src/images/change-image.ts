import { leafViewPatches } from '@chancery/tei';
import type { PageImageChange } from '../contract/page-image.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { PrismaClient } from '../generated/client.js';
import type { House } from '../house.js';
import { lettersWithLeaf, patchLetter } from './letters-with-leaf.js';
import { viewOf } from './read-images.js';

/**
 * Changes what is told of a leaf, and which letters it belongs to. The files of letters that have it in their facsimile say how it is turned and
 * cropped then, each as one change.
 *
 * @param userId who does so
 * @throws {HttpProblem} `conflict` where a letter cannot take that. As {changeStored} does
 */
export async function changeImage(
  house: House,
  imageId: string,
  change: PageImageChange,
  userId: string,
): Promise<void> {
  const { prisma } = house;
  await changeStored(prisma, imageId, change);
  if (change.rotation === undefined && change.crop === undefined) return;
  const image = await prisma.pageImage.findUnique({ where: { id: imageId } });
  if (!image) return;
  const { editionId, path, width, height } = image;
  for (const { id, url } of await lettersWithLeaf(prisma, editionId, path))
    await patchLetter(house, id, userId, (source) =>
      leafViewPatches(source, { url, width, height }, viewOf(image)),
    );
}

/**
 * Changes a leaf where it is stored.
 *
 * @throws {HttpProblem} `bad-request` for a crop outside the picture or a letter that the edition has not
 */
async function changeStored(
  prisma: PrismaClient,
  imageId: string,
  { letters, crop, label, alt, rotation }: PageImageChange,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const image = await tx.pageImage.findUnique({
      where: { id: imageId },
      select: { editionId: true, width: true, height: true },
    });
    if (!image) throw new HttpProblem('not-found');
    if (crop && (crop.left + crop.width > image.width || crop.top + crop.height > image.height))
      throw new HttpProblem('bad-request', 'What is to be shown reaches beyond the picture.');
    if (letters) {
      const known = await tx.letter.findMany({
        where: { id: { in: letters }, editionId: image.editionId },
        select: { id: true },
      });
      if (known.length < new Set(letters).size)
        throw new HttpProblem('bad-request', 'The edition has no such letter. Choose another.');
      await tx.letterImage.deleteMany({ where: { imageId, letterId: { notIn: letters } } });
      await tx.letterImage.createMany({
        data: known.map(({ id }) => ({ letterId: id, imageId })),
        skipDuplicates: true,
      });
    }
    await tx.pageImage.update({
      where: { id: imageId },
      data: {
        ...(label === undefined ? {} : { label }),
        ...(alt === undefined ? {} : { alt }),
        ...(rotation === undefined ? {} : { rotation }),
        ...(crop === undefined ? {} : { crop: crop ? [crop.left, crop.top, crop.width, crop.height] : [] }),
      },
    });
  });
}
