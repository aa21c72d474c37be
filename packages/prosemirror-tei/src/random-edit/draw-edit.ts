import type { OpenLetter } from '../open-letter.js';
import { type EditKind, randomEdit } from '../random-edit.js';
import { headerEdit } from './header-edit.js';
import { proveEdit, proveSourceEdit } from './prove-edit.js';
import type { Random } from './seeded-random.js';

/** An edit of a letter, not made yet. */
export interface DrawnEdit {
  readonly kind: EditKind | 'header';
  /**
   * Makes the edit and proves it; gives the letter after it.
   *
   * @throws {Unproved} for the first promise that is not kept.
   */
  readonly prove: () => OpenLetter;
}

/** How many of all edits are edits of the header: about as many as of any other kind. */
const HEADER = 1 / 20;

/** Draws an edit of the letter at random, of its text ({@link randomEdit}) or its header. Undefined where none has a place. */
export function drawEdit(letter: OpenLetter, random: Random): DrawnEdit | undefined {
  const source = random() < HEADER ? headerEdit(letter, random) : undefined;
  if (source !== undefined) return { kind: 'header', prove: () => proveSourceEdit(letter, source) };
  const made = randomEdit(letter.doc, random);
  return made && { kind: made.kind, prove: () => proveEdit(letter, made.transform) };
}
