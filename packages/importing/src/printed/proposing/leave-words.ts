import { oneLine } from '@chancery/xml';
import type { Flow } from '../reading/flow.js';
import type { SourceLine } from '../reading/source-line.js';
import type { Context } from './context.js';
import type { DoubtCode } from './queue-entry.js';
import { DecisionError } from './read-decisions.js';

/** A stretch of the source for which no place was found. */
export interface WordsToLeave {
  readonly code: Extract<DoubtCode, 'text-unplaced' | 'unplaced'>;
  readonly line: SourceLine;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What they are as long as nobody has decided. */
  readonly as: string;
  readonly why: string;
}

/** How the choice to leave words out is called, wherever it is one. */
export const leaveOut = { choice: 'exclude', words: 'left out, for a reason that you give' } as const;

/** How the choice to decide later what becomes of words is called. */
export const inQueue = { choice: 'queue', words: 'left in the queue' } as const;

/** What the reason is asked as. */
export const reasonForLeavingOut = { proposed: '', form: oneLine, called: 'a reason on one line' } as const;

/** Where a flow stands in the source, as words for which there is no place. */
export function wordsOf(flow: Flow): Pick<WordsToLeave, 'line' | 'start' | 'end' | 'text'> {
  const start = flow.at[0] ?? flow.first.start;
  return { line: flow.first, start, end: (flow.at.at(-1) ?? start) + 1, text: flow.text };
}

/** Leaves words in the queue until the editors say that they are to be left out, and why. */
export function leaveWords(
  { code, line, start, end, text, as, why }: WordsToLeave,
  context: Pick<Context, 'doubts' | 'exclude' | 'leave' | 'omitted'>,
): void {
  const { id, choice, value } = context.doubts.ask<'queue' | 'exclude'>({
    code,
    line,
    choices: [{ choice: 'queue', words: as }, leaveOut],
    value: reasonForLeavingOut,
    why,
  });
  if (choice === 'queue') context.leave(start, end, id);
  else omit({ line, start, end, text }, { id, value }, context);
}

/**
 * Leaves words out for the reason that the editors give.
 *
 * @throws {DecisionError} where they give none
 */
export function omit(
  { line, start, end, text }: Pick<WordsToLeave, 'line' | 'start' | 'end' | 'text'>,
  { id, value }: { readonly id: string; readonly value: string | undefined },
  { exclude, omitted }: Pick<Context, 'exclude' | 'omitted'>,
): void {
  const reason = value?.trim();
  if (!reason)
    throw new DecisionError(
      `The decision on ${id} (line ${line.number}) leaves words out and gives no reason. Give it as its “value”.`,
      [id],
    );
  exclude(start, end, reason);
  omitted.push({ text, reason });
}
