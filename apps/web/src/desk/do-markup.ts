import { redo, undo } from 'prosemirror-history';
import type { Command } from 'prosemirror-state';
import {
  insertLeaf,
  insertNote,
  setAttributes,
  toggleElement,
  removeElement as unwrap,
} from '../editor/engine-shim.js';
import type { MarkupAction } from '../editor/markup-actions.js';
import type { LetterSession } from './letter-session.js';

function commandFor(action: MarkupAction, attributes: Record<string, string>): Command {
  const all = { ...action.attributes, ...attributes };
  switch (action.row.shape) {
    case 'leaf':
      return insertLeaf(action.name, all);
    case 'inline':
      return insertNote(action.name, all);
    default:
      return toggleElement(action.name, all);
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
  commandFor(action, attributes)(view.state, view.dispatch, view);
  view.focus();
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
  unwrap(id)(view.state, view.dispatch, view);
  view.focus();
}
