import type { PageImageAnswer } from '@chancery/server/api';

type Crop = NonNullable<PageImageAnswer['crop']>;

/** How much of a picture is cut off at each edge, in per cent. */
export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is cut off by a crop. */
export function edgesOf({ crop, width, height }: Pick<PageImageAnswer, 'crop' | 'width' | 'height'>): Edges {
  if (!crop) return { left: 0, top: 0, right: 0, bottom: 0 };
  const share = (part: number, whole: number) => Math.round((1000 * part) / whole) / 10;
  return {
    left: share(crop.left, width),
    top: share(crop.top, height),
    right: share(width - crop.left - crop.width, width),
    bottom: share(height - crop.top - crop.height, height),
  };
}

/** The crop that cuts off so much; null where nothing is cut off, undefined where nothing would be left. */
export function cropOf(
  edges: Edges,
  { width, height }: { readonly width: number; readonly height: number },
): Crop | null | undefined {
  if (Object.values(edges).every((edge) => edge === 0)) return null;
  const pixels = (share: number, whole: number) => Math.round((share * whole) / 100);
  const left = pixels(edges.left, width);
  const top = pixels(edges.top, height);
  const crop = {
    left,
    top,
    width: width - left - pixels(edges.right, width),
    height: height - top - pixels(edges.bottom, height),
  };
  return crop.width > 0 && crop.height > 0 ? crop : undefined;
}
