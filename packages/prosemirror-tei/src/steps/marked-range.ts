import { Fragment, type Mark, type Node, Slice } from 'prosemirror-model';

/** Gives a document with the marks of every inline node between two positions rewritten. Nodes within inline nodes are left. */
export function withMarks(
  doc: Node,
  from: number,
  to: number,
  change: (marks: readonly Mark[]) => readonly Mark[],
): Slice {
  const slice = doc.slice(from, to);
  const content = rewrite(slice.content, change);
  return new Slice(content, slice.openStart, slice.openEnd);
}

function rewrite(fragment: Fragment, change: (marks: readonly Mark[]) => readonly Mark[]): Fragment {
  const nodes: Node[] = [];
  fragment.forEach((child) => {
    if (child.isInline) nodes.push(child.mark(change(child.marks)));
    else nodes.push(child.copy(rewrite(child.content, change)));
  });
  return Fragment.fromArray(nodes);
}

/** The inline nodes that lie, in part or whole, between two positions of one textblock. */
export function inlineBetween(doc: Node, from: number, to: number): Node[] {
  const nodes: Node[] = [];
  doc.nodesBetween(from, to, (node, pos) => {
    const around = pos < from && to < pos + node.nodeSize && !node.isLeaf;
    if (!node.isInline || around) return true;
    nodes.push(node);
    return false;
  });
  return nodes;
}

/** The outermost elements that all of the nodes are in. */
export function sharedMarks(nodes: readonly Node[]): readonly Mark[] {
  const first = nodes[0]?.marks ?? [];
  let shared = first.length;
  for (const { marks } of nodes) {
    let same = 0;
    while (same < shared && same < marks.length && marks[same]?.eq(first[same] as Mark)) same += 1;
    shared = same;
  }
  return first.slice(0, shared);
}
