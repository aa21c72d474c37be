import type { Mark } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import { UnwrapStep } from './unwrap-step.js';

/**
 * Takes an element away from a range, by as many steps as there are stretches that it holds as one: others may have put in
 * what is not in it, or may have divided its paragraph.
 */
export function unwrapRange<T extends Transform>(tr: T, from: number, to: number, mark: Mark): T {
  const runs: { from: number; to: number; depth: number; mark: Mark }[] = [];
  tr.doc.nodesBetween(from, to, (node, pos) => {
    const around = pos < from && to < pos + node.nodeSize && !node.isLeaf;
    if (!node.isInline || around) return true;
    const depth = node.marks.findIndex((each) => each.type === mark.type && each.attrs.id === mark.attrs.id);
    const found = node.marks[depth];
    const [start, end] = [Math.max(pos, from), Math.min(pos + node.nodeSize, to)];
    const last = runs.at(-1);
    if (!found) return false;
    if (last?.to === start && last.depth === depth && last.mark.eq(found)) last.to = end;
    else runs.push({ from: start, to: end, depth, mark: found });
    return false;
  });
  for (const run of runs) tr.step(new UnwrapStep(run.from, run.to, run.mark));
  return tr;
}
