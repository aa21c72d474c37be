import {
  type Crossing,
  clearElement,
  crossedElements,
  elementLabel,
  type GuardedCommand,
  insertLeaf,
  insertNote,
  setAttributes,
  toggleElement,
} from '@chancery/prosemirror-tei';
import { cRefOf } from '@chancery/tei';
import { redo, undo } from 'prosemirror-history';
import { TextSelection, type Transaction } from 'prosemirror-state';
import { emendable } from '../editor/emend.js';
import { type MarkupAction, markupActions } from '../editor/markup-actions.js';
import type { StructureAction } from '../editor/structure-actions.js';
import { turnInto } from '../editor/turn-into.js';
import { seriesWords } from '../notes/note-words.js';
import { createStore } from '../store/store.js';
import type { LetterSession } from './letter-session.js';

/** What is to be chosen before a name, date or reference can be marked: its words are partly in another element. */
export interface CrossingChoice {
  readonly session: LetterSession;
  readonly action: MarkupAction;
  readonly attributes: Record<string, string>;
  /** The other element and its words: “person “Mr Harriman””. */
  readonly crossed: string;
}

/** The choice that is asked for now. */
export const crossingChoice = createStore<CrossingChoice | undefined>(undefined);

function commandFor(
  action: MarkupAction,
  attributes: Record<string, string>,
  crossing?: Crossing,
): GuardedCommand {
  const all = { ...action.attributes, ...attributes };
  switch (action.row.shape) {
    case 'leaf':
      return insertLeaf(action.name, all);
    case 'inline':
      return action.name === 'choice' ? emendable : insertNote(all);
    case 'phrase':
      return toggleElement(action.name, all, crossing);
    default:
      return turnInto(action.name, all);
  }
}

/** Why neither the edition's grammar nor its settings let this be done at the selection; undefined where they do. */
export function whyNotMarkup(
  session: LetterSession,
  action: MarkupAction,
  attributes: Record<string, string> = {},
): string | undefined {
  const { type } = { ...action.attributes, ...attributes };
  const series = noteSeries.find((each) => each === type);
  if (series && ['note', 'ptr'].includes(action.name) && !session.usesNotes(series))
    return `The volume uses no ${seriesWords[series].toLowerCase()}s: see Volume, Settings.`;
  return commandFor(action, attributes).whyNot(session.view.state);
}

const noteSeries = ['footnote', 'endnote', 'textual'] as const;

/**
 * Does it, and leaves the caret in the text. Where it cannot be done the desk says why; where the words are partly in
 * another name the person is asked first what is to become of it ({@link crossingChoice}).
 */
export function doMarkup(
  session: LetterSession,
  action: MarkupAction,
  attributes: Record<string, string> = {},
  crossing?: Crossing,
): void {
  const { view } = session;
  if (action.name === 'choice') {
    const why = emendable.whyNot(view.state);
    if (why === undefined) session.emending.set(true);
    else session.tell(why);
    return;
  }
  const [crossed] =
    crossing === undefined && action.row.shape === 'phrase' ? crossedElements(view.state, action.name) : [];
  if (crossed) {
    const words = `${elementLabel(crossed.name).toLowerCase()} “${crossed.text}”`;
    crossingChoice.set({ session, action, attributes, crossed: words });
    return;
  }
  crossingChoice.set(undefined);
  const why = whyNotMarkup(session, action, attributes);
  if (why !== undefined && ['note', 'ptr'].includes(action.name)) {
    view.focus();
    session.tell(why);
    return;
  }
  const note = action.name === 'note';
  const command = commandFor(action, attributes, crossing);
  const done = command(
    view.state,
    (transaction) => view.dispatch(note ? caretAfterNote(transaction) : transaction),
    view,
  );
  view.focus();
  if (!done) {
    session.tell(command.whyNot(view.state) ?? `${action.label} cannot be done here.`);
    return;
  }
  if (note)
    session.noteToWrite.set(
      view.state.selection.from - (view.state.selection.$from.nodeBefore?.nodeSize ?? 0),
    );
}

/** Begins a page footnote, or a textual note, at the caret; it is written in the apparatus. */
export function addNote(session: LetterSession, attributes: Record<string, string> = {}): void {
  const action = markupActions.find(({ name }) => name === 'note');
  if (action) doMarkup(session, action, attributes);
}

export function addTextualNote(session: LetterSession): void {
  addNote(session, { type: 'textual' });
}

/** Makes the selected words a reference to the volume and the place there that they name. */
export function referElsewhere(session: LetterSession): void {
  const { view } = session;
  const { from, to } = view.state.selection;
  const cRef = cRefOf(view.state.doc.textBetween(from, to, ' '));
  view.focus();
  if (cRef === undefined) {
    session.tell(
      'Select words that name the volume and the place there, as in “Volume One, p. 370, Doc. No. 497”.',
    );
    return;
  }
  const command = toggleElement('ref', { type: 'document', cRef });
  if (!command(view.state, view.dispatch, view))
    session.tell(command.whyNot(view.state) ?? 'No reference can stand here.');
}

/** A note is written in the apparatus; in the text the caret goes on behind its callout. */
function caretAfterNote(transaction: Transaction): Transaction {
  const { $from } = transaction.selection;
  for (let depth = $from.depth; depth > 0; depth--)
    if ($from.node(depth).isInline)
      return transaction.setSelection(TextSelection.create(transaction.doc, $from.after(depth)));
  return transaction;
}

/** Does something with whole paragraphs, rows or columns, or says why it cannot be done. */
export function doStructure(session: LetterSession, { command }: StructureAction): void {
  const { view } = session;
  const why = command.whyNot(view.state);
  if (why === undefined) command(view.state, view.dispatch, view);
  view.focus();
  if (why !== undefined) session.tell(why);
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
  const command = setAttributes(id, { [name]: value === '' ? null : value });
  if (!command(view.state, view.dispatch, view)) session.tell(command.whyNot(view.state) ?? '');
}

/** Takes an element away and leaves what it held. */
export function removeElement(session: LetterSession, id: string): void {
  const { view } = session;
  const command = clearElement(id);
  if (!command(view.state, view.dispatch, view)) session.tell(command.whyNot(view.state) ?? '');
  view.focus();
}
