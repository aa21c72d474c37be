import type { Step } from 'prosemirror-transform';

/**
 * The same change in fewer steps: what was typed letter by letter is one. To take many steps of a long letter one by one costs most
 * of the time that opening it takes.
 */
export function joinedSteps(steps: readonly Step[]): Step[] {
  const fewer: Step[] = [];
  for (const step of steps) {
    const both = fewer.at(-1)?.merge(step);
    if (both) fewer[fewer.length - 1] = both;
    else fewer.push(step);
  }
  return fewer;
}
