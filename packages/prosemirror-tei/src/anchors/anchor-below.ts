import type { Node } from 'prosemirror-model';
import { Mapping, type Step } from 'prosemirror-transform';
import { type Anchor, anchorAt, anchorOn, anchorOnNode, placeOfAnchor } from './anchor.js';

/**
 * An anchor as it would stand without some steps: on what of its passage was there before them, or on the place at which its
 * passage was put in by them.
 *
 * @param before the document that the steps were made upon
 */
export function anchorBelow(anchor: Anchor, steps: readonly Step[], before: Node): Anchor {
  const below = new Mapping(steps.map((step) => step.getMap().invert()).reverse());
  const place = placeOfAnchor(anchor) ?? { from: anchor.from, to: anchor.from };
  const from = below.mapResult(place.from, 1);
  const to = below.map(place.to, -1);
  if (anchor.whole && !from.deletedAfter && before.nodeAt(from.pos)) return anchorOnNode(before, from.pos);
  return from.pos < to ? anchorOn(before, from.pos, to) : anchorAt(before, below.map(place.from, -1));
}
