import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { DecorationSet } from 'prosemirror-view';
import { type MarkedPart, suggestionMarks } from './suggestion-marks.js';

const key = new PluginKey<DecorationSet>('suggestions');

/** The meta-data that gives the plugin other suggestions to show. */
export const suggestionsKnown = key;

/** Marks in the text what is suggested for it; between two looks at the suggestions the marks move with the text. */
export function suggestionsPlugin(): Plugin {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, before) {
        const given: readonly MarkedPart[] | undefined = transaction.getMeta(key);
        if (!given) return before.map(transaction.mapping, transaction.doc);
        const { doc } = transaction;
        return DecorationSet.create(
          doc,
          given.flatMap((part) => suggestionMarks(doc, part)),
        );
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** Where a suggestion stands in the text now; undefined when it is not shown there. */
export function suggestionPlace(state: EditorState, id: string): { from: number; to: number } | undefined {
  return key.getState(state)?.find(undefined, undefined, (spec) => spec.suggestion === id)[0];
}

/** The suggestion that a place of the text is in or beside. */
export function suggestionAt(state: EditorState, pos: number): string | undefined {
  const [found] = key.getState(state)?.find(pos, pos) ?? [];
  return found?.spec.suggestion;
}
