import { Fragment, type Node, Slice } from 'prosemirror-model';

/**
 * A piece without some of its tokens, by their places, and those that are gone from it. An element goes only with all that is
 * in it: where one end of it stays, both do.
 */
export function withoutTokens(
  slice: Slice,
  tokens: ReadonlySet<number>,
): { readonly slice: Slice; readonly gone: ReadonlySet<number> } {
  if (tokens.size === 0) return { slice, gone: tokens };
  if (tokens.size === slice.size) return { slice: Slice.empty, gone: tokens };
  const { content, openStart, openEnd } = slice;
  const gone = new Set<number>();
  let place = 0;
  return { slice: new Slice(walk(content, openStart, openEnd), openStart, openEnd), gone };

  function walk(fragment: Fragment, begun: number, unended: number): Fragment {
    const left: Node[] = [];
    fragment.forEach((node, _offset, index) => {
      const startsBefore = begun > 0 && index === 0;
      const endsBehind = unended > 0 && index === fragment.childCount - 1;
      if (node.isText) {
        for (let at = 0; at < node.nodeSize; at += 1) if (!goes(1)) left.push(node.cut(at, at + 1));
      } else if (startsBefore || endsBehind || !goes(node.nodeSize)) {
        if (!startsBefore) place += 1;
        left.push(node.copy(walk(node.content, startsBefore ? begun - 1 : 0, endsBehind ? unended - 1 : 0)));
        if (!endsBehind) place += 1;
      }
    });
    return Fragment.fromArray(left);
  }

  /** Lets the next tokens go, if all of them are to; otherwise they stay, and text is passed over. */
  function goes(size: number): boolean {
    for (let at = place; at < place + size; at += 1) {
      if (tokens.has(at)) continue;
      if (size === 1) place += 1;
      return false;
    }
    for (const end = place + size; place < end; place += 1) gone.add(place);
    return true;
  }
}
