import type { EditionImage } from '@chancery/publishing';
import { z } from 'zod';
import type { Images } from '../images/images.js';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The images of the copy of a release, as its row has them: all that is told of them, and the SHA-256 of what is published. */
const releasedImages = z.array(
  z.object({
    path: z.string(),
    name: z.string(),
    sha256,
    width: z.number(),
    height: z.number(),
    recipe: z.string(),
    alt: z.string().optional(),
    label: z.string().optional(),
  }),
);
export type ReleasedImage = z.infer<typeof releasedImages>[number];

/** The images of a release out of its row; none of a release that an earlier Chancery has made. */
export function storedReleasedImages(json: unknown): readonly ReleasedImage[] {
  return json === null || json === undefined ? [] : releasedImages.parse(json);
}

/** Keeps the images that go out in a release, whatever becomes of the leaves later; answers what its row has of them. */
export async function keepReleasedImages(
  { web }: Pick<Images, 'web'>,
  images: readonly EditionImage[],
): Promise<ReleasedImage[]> {
  for (const image of images) await web.release(image);
  return releasedImages.parse(images);
}

/** The images of a release with the files that they were then, to the byte. */
export async function withReleasedFiles(
  { web }: Pick<Images, 'web'>,
  released: readonly ReleasedImage[],
): Promise<EditionImage[]> {
  const images: EditionImage[] = [];
  for (const image of released) images.push({ ...image, file: await web.released(image.sha256) });
  return images;
}
