import { randomUUID } from 'node:crypto';
import { EditRefused, sourceStep } from '@chancery/prosemirror-tei';
import { isWebAddress, patched, pointerTo, type SourcePatch, type Surface, surfacesOf } from '@chancery/tei';
import { parseTree, type XmlElement } from '@chancery/xml';
import { HttpProblem } from '../errors/http-problem.js';
import type { PrismaClient } from '../generated/client.js';
import { pageClient } from '../history/server-clients.js';
import type { House } from '../house.js';

/** A letter whose facsimile has a leaf. */
export interface LetterWithLeaf {
  readonly id: string;
  readonly name: string;
  readonly tei: XmlElement;
  /** What its file points to the picture with. */
  readonly url: string;
  readonly surfaces: readonly Surface[];
}

/** The letters of an edition whose facsimile has the leaf of a path. */
export async function lettersWithLeaf(
  prisma: PrismaClient,
  editionId: string,
  path: string,
): Promise<LetterWithLeaf[]> {
  const letters = await prisma.letter.findMany({
    where: { editionId, source: { contains: nameIn(path) } },
    select: { id: true, name: true, path: true, source: true },
  });
  return letters.flatMap(({ source, path: file, ...letter }) => {
    const url = pointerTo(file, path);
    const tei = parseTree(source);
    const surfaces = surfacesOf(tei).filter((surface) => surface.url === url);
    return surfaces.length > 0 ? [{ ...letter, tei, url, surfaces }] : [];
  });
}

/** What a file that points to a leaf has in it, however it points: of an address as much as every file writes alike. */
const nameIn = (path: string) =>
  isWebAddress(path) ? (path.split('&')[0] ?? path) : path.replace(/^.*\//, '');

/**
 * Changes what the file of a letter tells of its leaves, as one change.
 *
 * @throws {HttpProblem} `conflict` where the letter cannot take it
 */
export async function patchLetter(
  { desk }: House,
  letterId: string,
  userId: string,
  patchesOf: (source: string) => readonly SourcePatch[],
): Promise<void> {
  try {
    await desk.amend(letterId, {
      userId,
      clientId: pageClient,
      batch: randomUUID(),
      make: (letter) => {
        const step = sourceStep(letter, patched(letter.source, patchesOf(letter.source)));
        return step ? [step] : [];
      },
    });
  } catch (error) {
    if (error instanceof EditRefused) throw new HttpProblem('conflict', error.message);
    throw error;
  }
}
