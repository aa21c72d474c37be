import { imageServiceOf, isWebAddress, printedNumber } from '@chancery/tei';
import type { PageImageAnswer } from '../contract/page-image.js';
import { titleOf } from '../editions/stored-metadata.js';
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
    select: { letter: { select: { id: true, metadata: true } } },
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
  return rows.map(({ letters, ...image }) => ({
    ...image,
    ...viewOf(image),
    ...placeOf(image),
    letters: letters.map(({ letter: { id, metadata } }) => ({ id, name: nameOf(metadata) })),
  }));
}

/** What people call a letter: “No. 2. From one to another”. */
function nameOf(metadata: unknown): string {
  const { number, title } = titleOf(metadata);
  return number ? `No. ${printedNumber(number)}. ${title}` : title;
}

/** How a leaf is turned and cropped, as it is stored. */
export function viewOf({
  rotation,
  crop,
}: {
  readonly rotation: number;
  readonly crop: readonly number[];
}): Pick<PageImageAnswer, 'rotation' | 'crop'> {
  const [left, top, width, height] = crop;
  return {
    rotation: rotation === 90 || rotation === 180 || rotation === 270 ? rotation : 0,
    crop:
      left === undefined || top === undefined || width === undefined || height === undefined
        ? null
        : { left, top, width, height },
  };
}

/** Where a leaf is shown from: here, or elsewhere. */
function placeOf({
  id,
  path,
}: {
  readonly id: string;
  readonly path: string;
}): Pick<PageImageAnswer, 'service' | 'file' | 'elsewhere'> {
  if (!isWebAddress(path))
    return { service: imageService(id), file: `/api/images/${id}/file`, elsewhere: null };
  const service = imageServiceOf(path);
  const { host } = new URL(path);
  return { service: service?.id ?? path, file: path, elsewhere: { host, version: service?.version ?? null } };
}
