import { CannotWrite } from '@chancery/tei';
import type { Area, RecognizedBlock, RecognizedPage } from './recognized-page.js';

/** By how much the proportions of a page and its picture may differ: what rounding to other units makes. */
const tolerance = 0.03;

/**
 * The blocks of a page in the pixels of its picture, whatever unit the file tells them in. What lies beyond the picture’s edges ends
 * there.
 *
 * @throws {CannotWrite} where the page has other proportions than the picture: it is of another one
 */
export function onPicture(
  { size, blocks }: RecognizedPage,
  picture: { readonly width: number; readonly height: number },
): RecognizedBlock[] {
  const { width, height } = picture;
  const across = size ? width / size.width : 1;
  const down = size ? height / size.height : 1;
  if (Math.abs(across / down - 1) > tolerance)
    throw new CannotWrite(
      `The file tells of a picture of ${size?.width} by ${size?.height}, and this one has ${width} by ${height} pixels: they are not in proportion. Choose the file that was made of this image.`,
    );
  const scaled = (area: Area): Area | undefined => {
    const x = (value: number) => Math.min(width, Math.max(0, value * across));
    const y = (value: number) => Math.min(height, Math.max(0, value * down));
    const [left, top, right, bottom] = [x(area.left), y(area.top), x(area.right), y(area.bottom)];
    if (right <= left || bottom <= top) return undefined;
    const points = area.points?.map((each) => ({ x: x(each.x), y: y(each.y) }));
    return points ? { left, top, right, bottom, points } : { left, top, right, bottom };
  };
  const placed = <Part extends { readonly area?: Area | undefined }>({ area, ...rest }: Part) => {
    const there = area && scaled(area);
    return there ? { ...rest, area: there } : rest;
  };
  return blocks.map(({ lines, ...block }) => ({
    ...placed(block),
    lines: lines.map(({ words, ...line }) => ({ ...placed(line), words: words.map(placed) })),
  }));
}
