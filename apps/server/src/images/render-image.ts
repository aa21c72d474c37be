import { IIIFError, Versions } from 'iiif-processor';
import sharp from 'sharp';

/** Pixels on each side of what is rendered at most; the whole of a larger picture is had as its file. */
export const mostPixels = 8_192;

/** A part of a picture as the IIIF Image API 3.0 names it (§4). */
export interface ImageRequest {
  readonly region: string;
  readonly size: string;
  readonly rotation: string;
  readonly quality: string;
  readonly format: string;
}

/** What is known of a leaf. */
export interface LeafSize {
  readonly width: number;
  readonly height: number;
  readonly levels: number;
}

/** The request cannot be met; `message` says why. */
export class NotToBeRendered extends Error {
  override readonly name = 'NotToBeRendered';
}

/** What is to be made, calculated once. */
export interface Rendering {
  readonly leaf: LeafSize;
  /** The request in the one way that it is written of all that mean the same (§4.7). */
  readonly canonical: string;
  /** In the pixels of the whole picture. */
  readonly region: { left: number; top: number; width: number; height: number };
  readonly size: { width: number; height: number; fit?: 'fill' | 'inside' };
  readonly rotation: { flop: boolean; degree: number };
  readonly quality: string;
  readonly format: { type: keyof typeof asSharpSays };
  /** How large the whole picture would be at that size. */
  readonly fullSize: { width: number; height: number };
}

/** What sharp calls the formats of the API. */
const asSharpSays = {
  jpg: 'jpeg',
  jpeg: 'jpeg',
  tif: 'tiff',
  tiff: 'tiff',
  png: 'png',
  webp: 'webp',
} as const;

const { Calculator, infoDoc, profileLink } = Versions[3];

/** What of the API is served, by the address of its description. */
export const levelTwo: string = profileLink;

/**
 * Reads a request: which part of which level of the pyramid is made into what.
 *
 * @throws {NotToBeRendered}
 */
export function planRendering(leaf: LeafSize, request: ImageRequest): Rendering {
  const { width, height } = leaf;
  try {
    const calculatorOf = () =>
      new Calculator({ width, height }, { max: { width: mostPixels, height: mostPixels } }).region(
        request.region,
      );
    const calculator = calculatorOf()
      .size(confined(request.size, () => calculatorOf().size('max').info().region))
      .rotation(request.rotation)
      .quality(request.quality)
      .format(request.format);
    const plan = calculator.info();
    const { region } = plan;
    const isWhole = region.width === width && region.height === height;
    // iiif-processor names every part of a picture alike.
    const part = isWhole ? 'full' : [region.left, region.top, region.width, region.height].join();
    const [, ...rest] = calculator.canonicalPath().split('/');
    return { ...plan, canonical: [part, ...rest].join('/'), leaf };
  } catch (error) {
    if (error instanceof IIIFError) throw new NotToBeRendered(error.message);
    throw error;
  }
}

/**
 * A size “as large as fits” (`!w,h`), no larger than the region itself: such a request is met without enlarging, and not refused
 * (§4.2), as iiif-processor would.
 */
function confined(size: string, region: () => { width: number; height: number }): string {
  const [, w, h] = /^!(\d+),(\d+)$/.exec(size) ?? [];
  if (w === undefined || h === undefined) return size;
  const { width, height } = region();
  return `!${Math.min(Number(w), width)},${Math.min(Number(h), height)}`;
}

/** Makes what was planned, of a pyramid. */
export async function render(file: string, plan: Rendering): Promise<Buffer> {
  const { leaf, region, size, rotation, quality, format, fullSize } = plan;
  // The smallest level that is no smaller than what is wanted.
  let level = 0;
  while (level + 1 < leaf.levels && leaf.width / 2 ** (level + 1) >= fullSize.width - 1) level += 1;
  const at = { width: leaf.width >> level, height: leaf.height >> level };
  const scaled = (value: number) => Math.floor(value / 2 ** level);
  const left = Math.min(scaled(region.left), at.width - 1);
  const top = Math.min(scaled(region.top), at.height - 1);
  let image = sharp(file, { page: level, limitInputPixels: false })
    .extract({
      left,
      top,
      width: Math.max(1, Math.min(scaled(region.width), at.width - left)),
      height: Math.max(1, Math.min(scaled(region.height), at.height - top)),
    })
    .resize(size);
  if (rotation.flop) image = image.flop();
  if (rotation.degree !== 0) image = image.rotate(rotation.degree, { background: '#fff' });
  if (quality === 'gray') image = image.grayscale();
  if (quality === 'bitonal') image = image.threshold();
  const type = asSharpSays[format.type];
  return image.toFormat(type, type === 'jpeg' ? { quality: 85 } : {}).toBuffer();
}

/** The description of a leaf for viewers (IIIF Image API 3.0, §5). */
export function imageInformation(id: string, { width, height, levels }: LeafSize): object {
  const sizes = Array.from({ length: levels }, (_, level) => ({
    width: width >> level,
    height: height >> level,
  })).toReversed();
  const { extraFeatures, extraFormats, extraQualities, ...document } = infoDoc({
    id,
    width,
    height,
    sizes,
    max: { width: mostPixels, height: mostPixels },
  });
  return {
    ...document,
    maxWidth: mostPixels,
    maxHeight: mostPixels,
    tiles: [{ width: 512, height: 512, scaleFactors: sizes.map((_, level) => 2 ** level) }],
    extraFeatures,
    extraFormats: [...(extraFormats as Iterable<string>)],
    extraQualities: [...(extraQualities as Iterable<string>)],
  };
}
