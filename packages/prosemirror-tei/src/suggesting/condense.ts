import type { Node } from 'prosemirror-model';
import { ReplaceStep, type Step } from 'prosemirror-transform';
import { joinedSteps } from '../steps/joined-steps.js';
import { SuggestedSpans } from './suggested-spans.js';

/**
 * The same change of a document in as few steps as say it: what was typed letter by letter becomes one step, and words put
 * in the place of others become one step that does both, so that it is gone as a whole when somebody else changes those words.
 */
export function condense(doc: Node, steps: readonly Step[]): readonly Step[] {
  const after = follow(doc, steps);
  return (after && replacements(doc, after, steps)) ?? joinedSteps(steps);
}

/** One step for each place, where nothing but words and whole elements have come and gone. */
function replacements(doc: Node, after: Node, steps: readonly Step[]): readonly Step[] | undefined {
  const spans = SuggestedSpans.upon(doc).add(steps, () => '', after);
  if (spans.touched.length > 0) return undefined;
  const condensed = spans.changes.map(
    ({ fromA, toA, fromB, toB }) => new ReplaceStep(fromB, fromB + toA - fromA, after.slice(fromB, toB)),
  );
  return follow(doc, condensed)?.eq(after) ? condensed : undefined;
}

function follow(doc: Node, steps: readonly Step[]): Node | undefined {
  let now: Node | undefined = doc;
  for (const step of steps) now = now && (step.apply(now).doc ?? undefined);
  return now;
}
