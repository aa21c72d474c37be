import { applySteps, EditRefused, type OpenLetter, sourceStepTo } from '@chancery/prosemirror-tei';
import type { Step } from 'prosemirror-transform';
import { documentSteps } from './document-steps.js';

/** A batch of more steps than this would be larger than any that a window may send: one step does it all then. */
const most = 400;

/**
 * The steps that lead a letter back to a state that it was in: its source to the byte, its elements with the instances that
 * they had. They are as small as may be; where the text alone does not say how it was written, one step of the source follows.
 */
export function restoringSteps(letter: OpenLetter, former: OpenLetter): Step[] {
  const small = documentSteps(letter.doc, former.doc) ?? [];
  const steps = small.length > most ? [] : small;
  const restored = applied(letter, steps);
  if (!restored) return [sourceStepTo(letter, former)].filter((step) => step !== undefined);
  const rest = sourceStepTo(restored, former);
  return rest ? [...steps, rest] : steps;
}

/** The letter after the steps; undefined where they cannot be written by themselves. */
function applied(letter: OpenLetter, steps: readonly Step[]): OpenLetter | undefined {
  try {
    return applySteps(letter, steps);
  } catch (error) {
    if (error instanceof EditRefused) return undefined;
    throw error;
  }
}
