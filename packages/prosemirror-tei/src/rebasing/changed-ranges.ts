import type { Step } from 'prosemirror-transform';
import { ReplacePartsStep } from '../steps/replace-parts-step.js';

/** Tokens that a step takes away, and those that it brings in their place. */
export interface ChangedRange {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
  /**
   * Which range of the step it is; the same for the step as it was made and as it has been moved. Undefined where it brings
   * what stood there before.
   */
  readonly range: number | undefined;
}

/** The ranges that a step changes; `made` is the step as it was before it was moved. */
export function changedRanges(step: Step, made: Step = step): ChangedRange[] {
  const ranges: ChangedRange[] = [];
  step.getMap().forEach((oldFrom, oldTo, newFrom, newTo) => {
    const range = rangeOf(ranges.length, step, made);
    ranges.push({ oldFrom, oldTo, newFrom, newTo, range });
  });
  return ranges;
}

/** A part of a step may be gone after it was moved, and others split; what they bring tells them. */
function rangeOf(index: number, step: Step, made: Step): number {
  if (!(step instanceof ReplacePartsStep && made instanceof ReplacePartsStep)) return index;
  return made.parts.findIndex(({ slice }) => slice === step.parts[index]?.slice);
}
