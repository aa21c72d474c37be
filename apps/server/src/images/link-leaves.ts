import { randomUUID } from 'node:crypto';
import { EditRefused, sourceStep } from '@chancery/prosemirror-tei';
import { CannotWrite, leafPatches, leafViewPatches, patched, pointerTo } from '@chancery/tei';
import { may, type Role } from '@chancery/workflow';
import { HttpProblem } from '../errors/http-problem.js';
import { pageClient } from '../history/server-clients.js';
import type { House } from '../house.js';
import { lettersCopy } from './letter-images.js';
import { viewOf } from './read-images.js';

/**
 * Enters leaves in the facsimile of a letter, as one change, and says what its text points to each of them with. Who does not manage the
 * images may do so with those that belong to the letter.
 *
 * @throws {HttpProblem} `conflict` when an image has gone, or the letter cannot take it
 */
export async function linkLeaves(
  house: House,
  letterId: string,
  imageIds: readonly string[],
  person: { readonly id: string; readonly role: Role | undefined },
): Promise<string[]> {
  const { prisma, desk } = house;
  const copy = await lettersCopy(prisma, letterId);
  const found = await prisma.pageImage.findMany({
    where: { id: { in: [...imageIds] }, editionId: copy.editionId },
    include: { letters: { where: { letterId: copy.id } } },
  });
  const leaves = imageIds.map((imageId) => {
    const image = found.find(({ id }) => id === imageId);
    if (!image || (image.letters.length === 0 && !may(person.role, 'manage-images')))
      throw new HttpProblem('conflict', 'The image is not there any more, or does not belong to the letter.');
    const { path, label, width, height } = image;
    const leaf = { url: pointerTo(copy.ownPath, path), label, width, height };
    return { leaf, view: viewOf(image) };
  });
  let facs: string[] = [];
  try {
    await desk.amend(letterId, {
      userId: person.id,
      clientId: pageClient,
      batch: randomUUID(),
      make: (letter) => {
        let { source } = letter;
        facs = leaves.map(({ leaf, view }) => {
          const { patches, pointer } = leafPatches(source, leaf);
          source = patched(source, patches);
          source = patched(source, leafViewPatches(source, leaf, view));
          return pointer;
        });
        const step = sourceStep(letter, source);
        return step ? [step] : [];
      },
    });
  } catch (error) {
    if (error instanceof CannotWrite || error instanceof EditRefused)
      throw new HttpProblem('conflict', error.message);
    throw error;
  }
  await prisma.letterImage.createMany({
    data: imageIds.map((imageId) => ({ letterId: copy.id, imageId })),
    skipDuplicates: true,
  });
  return facs;
}
