import type { Node } from 'prosemirror-model';
import type { Step } from 'prosemirror-transform';
import { ReplacePartsStep } from '../steps/replace-parts-step.js';
import { findLosses } from './find-losses.js';
import { rebase } from './rebase.js';

/**
 * The steps that their author's own editor would make of them, by {@link receive}, once it has received what others stored
 * meanwhile; for an authority that puts them there without asking back. Undefined where anything of them would be lost or
 * become another step: that their author has to see first.
 *
 * @param base the document that the steps were made in
 * @param others what was stored since, in the pieces in which it was sent to the author
 * @throws {StepDoesNotFollow} when the steps do not follow that document
 */
export function movedOver(
  base: Node,
  steps: readonly Step[],
  others: readonly (readonly Step[])[],
): readonly Step[] | undefined {
  // What such a step has taken away, and has to know when it is moved again, is known to its author's editor alone.
  if (steps.some((step) => step instanceof ReplacePartsStep)) return undefined;
  let before = base;
  let own = steps;
  for (const piece of others) {
    const rebased = rebase(before, own, piece);
    const moved = rebased.steps.map(({ step }) => step);
    if (moved.length < own.length || findLosses(rebased, own, piece).length > 0) return undefined;
    before = rebased.theirs;
    own = moved;
  }
  return own;
}
