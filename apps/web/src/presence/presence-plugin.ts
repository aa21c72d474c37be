import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { mapped, type SelectionPlace } from '../saving/acknowledged-place.js';
import { received } from '../saving/letter-saver.js';
import type { Hue } from './hue-of.js';

/** Somebody else's caret, as it is to be shown. */
export interface ShownCaret extends SelectionPlace {
  readonly clientId: string;
  readonly hue: Hue;
  readonly name: string;
  readonly idle: boolean;
  /** Grows with each movement of theirs: the flag with the name is then shown anew. */
  readonly moves: number;
}

interface Shown {
  readonly carets: readonly ShownCaret[];
  readonly decorations: DecorationSet;
}

const key = new PluginKey<Shown>('presence');

/** The meta-data that gives the plugin other carets. */
export const caretsKnown = key;

/** Shows the carets and selections of others, each with a name. They move with the text, and take no room in the line. */
export function presencePlugin(): Plugin {
  return new Plugin<Shown>({
    key,
    state: {
      init: () => ({ carets: [], decorations: DecorationSet.empty }),
      apply(transaction, before) {
        const given: readonly ShownCaret[] | undefined = transaction.getMeta(key);
        if (given) return { carets: given, decorations: drawn(given, transaction.doc) };
        if (!transaction.docChanged || before.carets.length === 0) return before;
        // What I type at somebody's caret stands before it for them too; what they have typed stands behind it.
        const side = transaction.getMeta(received) ? 1 : -1;
        const carets = before.carets.map((caret) => ({
          ...caret,
          ...mapped(caret, transaction.mapping, [side, side]),
        }));
        return { carets, decorations: drawn(carets, transaction.doc) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
  });
}

/** Where the caret of a client stands now. */
export function caretOf(state: EditorState, clientId: string): ShownCaret | undefined {
  return caretsShown(state).find((caret) => caret.clientId === clientId);
}

/** All that are shown now. */
export function caretsShown(state: EditorState): readonly ShownCaret[] {
  return key.getState(state)?.carets ?? [];
}

function drawn(carets: readonly ShownCaret[], doc: EditorState['doc']): DecorationSet {
  const { size } = doc.content;
  return DecorationSet.create(
    doc,
    carets.flatMap((caret) => {
      const [anchor, head] = [Math.min(caret.anchor, size), Math.min(caret.head, size)];
      const [from, to] = anchor < head ? [anchor, head] : [head, anchor];
      const { hue } = caret;
      return [
        ...(from < to ? [Decoration.inline(from, to, { class: `others-selection ${hue}` })] : []),
        Decoration.widget(head, () => flag(caret, hue), {
          key: `${caret.clientId} ${caret.name} ${hue} ${caret.moves} ${caret.idle}`,
          side: -1,
          ignoreSelection: true,
        }),
      ];
    }),
  );
}

/** The caret with its flag. Screen readers hear of people, not of their carets. */
function flag({ name, idle }: ShownCaret, hue: string): HTMLElement {
  const caret = document.createElement('span');
  caret.className = `others-caret ${hue}${idle ? ' idle' : ''}`;
  caret.setAttribute('aria-hidden', 'true');
  caret.contentEditable = 'false';
  // The name is drawn by the style sheet, so that it is no part of the text that is copied.
  caret.dataset.name = idle ? `${name}, idle` : name;
  return caret;
}
