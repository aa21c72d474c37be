import type { PageImageAnswer } from '../contract/page-image.js';
import type { Prisma, PrismaClient } from '../generated/client.js';

const columns = {
  id: true,
  path: true,
  label: true,
  alt: true,
  place: true,
  width: true,
  height: true,
  rotation: true,
  crop: true,
  letters: {
    select: { letter: { select: { id: true, name: true } } },
    orderBy: { letter: { position: 'asc' } },
  },
} as const satisfies Prisma.PageImageSelect;

/** Where the picture of a leaf is served by the IIIF Image API. */
export const imageService = (id: string) => `/api/iiif/${id}`;

/** Leaves, in their order. */
export async function readImages(
  prisma: PrismaClient | Prisma.TransactionClient,
  where: Prisma.PageImageWhereInput,
  window: { readonly offset?: number; readonly limit?: number } = {},
): Promise<PageImageAnswer[]> {
  const rows = await prisma.pageImage.findMany({
    where,
    select: columns,
    orderBy: [{ place: 'asc' }, { id: 'asc' }],
    ...(window.offset === undefined ? {} : { skip: window.offset }),
    ...(window.limit === undefined ? {} : { take: window.limit }),
  });
  return rows.map(({ letters, crop, rotation, ...image }) => {
    const [left, top, width, height] = crop;
    return {
      ...image,
      rotation: (rotation === 90 || rotation === 180 || rotation === 270 ? rotation : 0) as
        | 0
        | 90
        | 180
        | 270,
      crop:
        left === undefined || top === undefined || width === undefined || height === undefined
          ? null
          : { left, top, width, height },
      service: imageService(image.id),
      file: `/api/images/${image.id}/file`,
      letters: letters.map(({ letter }) => letter),
    };
  });
}
