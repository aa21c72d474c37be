import { rowOf } from '@chancery/tei';
import type { Problem } from './problem.js';

const commonAttributes = ['type', 'when', 'ref', 'target', 'n', 'xml:id', 'xml:lang', 'resp', 'reason'];

/** The problem with what is expected in the order in which an editor would look for it: the toolbar's elements first, an element's own attributes first. */
export function rank(problem: Problem): Problem {
  if (problem.code === 'attribute-value' || problem.code === 'content-value') return problem;
  const place = problem.code.startsWith('attribute')
    ? attributePlace(problem.element.localName)
    : elementPlace;
  // Misplaced words can only be moved into an element that holds something.
  const useful =
    problem.code === 'text-misplaced'
      ? problem.expected.filter((name) => rowOf(name)?.shape !== 'leaf')
      : problem.expected;
  const sorted = (names: readonly string[]) => names.toSorted((left, right) => place(left) - place(right));
  const { optional } = problem;
  return {
    ...problem,
    expected: sorted(useful),
    ...(optional === undefined ? {} : { optional: sorted(optional) }),
  };
}

function elementPlace(name: string): number {
  const row = rowOf(name);
  if (row === undefined) return 3;
  if (row.shape === 'leaf') return 2;
  return row.toolbar === undefined ? 1 : 0;
}

function attributePlace(element: string): (name: string) => number {
  const own = rowOf(element)?.attributes.map((attribute) => attribute.name) ?? [];
  return (name) => {
    if (own.includes(name)) return 0;
    const common = commonAttributes.indexOf(name);
    return common < 0 ? 1 + commonAttributes.length : 1 + common;
  };
}
