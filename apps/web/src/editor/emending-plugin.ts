import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

const key = new PluginKey<DecorationSet>('emending');

/** The meta-data that tells the plugin whether the selected words are being emended. */
export const emendingKnown = key;

/** Shows the words that are being emended, while the form beside the text has the focus. Moves with the text. */
export function emendingPlugin(): Plugin {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, before) {
        const emending: boolean | undefined = transaction.getMeta(key);
        if (emending === undefined) return before.map(transaction.mapping, transaction.doc);
        const { from, to } = transaction.selection;
        return emending
          ? DecorationSet.create(transaction.doc, [Decoration.inline(from, to, { class: 'emending' })])
          : DecorationSet.empty;
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}
