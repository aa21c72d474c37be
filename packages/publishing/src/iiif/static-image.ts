import type { EditionImage } from '../edition-source.js';

/** Where the service of a published picture is, from the front page: all its addresses begin with that. */
function servicePath({ name }: Pick<EditionImage, 'name'>): string {
  return `images/${name.replace(/\.jpg$/, '')}`;
}

/** Where a picture’s service says what it has (IIIF Image API 3.0, 5.1). */
export function informationPath(image: Pick<EditionImage, 'name'>): string {
  return `${servicePath(image)}/info.json`;
}

/** The name of a picture’s service. */
export function serviceId(image: Pick<EditionImage, 'name'>, site: string): string {
  return site + servicePath(image);
}

/** The whole picture as its service gives it, by the canonical address (4.7). */
export function wholePath(image: Pick<EditionImage, 'name'>): string {
  return `${servicePath(image)}/full/max/0/default.jpg`;
}

/**
 * The paths of a picture’s file in its service: as the largest that there is, and by its own size, by which viewers ask for what
 * is listed in `sizes` (5.3).
 */
export function servedPaths(image: Pick<EditionImage, 'name' | 'width' | 'height'>): readonly string[] {
  const { width, height } = image;
  return [wholePath(image), `${servicePath(image)}/full/${width},${height}/0/default.jpg`];
}

/**
 * What the service of a picture has: the IIIF Image API 3.0 at level 0, that is files alone, which any host serves. The whole picture
 * is the one size that is published.
 */
export function imageInformation(
  image: Pick<EditionImage, 'name' | 'width' | 'height'>,
  site: string,
): object {
  const { width, height } = image;
  return {
    '@context': 'http://iiif.io/api/image/3/context.json',
    id: serviceId(image, site),
    type: 'ImageService3',
    protocol: 'http://iiif.io/api/image',
    profile: 'level0',
    width,
    height,
    sizes: [{ width, height }],
  };
}
