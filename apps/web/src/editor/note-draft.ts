import { refusalOf, saidWith, schema, tidyPlugin, undoHistory } from '@chancery/prosemirror-tei';
import { redo, undo } from 'prosemirror-history';
import { Fragment, type Node } from 'prosemirror-model';
import { AllSelection, EditorState, Selection, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { noteAttributes, notePlugins } from './note-plugins.js';
import { readCaret } from './read-caret-plugin.js';
import { type LeadingReferences, referencesKnown, wordsBy } from './references-plugin.js';

/** What a note holds, as the server has it. */
type Content = Parameters<typeof Fragment.fromJSON>[1];

/**
 * An editor of a note that stands nowhere until it is saved: the note's own elements, by the keys of the text. What the edition's
 * grammar does not let stand in a note is refused, and said.
 */
export class NoteDraft {
  readonly view: EditorView;
  readonly #options: NoteDraftOptions;

  constructor(place: HTMLElement, content: Content, options: NoteDraftOptions) {
    this.#options = options;
    const doc = noteOf(content);
    this.view = new EditorView(place, {
      state: EditorState.create({
        doc,
        // What stands for words that are wanting gives way to them.
        selection: doc.textContent.trim() === '' ? new AllSelection(doc) : Selection.atEnd(doc),
        plugins: [...notePlugins({ undo, redo, leave: options.onLeave }), tidyPlugin(), undoHistory()],
      }),
      attributes: noteAttributes(options.label),
      handleDOMEvents: { focus: () => options.onFocus(this.view) },
      handleKeyDown: (_, event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key !== 'Enter') return false;
        options.onSave();
        return true;
      },
      dispatchTransaction: (transaction) => this.#dispatch(transaction),
    });
  }

  /** What the note holds now. */
  get content(): Content {
    return this.view.state.doc.content.toJSON();
  }

  /** Its words alone. */
  get words(): string {
    return this.view.state.doc.textBetween(0, this.view.state.doc.content.size, ' ');
  }

  /** Whether it says nothing. */
  get isBlank(): boolean {
    let blank = true;
    this.view.state.doc.descendants((node) => {
      if (node.isText ? node.text?.trim() !== '' : node.isInline) blank = false;
    });
    return blank;
  }

  /** Tells the note where its references lead. */
  setReferences(leads: LeadingReferences): void {
    readCaret(this.view);
    this.view.dispatch(this.view.state.tr.setMeta(referencesKnown, wordsBy(leads)));
  }

  destroy(): void {
    this.view.destroy();
  }

  #dispatch(dispatched: Transaction): void {
    const refusal = refusalOf(dispatched);
    if (refusal !== undefined) {
      this.#options.tell(refusal);
      return;
    }
    this.view.updateState(this.view.state.applyTransaction(dispatched).state);
    const said = saidWith(dispatched);
    if (said !== undefined) this.#options.tell(said);
    if (dispatched.docChanged) this.#options.onWritten();
    this.#options.onChanged();
  }
}

interface NoteDraftOptions {
  readonly label: string;
  /** Told whenever what is done at the caret is to be done here. */
  onFocus(view: EditorView): void;
  /** The words are others, or are marked otherwise. */
  onWritten(): void;
  /** The words or the caret have changed. */
  onChanged(): void;
  /** Control and Enter. */
  onSave(): void;
  /** Escape. */
  onLeave(): void;
  tell(sentence: string): void;
}

/** The content of a note that has no words yet. */
export const noWords: Content = [{ type: 'anonymous' }];

function noteOf(content: Content): Node {
  const held = Fragment.fromJSON(schema, content);
  const attrs = { id: 'note', name: 'note', attrs: { type: 'endnote' } };
  return schema.node('either', attrs, held.size > 0 ? held : Fragment.fromJSON(schema, noWords));
}
