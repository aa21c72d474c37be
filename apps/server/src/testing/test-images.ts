import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { editionId, type SignedIn, type TestHouse } from './test-house.js';

/** A picture of a made-up leaf: its upper left is dark, its lower right light. */
export function madeLeaf(options: {
  readonly width?: number;
  readonly height?: number;
  readonly format?: 'jpeg' | 'png' | 'tiff';
  /** What makes it another picture than others. */
  readonly seed?: number;
}): Promise<Buffer> {
  const { width = 600, height = 800, format = 'jpeg', seed = 0 } = options;
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const light = Math.floor((255 * (x / width + y / height)) / 2);
      pixels.fill((light + ((x ^ y) % (7 + seed))) % 256, (y * width + x) * 3, (y * width + x) * 3 + 3);
    }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .toFormat(format)
    .toBuffer();
}

export const sha256Of = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

/** Sends a file to the edition of the tests, in parts of a size, and answers what the server says of it. */
export async function sendImage(
  house: TestHouse,
  as: SignedIn,
  file: { readonly name: string; readonly content: Uint8Array; readonly partBytes?: number },
): Promise<Response> {
  const { name, content, partBytes = 8 * 1024 * 1024 } = file;
  const sha256 = sha256Of(content);
  const parts = Math.max(1, Math.ceil(content.byteLength / partBytes));
  for (let part = 0; part < parts; part += 1) {
    const kept = await sendPart(house, as, {
      sha256,
      part,
      content: content.subarray(part * partBytes, (part + 1) * partBytes),
    });
    if (!kept.ok) return kept;
  }
  return addSent(house, as, { sha256, name, parts });
}

export function sendPart(
  house: TestHouse,
  as: SignedIn,
  { sha256, part, content }: { sha256: string; part: number; content: Uint8Array },
): Promise<Response> {
  return house.ask(`/api/editions/${editionId}/images/parts/${sha256}/${part}`, {
    as,
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(content),
  });
}

export function addSent(
  house: TestHouse,
  as: SignedIn,
  sent: { sha256: string; name: string; parts: number },
): Promise<Response> {
  return house.ask(`/api/editions/${editionId}/images`, {
    as,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sent),
  });
}
