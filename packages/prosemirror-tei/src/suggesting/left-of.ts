import { type Mappable, ReplaceStep, type Step } from 'prosemirror-transform';
import { ReplacePartsStep } from '../steps/replace-parts-step.js';
import { UnwrapStep } from '../steps/unwrap-step.js';
import { WrapStep } from '../steps/wrap-step.js';

/** Of how many places of a long range it is looked whether they are there. */
const samples = 400;

/**
 * How much others have left of what a step takes away or marks: `some` also where something new stands in the midst of it.
 * Of words that the step would put others in the place of, some are none: what it brings was meant for all of them.
 */
export function leftOf(step: Step, mapping: Mappable): 'all' | 'some' | 'none' {
  const left = rangesOf(step).map(([from, to]) => leftBetween(from, to, mapping));
  if (left.every((each) => each === 'all')) return 'all';
  return replaces(step) || left.every((each) => each === 'none') ? 'none' : 'some';
}

function rangesOf(step: Step): (readonly [number, number])[] {
  if (step instanceof WrapStep || step instanceof UnwrapStep) return [[step.from, step.to]];
  if (step instanceof ReplacePartsStep)
    return step.parts.filter(({ from, to }) => from < to).map(({ from, to }) => [from, to]);
  return step instanceof ReplaceStep && step.from < step.to ? [[step.from, step.to]] : [];
}

function replaces(step: Step): boolean {
  if (step instanceof ReplacePartsStep) return step.parts.some(({ slice }) => slice.size > 0);
  return step instanceof ReplaceStep && step.slice.size > 0;
}

function leftBetween(from: number, to: number, mapping: Mappable): 'all' | 'some' | 'none' {
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
