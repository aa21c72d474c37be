import { type LabelledStep, SuggestedSpans, stackSuggestions, takenOut } from '@chancery/prosemirror-tei';
import { sendableSteps } from 'prosemirror-collab';
import type { Node } from 'prosemirror-model';
import { type EditorState, type Plugin, Selection, type Transaction } from 'prosemirror-state';
import { Mapping } from 'prosemirror-transform';
import type { EditorView } from 'prosemirror-view';
import { openState } from '../saving/open-state.js';
import type { StepLog } from '../saving/step-log.js';
import type { OwnSuggestion } from './own-suggestion.js';
import { ownSpans, ownSuggestionsKnown, ownSuggestionsPlugin } from './own-suggestions-plugin.js';
import type { SuggestionBook } from './suggestion-book.js';
import { labelled, labelOf } from './suggestion-label.js';

/** What the mode needs of the letter that is open. */
interface Open {
  readonly view: EditorView;
  readonly log: StepLog;
  readonly clientId: string;
  readonly plugins: () => Plugin[];
  /** Has the view show another state, and all that follows it know of it. */
  readonly update: (state: EditorState) => void;
}

/**
 * The view in Suggest mode: upon the letter as it is acknowledged stand the person's own suggestions, as changes that the
 * view takes for such as are still to be sent, and that are never sent as such. So undo, and what others type, work upon them as ever.
 */
export class SuggestMode {
  readonly #open: Open;
  readonly #book: () => SuggestionBook;
  #on = false;

  constructor(open: Open, book: () => SuggestionBook) {
    this.#open = open;
    this.#book = book;
  }

  get on(): boolean {
    return this.#on;
  }

  /** What was done in the view upon the letter, in order; undefined outside of the mode. */
  row(): readonly LabelledStep[] | undefined {
    return this.#on ? rowOf(this.#open.view.state) : undefined;
  }

  /** Enters the mode; there must be nothing in the view that is still to be sent. The caret stays where it is. */
  enter(): void {
    this.#on = true;
    this.#show();
  }

  /** Leaves the mode: the view shows the letter as it is acknowledged. */
  leave(): void {
    this.#book().settle();
    const { view, log, clientId, plugins, update } = this.#open;
    const at = new Mapping(rowOf(view.state).map(({ step }) => step.getMap())).invert();
    this.#on = false;
    const selection = kept(view.state.selection, at);
    update(openState(log, { clientId, plugins: plugins(), selection }).state);
  }

  /** Shows what is in the book by now, if the view does not; answers whether it did not. */
  renew(): boolean {
    const { view, log } = this.#open;
    const standing = this.#book().standing();
    if (!this.#on || stackSuggestions(log.doc, standing).doc.eq(view.state.doc)) return false;
    this.#show();
    return true;
  }

  /** The transaction as a change of the suggestion that it belongs to. */
  label(transaction: Transaction): Transaction {
    const spans = ownSpans(this.#open.view.state);
    if (!this.#on || !spans || !transaction.docChanged || labelOf(transaction) !== undefined)
      return transaction;
    return labelled(transaction, this.#book().labelFor(spans, transaction.steps, transaction.before));
  }

  /** Takes a suggestion out of the view, the others left as they are; false when that cannot be. */
  takeOut(own: OwnSuggestion): boolean {
    const { view, log, update } = this.#open;
    const row = this.row();
    const steps = row && takenOut(row, (label) => this.#book().of(label) === own, log.doc);
    if (!steps) return false;
    const out = labelled(view.state.tr, own.label).setMeta('addToHistory', false);
    for (const step of steps) out.step(step);
    update(view.state.apply(out));
    return true;
  }

  /** To be called after steps of the server: works out anew what stands upon the letter. */
  received(): void {
    if (!this.#on) return;
    const { view, log } = this.#open;
    const row = rowOf(view.state);
    const spans = SuggestedSpans.upon(log.doc).add(
      row.map(({ step }) => step),
      (index) => row[index]?.label ?? '',
      view.state.doc,
    );
    view.updateState(view.state.apply(view.state.tr.setMeta(ownSuggestionsKnown, spans)));
  }

  #show(): void {
    const { view, log, clientId, plugins, update } = this.#open;
    const before = view.state;
    const at = new Mapping(rowOf(before).map(({ step }) => step.getMap())).invert();
    const idOf = (label: string) => this.#book().of(label)?.id ?? label;
    let { state } = openState(log, {
      clientId,
      plugins: [...plugins(), ownSuggestionsPlugin(log.doc, idOf)],
      selection: kept(before.selection, at),
    });
    for (const { label, steps } of grouped(stackSuggestions(log.doc, this.#book().standing()).steps)) {
      const tr = labelled(state.tr, label).setMeta('addToHistory', false);
      for (const step of steps) tr.step(step);
      state = state.apply(tr);
    }
    update(withCaretOf(before, state));
  }
}

/** The unsent changes of a view that are suggestions. */
function rowOf(state: EditorState): LabelledStep[] {
  const sendable = sendableSteps(state);
  return (sendable?.steps ?? []).flatMap((step, index) => {
    const origin = sendable?.origins[index];
    const label = origin && labelOf(origin);
    return label === undefined ? [] : [{ step, label }];
  });
}

function grouped(row: readonly LabelledStep[]) {
  const groups: { label: string; steps: LabelledStep['step'][] }[] = [];
  for (const { step, label } of row) {
    const last = groups.at(-1);
    if (last?.label === label) last.steps.push(step);
    else groups.push({ label, steps: [step] });
  }
  return groups;
}

/** The selection in another document, that a mapping leads to. */
function kept(selection: Selection, mapping: Mapping): (doc: Node) => Selection {
  return (doc) => selection.map(doc, mapping);
}

/** A caret in words that both states have stays by them. */
function withCaretOf(before: EditorState, after: EditorState): EditorState {
  const start = before.doc.content.findDiffStart(after.doc.content);
  const ends = before.doc.content.findDiffEnd(after.doc.content);
  const { from, to } = before.selection;
  const selection =
    start === null || !ends || to <= start
      ? before.selection.map(after.doc, new Mapping())
      : from >= ends.a
        ? Selection.near(after.doc.resolve(from + after.doc.content.size - before.doc.content.size))
        : undefined;
  return selection ? after.apply(after.tr.setSelection(selection)) : after;
}
