import { open } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { headBytes, imageKindOf } from './image-kind.js';
import { openPicture } from './open-picture.js';
import type { ReadLeaf, ReadOrder, ReadSoFar } from './read-messages.js';
import { Unreadable } from './unreadable.js';
import { writeWebPicture } from './web-picture.js';

/** Pixels on each side of a tile: what viewers ask for is made of few of them. */
const tile = 256;

/** The file that holds the pyramid of a page. */
export function pyramidFile(folder: string, page: number): string {
  return join(folder, `${page}.tif`);
}

/** The file that holds a page as it is published. */
export function webFile(folder: string, page: number): string {
  return join(folder, `${page}.jpg`);
}

/**
 * Makes of each leaf of a file what is asked for. A leaf is upright as the file says, in sRGB or in grey.
 *
 * @param onLeaf called before each leaf is read
 * @throws {Unreadable}
 */
export async function makeLeaves(
  { file, folder, limits, makes, only }: ReadOrder,
  onLeaf: (soFar: ReadSoFar) => void,
): Promise<ReadLeaf[]> {
  try {
    const { pages, read } = (await isPdf(file))
      ? // Loaded where it is needed alone: of most files it is not.
        await (await import('./open-pdf.js')).openPdf(file, limits)
      : await openPicture(file, limits);
    const leaves: ReadLeaf[] = [];
    const wanted = only ?? pages;
    for (const page of wanted) {
      onLeaf({ leaf: leaves.length + 1, of: wanted.length });
      const leaf = onPaper(await read(page));
      if (makes === 'pyramids')
        leaves.push({ page, ...(await writePyramid(leaf, pyramidFile(folder, page))) });
      else {
        const { width, height } = await writeWebPicture(leaf, webFile(folder, page));
        leaves.push({ page, width, height, levels: 1 });
      }
    }
    return leaves;
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(inPlainWords(error));
  }
}

/**
 * Writes a tiled TIFF that holds the picture at its full size and halved again and again, so that a part of it is read at any size without reading
 * the rest.
 */
async function writePyramid(leaf: Sharp, file: string): Promise<Omit<ReadLeaf, 'page'>> {
  const { width, height } = await leaf
    .tiff({
      tile: true,
      tileWidth: tile,
      tileHeight: tile,
      pyramid: true,
      compression: 'jpeg',
      quality: 88,
    })
    .toFile(file);
  const { pages: levels = 1 } = await sharp(file).metadata();
  return { width, height, levels };
}

async function isPdf(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read({ buffer: Buffer.alloc(headBytes) });
    return imageKindOf(buffer) === 'application/pdf';
  } finally {
    await handle.close();
  }
}

/** On white, where it lets something shine through. */
function onPaper(read: Sharp): Sharp {
  return read.flatten({ background: '#fff' }).toColourspace('srgb');
}

/** Why libvips could not read it. Its words name the program’s parts, and what to do is not among them. */
function inPlainWords(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  if (/premature|truncat|unexpected end|not enough data|read error|end of (?:file|stream)|short/i.test(said))
    return 'breaks off before its end. Copy it again from where it comes from.';
  if (/pixel limit|too large|too big|dimensions/i.test(said))
    return 'is too large. Scan it, or save it, at a lower resolution.';
  if (/unsupported image format/i.test(said))
    return 'is no picture that can be read: it is damaged, or something else than its beginning says.';
  return 'is damaged and cannot be read whole. Copy it again, or open it in an image program and save it anew.';
}
