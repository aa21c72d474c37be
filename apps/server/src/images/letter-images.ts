import { pathFrom, readPageImages, saysLeafView } from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import type { LetterImages } from '../contract/page-image.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { PrismaClient } from '../generated/client.js';
import { readImages } from './read-images.js';

/** The letter whose leaves a letter has: of a keying, that which is keyed. */
export async function lettersCopy(prisma: PrismaClient, letterId: string) {
  const select = { id: true, editionId: true, path: true } as const;
  const letter = await prisma.letter.findUnique({
    where: { id: letterId },
    select: { ...select, source: true, keyingOf: { select: { letter: { select } } } },
  });
  if (!letter) throw new HttpProblem('not-found');
  const { keyingOf, source, ...own } = letter;
  return { ...(keyingOf?.letter ?? own), ownPath: own.path, source };
}

/** The leaves of a letter: first those that its text comes to, in the order of the text, then the others in their own order. */
export async function letterImages(prisma: PrismaClient, letterId: string): Promise<LetterImages['images']> {
  const copy = await lettersCopy(prisma, letterId);
  const images = await readImages(prisma, { letters: { some: { letterId: copy.id } } });
  const tei = parseTree(copy.source);
  const named = readPageImages(tei).map((image) => ({
    ...image,
    path: pathFrom(copy.ownPath, image.url),
  }));
  const inText = (path: string) => {
    const place = named.findIndex((image) => image.path === path);
    return place < 0 ? Number.POSITIVE_INFINITY : place;
  };
  return images
    .map((image) => {
      const found = named[inText(image.path)];
      return {
        ...image,
        label: image.label || (found?.label ?? ''),
        pointers: [...(found?.pointers ?? [])],
        isSaid: !found || saysLeafView(tei, { ...image, url: found.url }, image),
        order: inText(image.path),
      };
    })
    .toSorted((one, other) => (one.order === other.order ? one.place - other.place : one.order - other.order))
    .map(({ order: _, ...image }) => image);
}
