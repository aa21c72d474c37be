import { type Mappable, ReplaceStep, type Step } from 'prosemirror-transform';
import { UnwrapStep } from '../steps/unwrap-step.js';
import { WrapStep } from '../steps/wrap-step.js';

/** Of how many places of a long range it is looked whether they are there. */
const samples = 400;

/**
 * How much others have left of what a step takes away or marks: `some` also where something new stands in the midst of it.
 * ProseMirror itself would go on with whatever others have put in the place of those words.
 */
export function leftOf(step: Step, mapping: Mappable): 'all' | 'some' | 'none' {
  if (!(step instanceof ReplaceStep || step instanceof WrapStep || step instanceof UnwrapStep)) return 'all';
  const { from, to } = step;
  if (from >= to) return 'all';
  const stride = Math.ceil((to - from) / samples);
  let there = 0;
  let gone = 0;
  for (let at = from; at < to; at += stride) {
    if (mapping.mapResult(at, 1).deletedAfter) gone += 1;
    else there += 1;
  }
  if (there === 0) return 'none';
  return gone === 0 && mapping.map(to, -1) - mapping.map(from, 1) === to - from ? 'all' : 'some';
}
