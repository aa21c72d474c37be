import type { Node } from 'prosemirror-model';
import { EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import { apparatusPlugin } from '../editor/apparatus-plugin.js';
import type { EndnoteOrder } from '../editor/endnote-order.js';
import { lineStartPlugin } from '../editor/line-start-plugin.js';
import { noteViews } from '../editor/note-views.js';
import { startOfText } from '../editor/start-of-text.js';
import type { Frame, PlayedPlace } from './film.js';

const played = new PluginKey<DecorationSet>('played');

/** The sheet on which a former state of the letter stands: as the letter looks, to be read only. */
export class PlaybackSheet {
  readonly #view: EditorView;
  readonly #endnotes: EndnoteOrder;

  constructor(place: HTMLElement, frame: Frame, options: { endnotes: EndnoteOrder; label: string }) {
    this.#endnotes = options.endnotes;
    this.#view = new EditorView(place, {
      state: this.#stateOf(frame),
      nodeViews: noteViews,
      editable: () => false,
      attributes: { class: 'letter', role: 'document', 'aria-label': options.label, spellcheck: 'false' },
    });
  }

  /** Shows another state, and brings what has changed into view. */
  show(frame: Frame): void {
    this.#view.updateState(this.#stateOf(frame));
    this.#view.dom.querySelector('.played')?.scrollIntoView({ block: 'nearest' });
  }

  close(): void {
    this.#view.destroy();
  }

  #stateOf({ doc, places }: Frame): EditorState {
    return EditorState.create({
      doc,
      selection: startOfText(doc),
      plugins: [apparatusPlugin(this.#endnotes), lineStartPlugin(), playedPlugin(doc, places)],
    });
  }
}

/** Marks the places that have just been changed: words that came, and the place where some went. */
function playedPlugin(doc: Node, places: readonly PlayedPlace[]): Plugin {
  const marks = places.map(({ from, to }) =>
    from < to
      ? Decoration.inline(from, to, { class: 'played' })
      : Decoration.widget(from, goneSign, { key: `gone ${from}` }),
  );
  return new Plugin({
    key: played,
    state: { init: () => DecorationSet.create(doc, marks), apply: (_, before) => before },
    props: { decorations: (state) => played.getState(state) },
  });
}

function goneSign(): HTMLElement {
  const sign = document.createElement('span');
  sign.className = 'played gone';
  sign.title = 'Words were deleted here';
  return sign;
}
