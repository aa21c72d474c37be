import type { PageImageAnswer } from '@chancery/server/api';

/** The name of a leaf’s file: `scan-1.jpg`, or `volume.pdf, p. 3`; of one that is kept elsewhere, where that is. */
export function fileOf({ path, elsewhere }: Pick<PageImageAnswer, 'path' | 'elsewhere'>): string {
  if (elsewhere) return `Kept by ${elsewhere.host}`;
  return path.replace(/^images\//, '').replace('#page=', ', p. ');
}

/** What a leaf is called: “Leaf 1r”, else by its place. */
export function leafName({ label, place }: Pick<PageImageAnswer, 'label' | 'place'>): string {
  return label === '' ? `Image ${place}` : `Leaf ${label}`;
}

/** What stands for the picture where it is not seen. */
export function altOf(leaf: Pick<PageImageAnswer, 'alt' | 'label' | 'place'>): string {
  return leaf.alt === '' ? leafName(leaf) : `${leafName(leaf)}: ${leaf.alt}`;
}

/** A small picture of a leaf: its address, and by how many degrees it has yet to be turned. */
export interface SmallPicture {
  readonly src: string;
  readonly turn: number;
}

/** The small picture of a leaf, cropped as it is shown. Of services elsewhere no more is asked than the least of them do. */
export function smallPicture(leaf: PageImageAnswer, pixels: number): SmallPicture {
  const { service, crop, rotation, elsewhere } = leaf;
  const region = crop ? `${crop.left},${crop.top},${crop.width},${crop.height}` : 'full';
  if (!elsewhere)
    return { src: `${service}/${region}/!${pixels},${pixels}/${rotation}/default.jpg`, turn: 0 };
  if (elsewhere.version === null) return { src: service, turn: rotation };
  const width = Math.min(pixels, crop?.width ?? leaf.width);
  return { src: `${service}/${region}/${width},/0/default.jpg`, turn: rotation };
}

/** The address of a picture of all that a leaf’s picture shows, as it lies, no wider than so many pixels. */
export function wholePicture({ service, width, elsewhere }: PageImageAnswer, pixels: number): string {
  if (elsewhere?.version === null) return service;
  return `${service}/full/${Math.min(pixels, width)},/0/default.jpg`;
}
