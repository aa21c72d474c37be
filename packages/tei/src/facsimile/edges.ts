import type { XmlElement } from '@chancery/xml';
import { attribute } from '../header/element-tree.js';

/** The edges of a surface or zone, in the coordinates of its surface. */
export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The attributes that say them, in the order left, top, right, bottom. */
export const edgeNames = ['ulx', 'uly', 'lrx', 'lry'] as const;

/** The edges that an element says it has by {@link edgeNames}; undefined where it lacks one, or there is nothing between them. */
export function edgesOf(element: XmlElement): Edges | undefined {
  const [left, top, right, bottom] = edgeNames.map((name) =>
    Number.parseFloat(attribute(element, name) ?? ''),
  );
  if (left === undefined || top === undefined || right === undefined || bottom === undefined)
    return undefined;
  return right > left && bottom > top ? { left, top, right, bottom } : undefined;
}
