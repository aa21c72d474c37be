import { readFile } from 'node:fs/promises';
import { type PDFiumDocument, PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { imageLimits } from './image-limits.js';
import type { LeafSource } from './leaf-source.js';
import type { ReadOrder } from './read-messages.js';
import { checkCount, Unreadable } from './unreadable.js';

/** The units of a page to the inch (ISO 32000-1, 8.3.2.3). */
const pointsPerInch = 72;
/** Dots to the inch of a page that is drawn, or whose scans are coarser. */
const usual = 300;

/**
 * Opens a PDF, of which every page is a leaf. It is drawn as it would be printed, by PDFium in WebAssembly: the build has no
 * engine for scripts, forms are not brought to life, and attachments are not looked at.
 *
 * @throws {Unreadable} for a file that is damaged, asks for a password or has too many pages
 */
export async function openPdf(file: string, limits: ReadOrder['limits']): Promise<LeafSource> {
  const document = await load(file);
  const count = document.getPageCount();
  if (count === 0) throw new Unreadable('has no pages. Look whether it is the right file.');
  checkCount(count, limits.leaves);
  const pixels = Math.min(limits.pixels, imageLimits.drawnPixels);
  return {
    pages: Array.from({ length: count }, (_, page) => page),
    async read(number) {
      const page = document.getPage(number);
      const { width, height, data } = await page.render(await sizeOf(page, pixels)).catch(() => {
        throw damaged(number);
      });
      return sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: limits.pixels });
    },
  };
}

async function load(file: string): Promise<PDFiumDocument> {
  const content = await readFile(file);
  const library = await PDFiumLibrary.init();
  try {
    return await library.loadDocument(content);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Unreadable(
      /password|security/i.test(said)
        ? 'is locked with a password. Save it without one and add it again.'
        : 'is a damaged PDF and cannot be read. Copy it again, or print it into a new PDF.',
    );
  }
}

/** How large a page is drawn, in pixels: no smaller than the scan that it shows, where there is one, and than is usual otherwise. */
async function sizeOf(page: PDFiumPage, most: number): Promise<{ width: number; height: number }> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const [wide, high] = [originalWidth / pointsPerInch, originalHeight / pointsPerInch];
  if (!(wide > 0 && high > 0)) throw damaged(page.number);
  const wanted = await resolutionOf(page, wide * high);
  const dots = Math.min(
    wanted,
    Math.sqrt(most / (wide * high)),
    imageLimits.drawnSide / Math.max(wide, high),
  );
  const pixels = (inches: number) => Math.max(1, Math.round(inches * dots));
  return { width: pixels(wide), height: pixels(high) };
}

/** In dots to the inch. Of a page that is one scan and nothing else it is the scan’s own, so that nothing is made up. */
async function resolutionOf(page: PDFiumPage, squareInches: number): Promise<number> {
  let largest = 0;
  let others = 0;
  for (const object of page.objects()) {
    if (object.type !== 'image') {
      others += 1;
      continue;
    }
    const { width, height } = await object.getImageDataRaw().catch(() => ({ width: 0, height: 0 }));
    largest = Math.max(largest, width * height);
  }
  const own = Math.sqrt(largest / squareInches);
  return others === 0 && own >= usual / 3 ? own : Math.max(usual, own);
}

const damaged = (page: number) =>
  new Unreadable(`is damaged: its page ${page + 1} cannot be drawn. Print it into a new PDF and add that.`);
