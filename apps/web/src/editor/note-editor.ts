import { refusalOf, saidWith, say } from '@chancery/prosemirror-tei';
import { redo, undo } from 'prosemirror-history';
import { EditorState, type Transaction } from 'prosemirror-state';
import { StepMap } from 'prosemirror-transform';
import { EditorView } from 'prosemirror-view';
import { noteAttributes, notePlugins } from './note-plugins.js';
import { readCaret } from './read-caret-plugin.js';
import { type LeadingReferences, referencesKnown, wordsBy } from './references-plugin.js';

const fromOutside = 'chancery.from-outside';

/**
 * An editor over the inside of one note of another editor. Its changes are steps of the outer document, moved to the
 * note's place; changes that come from outside are taken over where they differ, so that the caret stays.
 */
export class NoteEditor {
  readonly #outer: EditorView;
  readonly #place: () => number;
  readonly #inner: EditorView;

  constructor(
    place: HTMLElement,
    outer: EditorView,
    options: {
      place: () => number;
      label: string;
      editable: () => boolean;
      /** Told whenever what is done at the caret is to be done here. */
      onFocus: (view: EditorView) => void;
    },
  ) {
    this.#outer = outer;
    this.#place = options.place;
    const note = outer.state.doc.nodeAt(options.place());
    if (!note) throw new RangeError(`no note stands at ${options.place()}`);
    this.#inner = new EditorView(place, {
      state: EditorState.create({
        doc: note,
        plugins: notePlugins({
          undo: () => undo(outer.state, outer.dispatch),
          redo: () => redo(outer.state, outer.dispatch),
          leave: () => outer.focus(),
          whole: () => outer.state.doc,
        }),
      }),
      editable: options.editable,
      attributes: noteAttributes(options.label),
      handleDOMEvents: { focus: () => options.onFocus(this.#inner) },
      dispatchTransaction: (transaction) => this.#dispatch(transaction),
    });
  }

  /** Takes over what changed in the outer document. */
  follow(): void {
    const note = this.#outer.state.doc.nodeAt(this.#place());
    const { state } = this.#inner;
    if (!note || note.type !== state.doc.type) return;
    const start = note.content.findDiffStart(state.doc.content);
    const end = note.content.findDiffEnd(state.doc.content);
    if (start === null || !end) return;
    const overlap = Math.max(start - Math.min(end.a, end.b), 0);
    this.#inner.dispatch(
      state.tr.replace(start, end.b + overlap, note.slice(start, end.a + overlap)).setMeta(fromOutside, true),
    );
  }

  /** Tells the note where its references lead. */
  setReferences(leads: LeadingReferences): void {
    readCaret(this.#inner);
    const { state } = this.#inner;
    this.#inner.dispatch(state.tr.setMeta(referencesKnown, wordsBy(leads)).setMeta(fromOutside, true));
  }

  get view(): EditorView {
    return this.#inner;
  }

  focus(): void {
    this.#inner.focus();
  }

  destroy(): void {
    this.#inner.destroy();
  }

  #dispatch(transaction: Transaction): void {
    const { state, transactions } = this.#inner.state.applyTransaction(transaction);
    if (transaction.getMeta(fromOutside)) {
      this.#inner.updateState(state);
      return;
    }
    const toOuter = StepMap.offset(this.#place() + 1);
    const outer = this.#outer.state.tr;
    for (const { steps } of transactions)
      for (const step of steps) {
        const moved = step.map(toOuter);
        if (moved) outer.step(moved);
      }
    const said = saidWith(transaction);
    if (said !== undefined) say(outer, said);
    // What the letter refuses is not done in the note either.
    this.#inner.updateState(refusalOf(outer) === undefined ? state : this.#inner.state);
    if (outer.docChanged || said !== undefined) this.#outer.dispatch(outer);
  }
}
