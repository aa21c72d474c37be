import type { Node } from 'prosemirror-model';
import { changedRegion } from '../to-tei/changed-region.js';

/**
 * The texts in which two documents differ, with the characters beside them, where they differ in nothing but the text of one
 * block, as after a key; undefined where anything else is another. So it is known, without a walk through the document, that
 * nothing has become of all the rest.
 */
export function typedWithin(
  before: Node,
  after: Node,
): { readonly block: Node; readonly texts: readonly Node[] } | undefined {
  const region = changedRegion(before, after);
  if (!region) return undefined;
  const [$old, $new] = [before.resolve(region.from), after.resolve(region.from)];
  const [old, block] = [$old.parent, $new.parent];
  const start = $new.start();
  if (!block.isTextblock || !old.sameMarkup(block) || $old.start() !== start) return undefined;
  if (region.oldTo > start + old.content.size || region.newTo > start + block.content.size) return undefined;
  const texts: Node[] = [];
  const sides = [
    [old, region.oldTo],
    [block, region.newTo],
  ] as const;
  for (const [side, to] of sides)
    side.nodesBetween(
      Math.max(0, region.from - 1 - start),
      Math.min(side.content.size, to + 1 - start),
      (node) => void texts.push(node),
    );
  return texts.every((node) => node.isText) ? { block, texts } : undefined;
}
