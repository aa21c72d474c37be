import { Slice } from 'prosemirror-model';
import type { Step } from 'prosemirror-transform';
import { ReplacePartsStep } from '../steps/replace-parts-step.js';
import { tokensOf } from './tokens.js';

/** What a step does to the tokens of a document: takes those from `start` to `end` away and puts others in their place. */
export interface TokenChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The changes that a step makes, the last one first, so that the positions of each are those of the document before the
 * step. Steps that change no token, such as those of marks and attributes, make none.
 */
export function changesOf(step: Step): TokenChange[] {
  const ranges: { start: number; end: number; size: number }[] = [];
  step.getMap().forEach((start, end, newStart, newEnd) => {
    ranges.push({ start, end, size: newEnd - newStart });
  });
  if (ranges.length === 0) return [];
  // What such steps bring are the tokens of the new ranges, in order.
  const brought = broughtBy(step).map(tokensOf).join('');
  let used = 0;
  const changes = ranges.map(({ start, end, size }) => {
    const text = brought.slice(used, used + size);
    used += size;
    return { start, end, text: text.padEnd(size, unknownToken) };
  });
  return changes.reverse();
}

/** The slices that a step brings; steps that change tokens have one, or one in each of their parts. */
function broughtBy(step: Step): Slice[] {
  if (step instanceof ReplacePartsStep) return step.parts.map(({ slice }) => slice);
  const slice: unknown = Reflect.get(step, 'slice');
  return slice instanceof Slice ? [slice] : [];
}

/** A token of which the step does not say what it is. */
const unknownToken = '\u0004';
