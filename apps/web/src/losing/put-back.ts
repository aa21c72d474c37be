import {
  pasteInto,
  pieceOfText,
  refusalOf,
  SetAttributesStep,
  schema,
  settleCopy,
  wordsOf,
} from '@chancery/prosemirror-tei';
import { closeHistory } from 'prosemirror-history';
import { Slice } from 'prosemirror-model';
import { TextSelection } from 'prosemirror-state';
import type { LetterSession } from '../desk/letter-session.js';
import type { KeptLoss, KeptPiece } from '../saving/kept-loss.js';

function sliceOf({ slice, words }: KeptPiece): Slice {
  return slice === undefined || slice === null ? pieceOfText(words) : Slice.fromJSON(schema, slice);
}

/** Puts lost words in where they would stand, as an edit that can be undone; says why where they cannot stand there. */
export function putBack(session: LetterSession, loss: KeptLoss): void {
  const { view, lost } = session;
  if (loss.told.kind !== 'words') return;
  const place = lost.placeOf(loss);
  if (place) session.goTo(place.from);
  const { state } = view;
  const $end = state.doc.resolve(state.selection.to);
  const at = state.apply(state.tr.setSelection(TextSelection.near($end, -1)));
  view.dispatch(closeHistory(view.state.tr.setSelection(at.selection)));
  const edit = pasteInto(view.state, settleCopy(sliceOf(loss.told), view.state.doc));
  if (typeof edit === 'string') {
    session.tell(`The words cannot stand here. ${edit} Copy them, or put the caret elsewhere and paste.`);
    return;
  }
  view.dispatch(edit.scrollIntoView());
  view.focus();
  lost.settle(loss);
  session.tell(
    session.suggesting.on.get() ? 'Suggested. Undo takes it back.' : 'Put back. Undo takes it out again.',
  );
}

/** Puts lost words in as a suggestion, where changes that enter the text are all saved; answers whether they are. */
export function suggestBack(session: LetterSession, loss: KeptLoss): boolean {
  if (!session.suggest(true)) {
    session.tell('Your changes of the text itself have to be saved first. Then it can be suggested.');
    return false;
  }
  putBack(session, loss);
  return true;
}

/** Settles two readings: one of them comes into the place of both, as an edit that can be undone. */
export function choose(session: LetterSession, loss: KeptLoss, whose: 'mine' | 'theirs'): void {
  const { view, lost } = session;
  if (loss.told.kind !== 'readings') return;
  const { doc, tr } = view.state;
  const place = lost.placeOf(loss);
  if (!place || wordsOf(doc.slice(place.from, place.to)) !== loss.told.now) {
    session.tell('The words have changed since. Choose by hand: both readings can be copied here.');
    if (place) session.goTo(place.from, place.to);
    return;
  }
  const edit = closeHistory(tr).replace(place.from, place.to, settleCopy(sliceOf(loss.told[whose]), doc));
  const refusal = refusalOf(edit);
  if (refusal !== undefined) {
    session.tell(refusal);
    return;
  }
  view.dispatch(edit);
  lost.settle(loss);
  session.goTo(edit.mapping.map(place.from, -1));
  session.tell('Chosen. Undo brings both readings back.');
}

/** Settles two values of an attribute in favour of the other one. */
export function takeTheirs(session: LetterSession, loss: KeptLoss): void {
  if (loss.told.kind !== 'values') return;
  const { id, attribute, theirs } = loss.told;
  const edit = closeHistory(session.view.state.tr);
  if (edit.maybeStep(new SetAttributesStep(id, { [attribute]: theirs })).failed) {
    session.tell('The element is not there any more.');
    return;
  }
  session.view.dispatch(edit);
  session.lost.settle(loss);
}

/** What of something lost can be copied; undefined where it has no words. */
export function copyable({ told }: KeptLoss): string | undefined {
  switch (told.kind) {
    case 'words':
      return told.words;
    case 'readings':
      return `${told.mine.words}\n\n${told.theirs.words}`;
    case 'values':
      return told.theirs ?? undefined;
    case 'change':
      return told.words === '' ? undefined : told.words;
  }
}
