import type { Transaction } from 'prosemirror-state';
import type { Step } from 'prosemirror-transform';

/** How much of steps, in bytes of JSON, goes into one message; the server refuses more than a million. */
export const mostBytes = 900_000;

/** How long one step may be, in bytes of JSON, so that a message that carries it alone is not too long for the server. */
const largest = 999_000;

/** So many tokens are never too much, however they are written. */
const light = 50_000;

/** How long a step is when it is sent, in bytes. */
export function sizeOf(step: Step): number {
  return new TextEncoder().encode(JSON.stringify(step.toJSON())).length;
}

/**
 * Why an edit of this window is too large to be stored, in a sentence; undefined when it is not. An edit that could not be
 * undone, because what it takes away could not be sent, is too large as well.
 */
export function tooLarge(tr: Transaction): string | undefined {
  if (!tr.docChanged || tr.getMeta('rebased') !== undefined) return undefined;
  const isTooLarge = tr.steps.some((step, index) => {
    const before = tr.docs[index];
    return before && tokensIn(step) > light && Math.max(sizeOf(step), sizeOf(step.invert(before))) > largest;
  });
  return isTooLarge ? largeWords : undefined;
}

/** What is said of a piece that is too large. */
export const largeWords =
  'This is more than can be stored at once, and nothing was changed. Do it in parts of less than 1 MB.';

function tokensIn(step: Step): number {
  let tokens = 0;
  step.getMap().forEach((oldStart, oldEnd, newStart, newEnd) => {
    tokens += oldEnd - oldStart + newEnd - newStart;
  });
  return tokens;
}
