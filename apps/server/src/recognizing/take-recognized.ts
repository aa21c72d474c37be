import { NotRecognizedText, readRecognized } from '@chancery/importing';
import { onPicture, type RecognizedPage } from '@chancery/importing/recognized';
import { CannotWrite } from '@chancery/tei';
import { HttpProblem } from '../errors/http-problem.js';
import type { PrismaClient } from '../generated/client.js';
import { lettersCopy } from '../images/letter-images.js';
import { keepRecognized } from './keep-recognized.js';

/** The picture of a leaf that belongs to a letter. @throws {HttpProblem} `conflict` where it does not */
export async function leafOfLetter(prisma: PrismaClient, letterId: string, imageId: string) {
  const copy = await lettersCopy(prisma, letterId);
  const image = await prisma.pageImage.findFirst({
    where: { id: imageId, letters: { some: { letterId: copy.id } } },
  });
  if (!image)
    throw new HttpProblem('conflict', 'The image is not there any more, or does not belong to the letter.');
  return image;
}

/**
 * Takes what a recognition has found on the picture of a leaf, from its file.
 *
 * @throws {HttpProblem} `text-refused` with what is wrong with the file
 */
export async function takeRecognized(
  prisma: PrismaClient,
  { letterId, imageId, name }: { letterId: string; imageId: string; name: string },
  bytes: Uint8Array,
): Promise<string> {
  const image = await leafOfLetter(prisma, letterId, imageId);
  const page = pageFor(image, name, bytes);
  const { id } = await prisma.recognition.create({
    data: { letterId, imageId, origin: 'file', name },
    select: { id: true },
  });
  await keepRecognized(prisma, id, page);
  return id;
}

function pageFor(
  image: { readonly path: string; readonly width: number; readonly height: number },
  name: string,
  bytes: Uint8Array,
): RecognizedPage {
  try {
    const pages = readRecognized(bytes);
    const stem = (path: string) =>
      path
        .replace(/#.*$/u, '')
        .replace(/^.*[/\\]/u, '')
        .replace(/\.[^.]*$/u, '');
    const page =
      pages.length === 1 ? pages[0] : pages.find(({ picture }) => stem(picture ?? '') === stem(image.path));
    if (!page)
      throw new NotRecognizedText(
        `tells of ${pages.length} pages, and none of them is that of ${image.path}. Choose the file of this page alone.`,
      );
    return { size: { width: image.width, height: image.height }, blocks: onPicture(page, image) };
  } catch (error) {
    if (error instanceof NotRecognizedText) throw new HttpProblem('text-refused', `${name} ${error.message}`);
    if (error instanceof CannotWrite) throw new HttpProblem('text-refused', `${name}: ${error.message}`);
    throw error;
  }
}
