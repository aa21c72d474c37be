import type { PageImageChange } from '../contract/page-image.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { PrismaClient } from '../generated/client.js';

/**
 * Changes what is told of a leaf, and which letters it belongs to.
 *
 * @throws {HttpProblem} `bad-request` for a crop outside the picture or a letter that the edition has not
 */
export async function changeImage(
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
