import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { PlacedFinding } from '../findings/placed-finding.js';

const key = new PluginKey<DecorationSet>('findings');

/** The meta-data that gives the plugin other findings. */
export const findingsKnown = key;

/** Underlines the places of findings; between two checks the underlines move with the text. */
export function findingsPlugin(): Plugin {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, before) {
        const given: readonly PlacedFinding[] | undefined = transaction.getMeta(key);
        if (!given) return before.map(transaction.mapping, transaction.doc);
        return DecorationSet.create(
          transaction.doc,
          given.flatMap((finding) => decorationsOf(finding, transaction.doc)),
        );
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** Where the finding with this key stands now, or `undefined` when its place is gone. */
export function placeOf(state: EditorState, findingKey: string): { from: number; to: number } | undefined {
  return key.getState(state)?.find(undefined, undefined, (spec) => spec.finding === findingKey)[0];
}

function decorationsOf(finding: PlacedFinding, doc: Node): Decoration[] {
  const { from, to } = finding;
  if (from === undefined || to === undefined || from >= to || to > doc.content.size) return [];
  const spec = { finding: finding.key };
  const node = doc.nodeAt(from);
  if (node && !node.isText && from + node.nodeSize === to)
    return [
      Decoration.node(
        from,
        to,
        { class: `found-${node.isBlock ? 'block' : 'leaf'} ${finding.severity}` },
        spec,
      ),
    ];
  return [Decoration.inline(from, to, { class: `found ${finding.severity}` }, spec)];
}
