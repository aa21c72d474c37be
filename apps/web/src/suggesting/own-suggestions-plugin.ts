import { describeNode, SuggestedSpans } from '@chancery/prosemirror-tei';
import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { type Decoration, DecorationSet } from 'prosemirror-view';
import { labelOf } from './suggestion-label.js';
import { struckSign, underlined } from './suggestion-marks.js';
import { changeSaying } from './suggestion-saying.js';

interface Own {
  /** What suggestions have changed upon the letter. */
  readonly spans: SuggestedSpans;
  readonly marks: DecorationSet;
}

const key = new PluginKey<Own>('own-suggestions');

/** The meta-data that gives the plugin what suggestions have changed, worked out anew. */
export const ownSuggestionsKnown = key;

/**
 * Shows in Suggest mode what of the text is suggested: words that came are underlined, words that went stand struck beside them.
 *
 * @param letter the letter without any of it
 * @param idOf the suggestion that a label leads to
 */
export function ownSuggestionsPlugin(letter: Node, idOf: (label: string) => string): Plugin {
  return new Plugin({
    key,
    state: {
      init: (): Own => ({ spans: SuggestedSpans.upon(letter), marks: DecorationSet.empty }),
      apply(transaction, { spans: before, marks }): Own {
        const { doc, steps, mapping } = transaction;
        const given: SuggestedSpans | undefined = transaction.getMeta(key);
        const label = transaction.docChanged ? labelOf(transaction) : undefined;
        const spans = given ?? (label === undefined ? before : before.add(steps, () => label, doc));
        if (spans === before) return { spans, marks: marks.map(mapping, doc) };
        return { spans, marks: DecorationSet.create(doc, wordMarks(spans, doc, idOf)) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.marks },
  });
}

/** What suggestions have changed in the text; undefined outside of Suggest mode. */
export function ownSpans(state: EditorState): SuggestedSpans | undefined {
  return key.getState(state)?.spans;
}

/** Where an own suggestion stands in the text; undefined when none of its words do. */
export function ownSuggestionPlace(state: EditorState, id: string): { from: number; to: number } | undefined {
  return key.getState(state)?.marks.find(undefined, undefined, (spec) => spec.suggestion === id)[0];
}

/** The own suggestion that a place of the text is in or beside. */
export function ownSuggestionAt(state: EditorState, pos: number): string | undefined {
  return key.getState(state)?.marks.find(pos, pos)[0]?.spec.suggestion;
}

function wordMarks(spans: SuggestedSpans, doc: Node, idOf: (label: string) => string): Decoration[] {
  const { before } = spans;
  return spans.changes.flatMap(({ fromA, toA, fromB, toB, deleted, inserted }) => {
    const label = (inserted[0] ?? deleted[0])?.data;
    if (label === undefined) return [];
    const removed = before.textBetween(fromA, toA, ' ', (leaf) => `[${describeNode(leaf)}]`);
    const said = changeSaying({ removed, inserted: doc.textBetween(fromB, toB, ' ', ' '), label: '' });
    const shown = { suggestion: idOf(label), said: `suggested by you: ${said}` };
    return [
      ...(removed.trim() === '' ? [] : [struckSign(fromB, removed, shown)]),
      ...(fromB < toB ? [underlined(fromB, toB, shown)] : []),
    ];
  });
}
