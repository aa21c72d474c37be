import type { Step } from 'prosemirror-transform';

/** Which step each was that others have moved. */
const made = new WeakMap<Step, Step>();

/** Remembers what a step was made as that has become another because others were first. */
export function rememberMade(moved: Step, original: Step): void {
  made.set(moved, asMade(original));
}

/** A step as its author made it, before others moved it. */
export function asMade(step: Step): Step {
  return made.get(step) ?? step;
}
