import { setImmediate } from 'node:timers/promises';
import type { EditionImage } from '@chancery/publishing';
import { type ImageKinds, mayShowImages, namedImages, pathFrom, readVolume } from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import type { Prisma, PrismaClient } from '../generated/client.js';
import { fileName } from '../images/file-name.js';
import type { Images } from '../images/images.js';
import { Unreadable } from '../images/unreadable.js';
import { NotPublishable } from './edition-source.js';
import type { PressProgress } from './press-messages.js';

/** Pictures that are made at once. */
const atOnce = 2;

/** The files of an edition, as far as they show images. */
type ShowingFile = { readonly path: string; readonly source: string; readonly kind?: string };

/**
 * The images of the copy and the figures that the letters of an edition show, out of those that are kept here, as they are published: none where the volume
 * leaves them out. What has not been made of a leaf yet is made.
 *
 * @param files the letters, and the volume’s own file
 * @throws {NotPublishable} for one that cannot be read any more, {StoreFailed} where the store of the images is out of reach
 */
export async function readEditionImages(
  { prisma, images }: { readonly prisma: PrismaClient; readonly images: Pick<Images, 'web'> },
  editionId: string,
  { volume, letters }: { readonly volume: ShowingFile; readonly letters: readonly ShowingFile[] },
  {
    kinds = { pages: true, figures: true },
    signal,
    onProgress = () => undefined,
  }: {
    /** Which of them what is published shows. */
    readonly kinds?: ImageKinds | undefined;
    readonly signal?: AbortSignal | undefined;
    readonly onProgress?: ((progress: PressProgress) => void) | undefined;
  } = {},
): Promise<EditionImage[]> {
  const leaves = await prisma.pageImage.findMany({
    where: { editionId, sha256: { not: null } },
    orderBy: [{ place: 'asc' }, { id: 'asc' }],
    select: leafColumns,
  });
  if (leaves.length === 0 || readVolume(volume.source).leavesImagesOut) return [];
  const shown = await pathsShown(letters, kinds, signal);
  const wanted = leaves.filter(({ path }) => shown.has(path));
  const made: EditionImage[] = [];
  for (let from = 0; from < wanted.length; from += atOnce) {
    signal?.throwIfAborted();
    made.push(...(await Promise.all(wanted.slice(from, from + atOnce).map(madeOf))));
    onProgress({ done: made.length, total: wanted.length, label: 'Preparing the page images' });
  }
  return made;

  async function madeOf(leaf: Leaf): Promise<EditionImage> {
    try {
      return await asPublished(images, leaf);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      throw new NotPublishable(`The page image “${fileName(leaf.path)}” ${error.message}`);
    }
  }
}

/** What is asked of a leaf that is published. */
export const leafColumns = {
  path: true,
  sha256: true,
  page: true,
  width: true,
  height: true,
  levels: true,
  label: true,
  alt: true,
  _count: { select: { letters: true } },
} satisfies Prisma.PageImageSelect;

type Leaf = Prisma.PageImageGetPayload<{ select: typeof leafColumns }>;

/**
 * A leaf that is kept here as it is published; made where it has not been yet.
 *
 * @throws {Unreadable} | {StoreFailed}
 */
export async function asPublished(
  { web }: Pick<Images, 'web'>,
  { _count, sha256, ...leaf }: Leaf,
): Promise<EditionImage> {
  if (sha256 === null) throw new Error('The leaf is not kept here.');
  const { path, page, label, alt } = leaf;
  const made = await web.of({ ...leaf, sha256 });
  const name = `${sha256}${page === 0 ? '' : `-${page + 1}`}.jpg`;
  // The preflight tells of those that belong to letters and are not described.
  return { path, name, label, alt: alt === '' && _count.letters === 0 ? undefined : alt, ...made };
}

/** The paths of all images that letters show. Each is read by itself, so that nobody who is editing waits for it. */
async function pathsShown(
  letters: readonly ShowingFile[],
  kinds: ImageKinds,
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<string>> {
  const shown = new Set<string>();
  for (const { path, source } of letters) {
    if (!mayShowImages(source)) continue;
    const tei = parseTree(source);
    for (const { url } of namedImages(tei, kinds)) shown.add(pathFrom(path, url));
    await setImmediate(undefined, { signal });
  }
  return shown;
}
