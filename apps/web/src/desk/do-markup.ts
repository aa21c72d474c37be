import {
  clearElement,
  insertLeaf,
  insertNote,
  setAttributes,
  toggleElement,
} from '@chancery/prosemirror-tei';
import { redo, undo } from 'prosemirror-history';
import { type Command, TextSelection, type Transaction } from 'prosemirror-state';
import { emend } from '../editor/emend.js';
import type { MarkupAction } from '../editor/markup-actions.js';
import { turnInto } from '../editor/turn-into.js';
import type { LetterSession } from './letter-session.js';

function commandFor(action: MarkupAction, attributes: Record<string, string>): Command {
  const all = { ...action.attributes, ...attributes };
  switch (action.row.shape) {
    case 'leaf':
      return insertLeaf(action.name, all);
    case 'inline':
      return action.name === 'choice' ? emend : insertNote(all);
    case 'phrase':
      return toggleElement(action.name, all);
    default:
      return turnInto(action.name, all);
  }
}

/** Whether the edition's grammar lets this be done at the selection. */
export function mayDoMarkup(session: LetterSession, action: MarkupAction): boolean {
  return commandFor(action, {})(session.view.state);
}

/** Does it, and leaves the caret in the text. */
export function doMarkup(
  session: LetterSession,
  action: MarkupAction,
  attributes: Record<string, string> = {},
): void {
  const { view } = session;
  const note = action.name === 'note';
  commandFor(action, attributes)(
    view.state,
    (transaction) => view.dispatch(note ? caretAfterNote(transaction) : transaction),
    view,
  );
  view.focus();
  if (note)
    session.noteToWrite.set(
      view.state.selection.from - (view.state.selection.$from.nodeBefore?.nodeSize ?? 0),
    );
}

/** A note is written in the apparatus; in the text the caret goes on behind its callout. */
function caretAfterNote(transaction: Transaction): Transaction {
  const { $from } = transaction.selection;
  for (let depth = $from.depth; depth > 0; depth--)
    if ($from.node(depth).isInline)
      return transaction.setSelection(TextSelection.create(transaction.doc, $from.after(depth)));
  return transaction;
}

export function undoOwn({ view }: LetterSession): void {
  undo(view.state, view.dispatch);
  view.focus();
}

export function redoOwn({ view }: LetterSession): void {
  redo(view.state, view.dispatch);
  view.focus();
}

/** Gives an attribute of an element another value; an empty one, or `null`, removes the attribute. */
export function setAttributeOf(session: LetterSession, id: string, name: string, value: string | null): void {
  const { view } = session;
  setAttributes(id, { [name]: value === '' ? null : value })(view.state, view.dispatch, view);
}

/** Takes an element away and leaves what it held. */
export function removeElement(session: LetterSession, id: string): void {
  const { view } = session;
  clearElement(id)(view.state, view.dispatch, view);
  view.focus();
}
