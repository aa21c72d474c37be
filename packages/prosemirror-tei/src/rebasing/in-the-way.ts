import type { Step } from 'prosemirror-transform';

/** The first step of others that takes away what stands around a range. */
export function inTheWay(from: number, to: number, others: readonly Step[]): number | undefined {
  let [start, end] = [from, to];
  for (const [index, step] of others.entries()) {
    const map = step.getMap();
    const [first, last] = [map.mapResult(start, -1), map.mapResult(end, 1)];
    if (first.deletedBefore || first.deletedAfter || last.deletedBefore || last.deletedAfter) return index;
    [start, end] = [first.pos, last.pos];
  }
  return others.length === 1 ? 0 : undefined;
}
