import { pointingToLeaf, removedLeafPatches } from '@chancery/tei';
import { type Actor, audit } from '../audit/audit.js';
import { inTransaction } from '../database/in-transaction.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import { lettersWithLeaf, patchLetter } from './letters-with-leaf.js';
import { lockContent } from './lock-content.js';

/**
 * Removes a leaf, and its content where nothing else is shown from it. Letters that only list it list it no more.
 *
 * @throws {HttpProblem} `conflict` where the text of a letter points to it
 */
export async function removeImage(
  house: House,
  imageId: string,
  actor: Actor & { id: string },
): Promise<void> {
  const image = await house.prisma.pageImage.findUnique({ where: { id: imageId } });
  if (!image) throw new HttpProblem('not-found');
  const { editionId, path, sha256 } = image;
  const letters = await lettersWithLeaf(house.prisma, editionId, path);
  const shown = letters.find(({ tei, surfaces }) =>
    surfaces.some((surface) => pointingToLeaf(tei, surface).length > 0),
  );
  if (shown)
    throw new HttpProblem(
      'conflict',
      `The text of ${shown.name} is shown beside this image. Take the image from its pages at the desk first.`,
    );
  for (const { id, url } of letters)
    await patchLetter(house, id, actor.id, (source) => removedLeafPatches(source, url));
  const isLast = await inTransaction(house.pool, async (client) => {
    if (sha256 !== null) await lockContent(client, sha256);
    const { rowCount } = await client.query('DELETE FROM page_image WHERE id = $1', [imageId]);
    if (rowCount === 0) return false;
    await audit(client, {
      editionId,
      actor,
      action: 'image-removed',
      subject: { kind: 'image', id: imageId, name: path.replace(/^images\//, '') },
    });
    if (sha256 === null) return false;
    const { rows } = await client.query('SELECT 1 FROM page_image WHERE sha256 = $1 LIMIT 1', [sha256]);
    if (rows.length > 0) return false;
    await house.images.store.remove(sha256);
    return true;
  });
  if (!isLast || sha256 === null) return;
  await house.images.pyramids.remove(sha256);
  await house.images.web.remove(sha256);
}
