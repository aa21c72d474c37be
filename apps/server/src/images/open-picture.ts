import sharp, { type Metadata } from 'sharp';
import type { LeafSource } from './leaf-source.js';
import type { ReadOrder } from './read-messages.js';
import { checkCount, Unreadable } from './unreadable.js';

/**
 * Opens a JPEG, a PNG or a TIFF, of which every page is a leaf: the smaller sizes that a picture brings along are none.
 *
 * @throws {Unreadable}
 */
export async function openPicture(file: string, limits: ReadOrder['limits']): Promise<LeafSource> {
  return {
    pages: await pagesOf(file, limits),
    read: async (page) =>
      sharp(file, { page, limitInputPixels: limits.pixels, sequentialRead: true }).autoOrient(),
  };
}

async function pagesOf(file: string, limits: ReadOrder['limits']): Promise<number[]> {
  const at = (page: number) => sharp(file, { page, limitInputPixels: false }).metadata();
  const first = await at(0);
  const count = first.pages ?? 1;
  checkCount(count, limits.leaves);
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
