import { type Fit, rebaseSuggestion, schema, suggestionWords } from '@chancery/prosemirror-tei';
import type { Node } from 'prosemirror-model';
import { Step, type StepMap } from 'prosemirror-transform';
import { z } from 'zod';
import { stepJson } from '../contract/letter.js';
import { suggestionWords as wordsJson } from '../contract/suggestion.js';

const stepsJson = z.array(stepJson);

/** Steps as they are sent and stored. */
export function stepsAsJson(steps: readonly Step[]) {
  return steps.map((step) => step.toJSON());
}

/** What a suggestion says, as it is stored. */
export function wordsAsJson(doc: Node, steps: readonly Step[]) {
  return wordsJson.parse(suggestionWords(doc, steps));
}

/** Stored steps read again; undefined when they are none that this release knows. */
export function readSteps(json: unknown): Step[] | undefined {
  try {
    return stepsJson.parse(json).map((each) => Step.fromJSON(schema, each));
  } catch {
    return undefined;
  }
}

/** A letter as suggestions are held against it. */
export interface LetterNow {
  readonly doc: Node;
  readonly version: number;
  /** The version at which it was last opened anew from its source: what stands upon an earlier one leads nowhere. */
  readonly anewAt: number;
  /** What was done since a version, for all versions that are asked for. */
  since(version: number): readonly StepMap[];
}

/** A stored suggestion where the letter is now. */
export interface SuggestionNow {
  readonly steps: readonly Step[];
  readonly fit: Fit;
  readonly doc: Node;
  /** Whether this release knows the steps that are stored. */
  readonly isUnderstood: boolean;
}

/** Moves the steps of a stored suggestion to where the letter is now. */
export function suggestionNow(
  { version, steps, fit }: { readonly version: number; readonly steps: unknown; readonly fit: string },
  letter: LetterNow,
): SuggestionNow {
  const read = readSteps(steps);
  const isUnderstood = read !== undefined;
  const gone = { steps: [], fit: 'none', doc: letter.doc, isUnderstood } as const;
  if (!read || read.length === 0 || version < letter.anewAt) return gone;
  try {
    const now = rebaseSuggestion(read, letter.since(version), letter.doc);
    return { ...now, isUnderstood, fit: now.fit === 'whole' && fit === 'part' ? 'part' : now.fit };
  } catch (error) {
    // ProseMirror throws it at positions that are in no document.
    if (error instanceof RangeError) return gone;
    throw error;
  }
}
