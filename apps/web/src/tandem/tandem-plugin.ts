import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

/** A stretch of the text. */
interface Range {
  readonly from: number;
  readonly to: number;
}

const key = new PluginKey<DecorationSet>('tandem');

/** The meta-data that has the plugin show another sentence, or with `null` none. */
export const readingNow = key;

/** Shows in the text the sentence that is being read. */
export function tandemPlugin(): Plugin {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, before) {
        const given: Range | null | undefined = transaction.getMeta(key);
        if (given === undefined) return before.map(transaction.mapping, transaction.doc);
        if (given === null) return DecorationSet.empty;
        const { from, to } = given;
        return DecorationSet.create(transaction.doc, [Decoration.inline(from, to, { class: 'reading-now' })]);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}
