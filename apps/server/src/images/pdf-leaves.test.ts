import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeLeaf } from '../testing/test-images.js';
import { type MadePage, madePdf } from '../testing/test-pdf.js';
import { imageLimits } from './image-limits.js';
import { ImageReader } from './image-reader.js';
import { pyramidFile } from './make-leaves.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-pdf-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(content: Uint8Array, ...more: Parameters<typeof readFrom>): ReturnType<typeof readFrom> {
  await writeFile(join(folder, 'file.pdf'), content);
  return readFrom(...more);
}
const readFrom = (limits: ConstructorParameters<typeof ImageReader>[0] = {}, onLeaf?: () => void) =>
  new ImageReader(limits).read(join(folder, 'file.pdf'), folder, onLeaf);

const black: MadePage = { drawing: '0 g 0 0 150 400 re f' };

/** The object of the last page is empty, at the same length. */
function withoutLastPage(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1');
  const at = text.lastIndexOf('<< /Type /Page ');
  const end = text.indexOf('endobj', at);
  return Buffer.from(`${text.slice(0, at)}${'null'.padEnd(end - at)}${text.slice(end)}`, 'latin1');
}

describe('a PDF', () => {
  it('gives a leaf of 300 dots to the inch for each page, drawn on white, and tells how far it is', async () => {
    const steps: unknown[] = [];
    const leaves = await read(madePdf([black, { box: [400, 300] }]), {}, (...soFar: unknown[]) =>
      steps.push(...soFar),
    );
    expect(leaves.map(({ page, width, height }) => [page, width, height])).toEqual([
      [0, 1_250, 1_667],
      [1, 1_667, 1_250],
    ]);
    expect(steps).toEqual([
      { leaf: 1, of: 2 },
      { leaf: 2, of: 2 },
    ]);
    const half = async (left: number) => {
      const part = sharp(pyramidFile(folder, 0)).extract({ left, top: 0, width: 500, height: 1_000 });
      return (await sharp(await part.toBuffer()).stats()).channels[0]?.mean ?? Number.NaN;
    };
    expect(await half(50)).toBeLessThan(5);
    expect(await half(700)).toBeGreaterThan(250);
  });

  it('keeps the resolution of a page that is one scan, coarse or fine', async () => {
    const page = async (width: number, height: number, drawing = '') => {
      const jpeg = await madeLeaf({ width, height });
      return { box: [300, 400], scan: { jpeg, width, height }, drawing } as const;
    };
    const leaves = await read(
      madePdf([await page(750, 1_000), await page(2_400, 3_200), await page(750, 1_000, '0 0 9 9 re f')]),
    );
    expect(leaves.map(({ width, height }) => [width, height])).toEqual([
      [750, 1_000],
      [2_400, 3_200],
      [1_250, 1_667],
    ]);
    const scan = await sharp(await madeLeaf({ width: 750, height: 1_000 }))
      .raw()
      .toBuffer();
    const drawn = await sharp(pyramidFile(folder, 0)).raw().toBuffer();
    expect(drawn.length).toBe(scan.length);
    let difference = 0;
    for (const [at, value] of scan.entries()) difference += Math.abs(value - (drawn[at] ?? 0));
    expect(difference / scan.length).toBeLessThan(6);
  });

  it('runs no script and opens no attachment', async () => {
    const script = `/OpenAction << /S /JavaScript /JS (while(true){}) >> /AA << /WC << /S /JavaScript /JS (while(true){}) >> >>`;
    const form = `/AcroForm << /XFA (<xdp><script>while(true){}</script></xdp>) /Fields [] >>`;
    const leaves = await read(madePdf([black], { catalogue: `${script} ${form}` }));
    expect(leaves).toHaveLength(1);
  });

  it('draws a huge page no larger than a page may be', async () => {
    const [leaf] = await read(madePdf([{ box: [14_400, 14_400] }]), { pixels: 1_000_000 });
    expect(leaf).toMatchObject({ width: 1_000, height: 1_000 });
    const [strip] = await read(madePdf([{ box: [1, 1_000_000] }]));
    expect(strip).toMatchObject({ width: 1, height: imageLimits.drawnSide });
  });

  it.each([
    ['broken off', madePdf([black]).subarray(0, 120), /is a damaged PDF and cannot be read|has no pages/],
    ['noise', Buffer.from(`%PDF-1.7\n${'x'.repeat(500)}`), /is a damaged PDF and cannot be read/],
    ['without pages', madePdf([]), /has no pages|is a damaged PDF/],
    ['lacking a page', withoutLastPage(madePdf([black, black])), /its page 2 cannot be drawn/],
  ])('says what is wrong with one that is %s', async (_, content, words) => {
    await expect(read(content)).rejects.toThrow(words);
  });

  it('says that one is locked', async () => {
    const hash = `<${'5a'.repeat(32)}>`;
    const locked = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${hash} /U ${hash} /P -4 >> /ID [<00> <00>]`;
    await expect(read(madePdf([black], { trailer: locked }))).rejects.toThrow(
      'is locked with a password. Save it without one and add it again.',
    );
  });

  it('is bounded in pages, memory and time', async () => {
    await expect(read(madePdf([black, black, black]), { leaves: 2 })).rejects.toThrow(
      'has 3 pages, and 2 are taken at most. Divide it.',
    );
    const huge = madePdf([{ box: [4_000, 4_000] }]);
    await expect(read(huge, { memory: 150 * 1024 * 1024 })).rejects.toThrow('takes more memory to read');
    await expect(read(huge, { milliseconds: 1 })).rejects.toThrow('takes longer to read');
  });
});
