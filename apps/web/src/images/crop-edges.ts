import type { PageImageAnswer } from '@chancery/server/api';

type Crop = NonNullable<PageImageAnswer['crop']>;

/** How much of a picture is cut off at each edge, in per cent. */
export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A place on a picture, in per cent from the upper left. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Nothing is cut off. */
export const noEdges: Edges = { left: 0, top: 0, right: 0, bottom: 0 };

/** What a frame keeps at the least, in per cent: less can neither be seen nor taken hold of. */
const least = 1;

/** What is cut off by a crop. */
export function edgesOf({ crop, width, height }: Pick<PageImageAnswer, 'crop' | 'width' | 'height'>): Edges {
  if (!crop) return noEdges;
  const share = (part: number, whole: number) => rounded((100 * part) / whole);
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

/** The edges of a picture as they are when it is turned to the right by so many degrees. */
export function turnedEdges({ left, top, right, bottom }: Edges, degrees: number): Edges {
  switch ((degrees + 360) % 360) {
    case 90:
      return { left: bottom, top: left, right: top, bottom: right };
    case 180:
      return { left: right, top: bottom, right: left, bottom: top };
    case 270:
      return { left: top, top: right, right: bottom, bottom: left };
    default:
      return { left, top, right, bottom };
  }
}

/** The frame moved, as far as there is room. */
export function movedFrame({ left, top, right, bottom }: Edges, by: Place): Edges {
  const x = Math.min(right, Math.max(-left, by.x));
  const y = Math.min(bottom, Math.max(-top, by.y));
  return {
    left: rounded(left + x),
    top: rounded(top + y),
    right: rounded(right - x),
    bottom: rounded(bottom - y),
  };
}

/** The frame with its lower right corner moved, as far as there is room and something is left. */
export function resizedFrame({ left, top, right, bottom }: Edges, by: Place): Edges {
  const inside = (value: number, most: number) => rounded(Math.min(most, Math.max(0, value)));
  return {
    left,
    top,
    right: inside(right - by.x, 100 - least - left),
    bottom: inside(bottom - by.y, 100 - least - top),
  };
}

/** The frame between two corners; undefined where hardly anything is between them. */
export function drawnFrame(one: Place, other: Place): Edges | undefined {
  const inside = (value: number) => rounded(Math.min(100, Math.max(0, value)));
  const edges = {
    left: inside(Math.min(one.x, other.x)),
    top: inside(Math.min(one.y, other.y)),
    right: inside(100 - Math.max(one.x, other.x)),
    bottom: inside(100 - Math.max(one.y, other.y)),
  };
  const isSeen = 100 - edges.left - edges.right >= least && 100 - edges.top - edges.bottom >= least;
  return isSeen ? edges : undefined;
}

/**
 * What of a frame is taken hold of at a place: one of its corners, by the corner that stays; all of it; or nothing.
 *
 * @param reach how far from a corner that still is, in per cent
 */
export function heldAt(
  { left, top, right, bottom }: Edges,
  { x, y }: Place,
  reach: Place,
): { readonly stays: Place } | 'frame' | undefined {
  const [far, low] = [100 - right, 100 - bottom];
  const isWhole = left === 0 && top === 0 && right === 0 && bottom === 0;
  const near = (value: number, edge: number, most: number) => Math.abs(value - edge) <= most;
  const across = near(x, left, reach.x) ? far : near(x, far, reach.x) ? left : undefined;
  const down = near(y, top, reach.y) ? low : near(y, low, reach.y) ? top : undefined;
  if (across !== undefined && down !== undefined) return { stays: { x: across, y: down } };
  return !isWhole && x > left && x < far && y > top && y < low ? 'frame' : undefined;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
