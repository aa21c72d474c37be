import sharp, { type Sharp } from 'sharp';

/** Pixels on the longer side of a picture as it is published, at most: words of a letter are read on it, and a page loads quickly. */
export const longestSide = 2_400;

const quality = 82;

/** By what pictures are made for the web: another one may make others of the same leaves. */
export const webRecipe = `JPEG ${quality}, ${longestSide} pixels, sharp ${sharp.versions.sharp ?? ''}, libvips ${sharp.versions.vips}`;

/**
 * Writes a leaf as it is published: a JPEG of the whole of it, no larger than it is itself. What the file told of its camera and its place is not
 * in it.
 */
export async function writeWebPicture(
  leaf: Sharp,
  file: string,
): Promise<{ readonly width: number; readonly height: number }> {
  return leaf
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality })
    .toFile(file);
}
