import type { PictureToRead } from './ocr-messages.js';

/** A box in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Where a box of a picture that was cropped, set upright and made smaller lies on the whole picture.
 *
 * @param scale how many pixels of what was read one pixel of the picture has become
 */
export function onWholePicture(
  box: Box,
  { width, height, crop, rotation }: Omit<PictureToRead, 'file' | 'levels'>,
  scale: number,
): Box {
  const part = crop ?? { left: 0, top: 0, width, height };
  const corner = (x: number, y: number): [number, number] => {
    const [across, down] = [x / scale, y / scale];
    switch (rotation) {
      case 90:
        return [down, part.height - across];
      case 180:
        return [part.width - across, part.height - down];
      case 270:
        return [part.width - down, across];
      default:
        return [across, down];
    }
  };
  const [oneX, oneY] = corner(box.left, box.top);
  const [otherX, otherY] = corner(box.right, box.bottom);
  return {
    left: Math.round(part.left + Math.min(oneX, otherX)),
    top: Math.round(part.top + Math.min(oneY, otherY)),
    right: Math.round(part.left + Math.max(oneX, otherX)),
    bottom: Math.round(part.top + Math.max(oneY, otherY)),
  };
}
