import type { Transform } from 'prosemirror-transform';
import { type OpenLetter, openLetter } from '../open-letter.js';
import { DocumentsDiffer } from '../same-document.js';
import { sourceStep } from '../source/source-step.js';
import { applySteps } from '../to-tei/apply-steps.js';
import { EditRefused } from '../to-tei/edit-refused.js';
import { changedOutside, editedSpans } from './edited-spans.js';

/** What an edit did not keep. Stable; messages are not. */
export type UnprovedCode =
  /** The engine would not write the edit, though an editor can make it. */
  | 'edit-refused'
  /** Source has changed that the edit may not touch. */
  | 'changed-outside'
  /** The source, opened anew, is another document than the edited one. */
  | 'not-exact'
  /** Undoing does not give the former source back. */
  | 'not-undone';

/** An edit was not written as it should have been. */
export class Unproved extends Error {
  override readonly name = 'Unproved';
  constructor(
    readonly code: UnprovedCode,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Applies an edit and proves what was promised of it: that no source has changed but where the edit may touch it
 * ({@link editedSpans}), that the source opened anew is the edited document, and that undoing gives the former source back.
 *
 * @throws {Unproved} for the first promise that is not kept.
 */
export function proveEdit(letter: OpenLetter, edit: Transform): OpenLetter {
  const after = attempt('edit-refused', () => applySteps(letter, edit.steps));
  // An edit that leads back to a document that there was leads back to the very source, as undoing does.
  const cameBack = letter.past.some(({ source }) => source === after.source);
  const outside = cameBack
    ? undefined
    : changedOutside(letter.source, after.source, editedSpans(letter, edit));
  if (outside !== undefined) {
    throw new Unproved(
      'changed-outside',
      `The source from offset ${outside} on has changed with no edit there.`,
    );
  }
  attempt('not-exact', () => openLetter(after.source, { ...letter.options, adopt: after.doc }));
  const back = edit.steps.map((step, index) => step.invert(edit.docs[index] ?? letter.doc)).reverse();
  const undone = attempt('not-undone', () => applySteps(after, back));
  if (undone.source !== letter.source)
    throw new Unproved('not-undone', 'Undoing does not give the bytes back.');
  return after;
}

/**
 * As {@link proveEdit}, for an edit of the source itself: the letter then has exactly the new source, which opens as the
 * letter's document; undoing gives the former source and document back.
 *
 * @throws {Unproved} for the first promise that is not kept.
 */
export function proveSourceEdit(letter: OpenLetter, source: string): OpenLetter {
  const step = attempt('edit-refused', () => sourceStep(letter, source));
  if (!step) return letter;
  const after = attempt('edit-refused', () => applySteps(letter, [step]));
  if (after.source !== source) {
    throw new Unproved('changed-outside', 'The source is another than the one that was edited.');
  }
  attempt('not-exact', () => openLetter(source, { ...letter.options, adopt: after.doc }));
  const undone = attempt('not-undone', () => applySteps(after, [step.invert(letter.doc)]));
  if (undone.source !== letter.source || !undone.doc.eq(letter.doc)) {
    throw new Unproved('not-undone', 'Undoing does not give the former source and document back.');
  }
  return after;
}

function attempt<T>(code: UnprovedCode, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof EditRefused || error instanceof DocumentsDiffer)
      throw new Unproved(code, error.message);
    throw error;
  }
}
