import { align, wordsOf } from '@chancery/collation';
import { type Attributes, noAttributes, SetAttributesStep } from '@chancery/prosemirror-tei';
import { Fragment, type Node, Slice } from 'prosemirror-model';
import { ReplaceStep, type Step } from 'prosemirror-transform';

/** A part of a node's content: a child, or a word of one. */
interface Part {
  readonly key: string;
  readonly node: Node;
  /** The child stands on both sides, and only what it holds and its attributes may differ. */
  readonly holds: boolean;
}

/**
 * The small steps that lead from one document to another, the last place first: what is in both, by its instance and its
 * words, stays where it is, so that whoever works there is not disturbed. Undefined when small steps do not lead there.
 */
export function documentSteps(before: Node, after: Node): Step[] | undefined {
  const steps: Step[] = [];
  differing(before, after, 0, steps);
  let doc = before;
  for (const step of steps) {
    const result = step.apply(doc);
    if (!result.doc) return undefined;
    doc = result.doc;
  }
  return doc.eq(after) ? steps : undefined;
}

/** @param start where the content of `before` begins in its document */
function differing(before: Node, after: Node, start: number, steps: Step[]): void {
  const parts = partsOf(before);
  const others = partsOf(after);
  const positions = [start];
  for (const { node } of parts) positions.push((positions.at(-1) ?? start) + node.nodeSize);
  const keys = (of: readonly Part[]) => of.map(({ key }) => key);
  for (const { same, from, to, otherFrom, otherTo } of align(keys(parts), keys(others)).reverse()) {
    if (!same) {
      const content = Fragment.fromArray(others.slice(otherFrom, otherTo).map(({ node }) => node));
      steps.push(new ReplaceStep(positions[from] ?? start, positions[to] ?? start, new Slice(content, 0, 0)));
      continue;
    }
    for (let index = to - 1; index >= from; index -= 1) {
      const [part, other] = [parts[index], others[otherFrom + index - from]];
      if (!part?.holds || !other || part.node.eq(other.node)) continue;
      differing(part.node, other.node, (positions[index] ?? start) + 1, steps);
      steps.push(...attributeSteps(part.node, other.node));
    }
  }
}

function partsOf(parent: Node): Part[] {
  const parts: Part[] = [];
  parent.forEach((node) => {
    if (!node.isText) {
      parts.push({ key: keyOf(node), node, holds: !node.isLeaf });
      return;
    }
    const marks = JSON.stringify(node.marks);
    let at = 0;
    for (const { text } of wordsOf(node.text ?? '')) {
      parts.push({ key: `${text} ${marks}`, node: node.cut(at, at + text.length), holds: false });
      at += text.length;
    }
  });
  return parts;
}

/** A leaf is the same with all that it says; what holds something is the same while it is the same instance. */
function keyOf(node: Node): string {
  const { type, attrs, marks } = node;
  if (node.isLeaf || typeof attrs.id !== 'string') {
    return JSON.stringify([type.name, node.isLeaf ? attrs : null, marks]);
  }
  return JSON.stringify([type.name, attrs.id, attrs.name, marks]);
}

function attributeSteps(before: Node, after: Node): Step[] {
  const were: Attributes = before.attrs.attrs ?? noAttributes;
  const are: Attributes = after.attrs.attrs ?? noAttributes;
  const changes: Record<string, string | null> = {};
  for (const name of Object.keys(were)) if (are[name] === undefined) changes[name] = null;
  for (const [name, value] of Object.entries(are)) if (were[name] !== value) changes[name] = value;
  if (Object.keys(changes).length === 0) return [];
  return [new SetAttributesStep(String(before.attrs.id), changes, Object.keys(are))];
}
