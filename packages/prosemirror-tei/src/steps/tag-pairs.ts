import type { Fragment, Slice } from 'prosemirror-model';

/** What a token is: running text and what stands in it, or one end of an element, by the place of the other end. */
export type Tag = 'content' | { readonly other: number | undefined };

/**
 * The tokens of a piece. Where the piece closes elements that begin before it and opens others that end behind it, those
 * ends are paired as they would be joined if the piece were taken away.
 */
export function tagPairs({ content, openStart, openEnd }: Slice): Tag[] {
  const tags: ({ other: number | undefined } | 'content')[] = [];
  const closing: number[] = [];
  const opening: number[] = [];

  walk(content, openStart, openEnd);
  if (closing.length === opening.length)
    for (const [index, close] of closing.entries()) pair(close, opening.at(-1 - index));
  return tags;

  function walk(fragment: Fragment, begun: number, unended: number): void {
    fragment.forEach((node, _offset, index) => {
      if (node.isText || node.isLeaf) {
        for (let token = 0; token < node.nodeSize; token += 1) tags.push('content');
        return;
      }
      const startsBefore = begun > 0 && index === 0;
      const endsBehind = unended > 0 && index === fragment.childCount - 1;
      const open = tags.length;
      if (!startsBefore) tags.push({ other: undefined });
      walk(node.content, startsBefore ? begun - 1 : 0, endsBehind ? unended - 1 : 0);
      const close = tags.length;
      if (!endsBehind) tags.push({ other: undefined });
      if (!startsBefore && !endsBehind) pair(open, close);
      else if (!startsBefore) opening.push(open);
      else if (!endsBehind) closing.push(close);
    });
  }

  function pair(one: number, other: number | undefined): void {
    if (other === undefined) return;
    tags[one] = { other };
    tags[other] = { other: one };
  }
}
