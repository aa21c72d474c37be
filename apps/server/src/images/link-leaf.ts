import { randomUUID } from 'node:crypto';
import { EditRefused, sourceStep } from '@chancery/prosemirror-tei';
import { CannotWrite, leafPatches, patched, pointerTo } from '@chancery/tei';
import { may, type Role } from '@chancery/workflow';
import { HttpProblem } from '../errors/http-problem.js';
import { pageClient } from '../history/server-clients.js';
import type { House } from '../house.js';
import { lettersCopy } from './letter-images.js';

/**
 * Enters a leaf in the facsimile of a letter and says what its text points to it with. Who does not manage the images may do so with
 * those that belong to the letter.
 *
 * @throws {HttpProblem} `conflict` when the image has gone, or the letter cannot take it
 */
export async function linkLeaf(
  house: House,
  letterId: string,
  imageId: string,
  person: { readonly id: string; readonly role: Role | undefined },
): Promise<{ facs: string }> {
  const { prisma, desk } = house;
  const copy = await lettersCopy(prisma, letterId);
  const image = await prisma.pageImage.findFirst({
    where: { id: imageId, editionId: copy.editionId },
    include: { letters: { where: { letterId: copy.id } } },
  });
  if (!image || (image.letters.length === 0 && !may(person.role, 'manage-images')))
    throw new HttpProblem('conflict', 'The image is not there any more, or does not belong to the letter.');
  const { path, label, width, height } = image;
  const leaf = { url: pointerTo(copy.ownPath, path), label, width, height };
  let facs = '';
  try {
    await desk.amend(letterId, {
      userId: person.id,
      clientId: pageClient,
      batch: randomUUID(),
      make: (letter) => {
        const { patches, pointer } = leafPatches(letter.source, leaf);
        facs = pointer;
        const step = sourceStep(letter, patched(letter.source, patches));
        return step ? [step] : [];
      },
    });
  } catch (error) {
    if (error instanceof CannotWrite || error instanceof EditRefused)
      throw new HttpProblem('conflict', error.message);
    throw error;
  }
  await prisma.letterImage.createMany({ data: [{ letterId: copy.id, imageId }], skipDuplicates: true });
  return { facs };
}
