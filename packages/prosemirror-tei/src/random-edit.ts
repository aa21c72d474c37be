import type { Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import { tidy } from './commands/tidy.js';
import { faultsBrought } from './guards/faults-brought.js';
import { misheld } from './guards/misheld.js';
import { editKinds } from './random-edit/edit-kinds.js';
import { pick, type Random } from './random-edit/seeded-random.js';
import { changedRegion } from './to-tei/changed-region.js';
import { checkText } from './to-tei/check-text.js';
import { docTokens } from './to-tei/doc-token.js';
import { EditRefused } from './to-tei/edit-refused.js';

export { type Random, seededRandom } from './random-edit/seeded-random.js';

/** The kinds of edits that {@link randomEdit} makes. */
export type EditKind = keyof typeof editKinds;

/** An edit that was made, with the transaction that makes it. */
export interface MadeEdit {
  readonly kind: EditKind;
  readonly transform: Transaction;
}

const KINDS = Object.keys(editKinds) as EditKind[];
/** How often a place is drawn before another kind is; a letter has no tables, or an edit no place that the guards allow. */
const DRAWS = 6;

/**
 * Makes one edit as an editor might, at random: for proving round trips over whole corpora. By the element table it
 * brings no error that was not there, as the guards of the editor's commands have it. The same `random` numbers make the
 * same edit, but for the ids of new instances. Undefined where nothing that was drawn has a place in the document.
 */
export function randomEdit(doc: Node, random: Random): MadeEdit | undefined {
  for (let kinds = 0; kinds < DRAWS; kinds += 1) {
    const kind = pick(KINDS, random);
    for (let places = 0; kind && places < DRAWS; places += 1) {
      const edit = make(kind, doc, random);
      if (edit && faultsBrought(doc, edit.transform.doc).length === 0) return edit;
    }
  }
  return undefined;
}

/** As {@link randomEdit}, but without asking the element table: the result need not be valid TEI, but it can be written. */
export function blindEdit(doc: Node, random: Random): MadeEdit | undefined {
  const kind = pick(KINDS, random);
  return kind && make(kind, doc, random);
}

function make(kind: EditKind, doc: Node, random: Random): MadeEdit | undefined {
  const transform = EditorState.create({ doc }).tr;
  editKinds[kind](transform, random);
  if (!transform.docChanged) return undefined;
  tidy(transform);
  return isWritable(doc, transform.doc) ? { kind, transform } : undefined;
}

/** The desk refuses what cannot be written: a gap between two items, a line end out of text that keeps its white space. */
function isWritable(before: Node, after: Node): boolean {
  if (after.childCount !== before.childCount || !sameRoot(before.firstChild, after.firstChild)) return false;
  const region = changedRegion(before, after);
  if (!region) return true;
  const { from, newTo: to } = region;
  if (misheld(after, { from, to }).length > 0) return false;
  try {
    checkText(docTokens(after, from - 1, to + 1));
    return true;
  } catch (error) {
    if (error instanceof EditRefused) return false;
    throw error;
  }
}

/** The root element is no editor's to remove or to rename. */
function sameRoot(before: Node | null, after: Node | null): boolean {
  return before?.type === after?.type && before?.attrs.name === after?.attrs.name;
}
