import { randomUUID } from 'node:crypto';
import { EditRefused, sourceStep } from '@chancery/prosemirror-tei';
import {
  isWebAddress,
  patched,
  pointerTo,
  pointingToLeaf,
  removedLeafPatches,
  surfacesOf,
} from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import { type Actor, audit } from '../audit/audit.js';
import { inTransaction } from '../database/in-transaction.js';
import { HttpProblem } from '../errors/http-problem.js';
import { pageClient } from '../history/server-clients.js';
import type { House } from '../house.js';
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
  for (const letter of await listing(house, editionId, path)) await unlist(house, letter, actor.id);
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
  if (isLast && sha256 !== null) await house.images.pyramids.remove(sha256);
}

interface Listing {
  readonly id: string;
  readonly url: string;
}

/** What a file that points to a leaf has in it, however it points: of an address all that no XML writes otherwise. */
const nameIn = (path: string) =>
  isWebAddress(path) ? (path.split('&')[0] ?? path) : path.replace(/^.*\//, '');

/** The letters whose facsimile has the leaf. */
async function listing({ prisma }: House, editionId: string, path: string): Promise<Listing[]> {
  const letters = await prisma.letter.findMany({
    where: { editionId, source: { contains: nameIn(path) } },
    select: { id: true, name: true, path: true, source: true },
  });
  const found: Listing[] = [];
  for (const letter of letters) {
    const url = pointerTo(letter.path, path);
    const tei = parseTree(letter.source);
    const surfaces = surfacesOf(tei).filter((surface) => surface.url === url);
    if (surfaces.some((surface) => pointingToLeaf(tei, surface).length > 0))
      throw new HttpProblem(
        'conflict',
        `The text of ${letter.name} is shown beside this image. Take the image from its pages at the desk first.`,
      );
    if (surfaces.length > 0) found.push({ id: letter.id, url });
  }
  return found;
}

async function unlist({ desk }: House, { id, url }: Listing, userId: string): Promise<void> {
  try {
    await desk.amend(id, {
      userId,
      clientId: pageClient,
      batch: randomUUID(),
      make: (letter) => {
        const step = sourceStep(letter, patched(letter.source, removedLeafPatches(letter.source, url)));
        return step ? [step] : [];
      },
    });
  } catch (error) {
    if (error instanceof EditRefused) throw new HttpProblem('conflict', error.message);
    throw error;
  }
}
