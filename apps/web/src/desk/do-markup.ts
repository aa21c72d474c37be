import {
  type Crossing,
  caretBehind,
  clearElement,
  crossedElements,
  elementLabel,
  type GuardedCommand,
  insertLeaf,
  insertNote,
  setAttributes,
  toggleElement,
} from '@chancery/prosemirror-tei';
import { cRefOf, noteSeries } from '@chancery/tei';
import { redo, undo } from 'prosemirror-history';
import { TextSelection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { emendable } from '../editor/emend.js';
import { type MarkupAction, markupActions } from '../editor/markup-actions.js';
import type { StructureAction } from '../editor/structure-actions.js';
import { turnInto } from '../editor/turn-into.js';
import type { Writing } from '../editor/writing.js';
import { seriesWords } from '../notes/note-words.js';
import { createStore } from '../store/store.js';
import type { LetterSession } from './letter-session.js';
import { departureAt } from './reason-of.js';

/** What is not done in a note; nothing for all else. */
const onlyInText: Readonly<Record<string, string>> = {
  note: 'A note has no page footnotes. Put the caret into the text.',
  ptr: 'A note calls no endnote. Ctrl M, then R refers to one.',
  choice: 'Words are emended in the text of the letter. Put the caret there.',
};

/** What is to be chosen before a name, date or reference can be marked: its words are partly in another element. */
export interface CrossingChoice {
  readonly session: Writing;
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

/**
 * Why neither the edition's grammar nor its settings let this be done at the selection, or that it is not done in a note;
 * undefined where it can be.
 */
export function whyNotMarkup(
  session: Writing,
  action: MarkupAction,
  attributes: Record<string, string> = {},
): string | undefined {
  const elsewhere = notHere(session, action, attributes);
  if (elsewhere !== undefined) return elsewhere;
  const { type } = { ...action.attributes, ...attributes };
  const series = noteSeries.find((each) => each === type);
  if (series && ['note', 'ptr'].includes(action.name) && session.usesNotes?.(series) === false)
    return `The volume uses no ${seriesWords[series].toLowerCase()}s: see Volume, Settings.`;
  return commandFor(action, attributes).whyNot(session.inHand.state);
}

function notHere(
  { inHand }: Writing,
  { name }: MarkupAction,
  attributes: Record<string, string>,
): string | undefined {
  if (inHand.state.doc.type.name === 'doc') return undefined;
  // A pointer of another type refers, and calls nothing.
  return name === 'ptr' && attributes.type !== undefined ? undefined : onlyInText[name];
}

/**
 * Does it, and leaves the caret where it is written. Where it cannot be done the desk says why; where the words are partly in
 * another name the person is asked first what is to become of it ({@link crossingChoice}).
 */
export function doMarkup(
  session: Writing,
  action: MarkupAction,
  attributes: Record<string, string> = {},
  crossing?: Crossing,
): void {
  const view = session.inHand;
  const elsewhere = notHere(session, action, attributes);
  if (elsewhere !== undefined) {
    session.tell(elsewhere);
    return;
  }
  if (action.name === 'choice') {
    const why = emendable.whyNot(view.state);
    if (why === undefined) session.emending?.set(true);
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
  if (departureAt(view.state)?.name === action.name)
    session.tell(`${action.label}. Ctrl M, then Y says why.`);
  if (note)
    session.noteToWrite?.set(
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

/** Makes the selected words a reference to the volume and the place there that they name; what is typed next stands behind it. */
export function referElsewhere(session: Writing): void {
  const view = session.inHand;
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
  if (!command(view.state, (transaction) => view.dispatch(caretBehind(transaction, 'ref')), view))
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

/** An editor, and who hears what it refuses. */
type EditorAt = Pick<Writing, 'tell'> & { readonly view: EditorView };

/** Gives an attribute of an element another value; an empty one, or `null`, removes the attribute. */
export function setAttributeOf(at: EditorAt, id: string, name: string, value: string | null): void {
  const { view } = at;
  const command = setAttributes(id, { [name]: value === '' ? null : value });
  if (!command(view.state, view.dispatch, view)) at.tell(command.whyNot(view.state) ?? '');
}

/** Takes an element away and leaves what it held. */
export function removeElement(at: EditorAt, id: string): void {
  const { view } = at;
  const command = clearElement(id);
  if (!command(view.state, view.dispatch, view)) at.tell(command.whyNot(view.state) ?? '');
  view.focus();
}
