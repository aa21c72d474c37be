import { join } from 'node:path';
import sharp, { type Metadata, type Sharp } from 'sharp';
import type { ReadLeaf, ReadOrder } from './read-messages.js';

/** A file gives no pictures; `message` says why, as it follows the name of the file. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** Pixels on each side of a tile: what viewers ask for is made of few of them. */
const tile = 256;

/** The file that holds the pyramid of a page. */
export function pyramidFile(folder: string, page: number): string {
  return join(folder, `${page}.tif`);
}

/**
 * Makes a pyramid of each leaf of a file: a tiled TIFF that holds the picture at its full size and halved again and again, so that
 * a part of it is read at any size without reading the rest. A leaf is upright as the file says, in sRGB or in grey.
 *
 * @throws {Unreadable}
 */
export async function makePyramids({ file, folder, limits }: ReadOrder): Promise<ReadLeaf[]> {
  const open = (page: number) => sharp(file, { page, limitInputPixels: limits.pixels, sequentialRead: true });
  try {
    const leaves: ReadLeaf[] = [];
    for (const page of await pagesOf(file, limits)) {
      const read = open(page).autoOrient();
      const { width, height } = await onPaper(read)
        .tiff({
          tile: true,
          tileWidth: tile,
          tileHeight: tile,
          pyramid: true,
          compression: 'jpeg',
          quality: 88,
        })
        .toFile(pyramidFile(folder, page));
      const made = await sharp(pyramidFile(folder, page)).metadata();
      leaves.push({ page, width, height, levels: made.pages ?? 1 });
    }
    return leaves;
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(inPlainWords(error));
  }
}

/** On white, where it lets something shine through. */
function onPaper(read: Sharp): Sharp {
  return read.flatten({ background: '#fff' }).toColourspace('srgb');
}

/** The pages of a file that are leaves: the smaller sizes that a picture brings along are none. */
async function pagesOf(file: string, limits: ReadOrder['limits']): Promise<number[]> {
  const at = (page: number) => sharp(file, { page, limitInputPixels: false }).metadata();
  const first = await at(0);
  const count = first.pages ?? 1;
  if (count > limits.leaves)
    throw new Unreadable(`has ${count} pages, and ${limits.leaves} are taken at most. Divide it.`);
  const leaves = [0];
  checkSize(first, limits.pixels);
  let before = first;
  for (let page = 1; page < count; page += 1) {
    const next = await at(page);
    if (!isHalf(before, next)) {
      checkSize(next, limits.pixels, `Page ${page + 1} of it`);
      leaves.push(page);
    }
    before = next;
  }
  return leaves;
}

function isHalf(one: Metadata, other: Metadata): boolean {
  const half = (whole: number, part: number) => Math.abs(whole / 2 - part) <= 1;
  return half(one.width, other.width) && half(one.height, other.height);
}

function checkSize({ width, height }: Metadata, most: number, what = 'It'): void {
  if (width * height <= most) return;
  throw new Unreadable(
    `is too large. ${what} has ${width} × ${height} pixels, and ${most / 1_000_000} million are taken at most. Scan it, or save it, at a lower resolution.`,
  );
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
