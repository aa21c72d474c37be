import { freshId, schema } from '@chancery/prosemirror-tei';
import { Fragment, type Mark, type Node, Slice } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import type { Difference, Range } from './collate.js';

/** What is decided of a difference: the reading of A or of B, another one, or A’s as uncertain. */
export type Choice =
  | { readonly kind: 'a' }
  | { readonly kind: 'b' }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'other'; readonly text: string };

/**
 * The steps that make the letter that was decided upon out of keying A. Deciding for A everywhere makes none; for B everywhere,
 * the letter reads as B does.
 */
export function settlingSteps(
  a: Node,
  b: Node,
  differences: readonly Difference[],
  choices: readonly Choice[],
): ReplaceStep[] {
  const steps: ReplaceStep[] = [];
  let doc = a;
  const all = differences.flatMap(({ ranges }, index) =>
    ranges.map((range, place) => ({ range, choice: choices[index] ?? { kind: 'a' as const }, place })),
  );
  // From the end, so that no step shifts the places of those that follow.
  for (const { range, choice, place } of all.toSorted(
    (x, y) => y.range.from - x.range.from || y.range.to - x.range.to || y.range.otherFrom - x.range.otherFrom,
  )) {
    const slice = sliceFor(doc, b, range, choice, place);
    if (!slice) continue;
    const step = new ReplaceStep(range.from, range.to, slice);
    const result = step.apply(doc);
    if (!result.doc) throw new RangeError('A decision does not fit the keying any more.');
    steps.push(step);
    doc = result.doc;
  }
  return steps;
}

function sliceFor(doc: Node, b: Node, range: Range, choice: Choice, place: number): Slice | undefined {
  switch (choice.kind) {
    case 'a':
      return undefined;
    case 'b':
      return b.slice(range.otherFrom, range.otherTo);
    case 'unclear':
      return uncertain(doc.slice(range.from, range.to));
    case 'other': {
      // Of words that stand elsewhere, another reading takes the first of both places.
      const text = place === 0 ? spaced(choice.text, doc.textBetween(range.from, range.to)) : '';
      const marks = doc.resolve(range.from).marksAcross(doc.resolve(range.to)) ?? [];
      return text === '' ? Slice.empty : new Slice(Fragment.from(schema.text(text, marks)), 0, 0);
    }
  }
}

/** Another reading, with white space at its ends where the one had it that it replaces. */
function spaced(text: string, former: string): string {
  return `${/^\s/u.test(former) ? ' ' : ''}${text.trim()}${/\S\s+$/u.test(former) ? ' ' : ''}`;
}

/** The words within `unclear` (TEI Guidelines 11.3.3.1): one element for each run of words in one textblock. */
function uncertain(slice: Slice): Slice {
  return new Slice(marked(slice.content), slice.openStart, slice.openEnd);
}

function marked(content: Fragment): Fragment {
  let mark: Mark | undefined;
  const nodes: Node[] = [];
  content.forEach((node) => {
    if (!node.isText) {
      mark = undefined;
      nodes.push(node.isLeaf ? node : node.copy(marked(node.content)));
      return;
    }
    mark ??= schema.mark('element', { id: freshId(), name: 'unclear', attrs: {} });
    nodes.push(node.mark([...node.marks, mark]));
  });
  return Fragment.from(nodes);
}
