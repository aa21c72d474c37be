import type { PageImageAnswer } from '@chancery/server/api';

/** The name of a leaf’s file: `scan-1.jpg`, or `volume.pdf, p. 3`. */
export function fileOf({ path }: Pick<PageImageAnswer, 'path'>): string {
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

/** The address of a small picture of a leaf, turned and cropped as it is shown. */
export function smallPicture({ service, crop, rotation }: PageImageAnswer, pixels: number): string {
  const region = crop ? `${crop.left},${crop.top},${crop.width},${crop.height}` : 'full';
  return `${service}/${region}/!${pixels},${pixels}/${rotation}/default.jpg`;
}
