import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

const key = new PluginKey<DecorationSet>('doubts');

/** The meta-data that tells the plugin which words are doubtful: their places. */
export const doubtsKnown = key;

/** Marks words that were recognized with doubt. They are no part of the letter: the marks stand beside it. */
export function doubtsPlugin(): Plugin {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, before) {
        const given: readonly { from: number; to: number }[] | undefined = transaction.getMeta(key);
        if (!given) return before.map(transaction.mapping, transaction.doc);
        return DecorationSet.create(
          transaction.doc,
          given.map(({ from, to }) =>
            Decoration.inline(from, to, { class: 'doubtful', title: 'Read with doubt: compare the image' }),
          ),
        );
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}
