import {
  elementLabel,
  elementOfMark,
  gutterName,
  placedBlocks,
  typedWithin,
} from '@chancery/prosemirror-tei';
import { rowOf } from '@chancery/tei';
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { callouts } from './callouts.js';
import { standIn } from './stand-in-words.js';

const key = new PluginKey<{ endnoteIds: readonly string[]; shown: DecorationSet }>('apparatus');

/**
 * Names each block in the gutter and gives each callout its figure. The figures follow the order of the volume's
 * notes, which is given at first and may be given anew by {@link endnotesKnown}.
 */
export function apparatusPlugin(endnoteIds: readonly string[]): Plugin {
  return new Plugin({
    key,
    state: {
      init: (_, { doc }) => ({ endnoteIds, shown: shown(doc, endnoteIds) }),
      apply(transaction, before) {
        const given: readonly string[] | undefined = transaction.getMeta(key);
        if (!transaction.docChanged && !given) return before;
        const ids = given ?? before.endnoteIds;
        if (!given && saysNothingNew(transaction)) {
          const { mapping, doc } = transaction;
          return { endnoteIds: ids, shown: before.shown.map(mapping, doc) };
        }
        return { endnoteIds: ids, shown: shown(transaction.doc, ids) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.shown },
  });
}

/** The meta-data that tells the plugin of another order of the volume's notes. */
export const endnotesKnown = key;

/** Whether only words have changed of which nothing is shown: everything else is then named and counted as before. */
function saysNothingNew({ before, doc }: Transaction): boolean {
  return typedWithin(before, doc)?.texts.every((text) => spokenMarks(text) === '') ?? false;
}

function shown(doc: Node, endnoteIds: readonly string[]): DecorationSet {
  const decorations: Decoration[] = [];
  for (const block of placedBlocks(doc)) {
    const name = gutterName(block);
    if (name !== '')
      decorations.push(Decoration.node(block.pos, block.pos + block.node.nodeSize, { 'data-g': name }));
  }
  doc.descendants((node, pos) => {
    const said = node.isText ? spokenMarks(node) : '';
    if (said !== '')
      decorations.push(Decoration.inline(pos, pos + node.nodeSize, { 'aria-description': said }));
    const stands = standIn(node);
    if (stands)
      decorations.push(
        Decoration.node(pos, pos + node.nodeSize, {
          class: 'stand-in',
          'data-words': stands.words,
          'data-stands-for': stands.name,
        }),
      );
  });
  for (const { pos, node, kind, figure } of callouts(doc, endnoteIds)) {
    decorations.push(
      Decoration.node(pos, pos + node.nodeSize, {
        'data-figure': figure,
        class: 'callout-place',
        ...(kind === 'endnote'
          ? { role: 'img', 'aria-label': `Callout of endnote ${figure}` }
          : { 'aria-label': `Page footnote ${figure}` }),
      }),
    );
  }
  return DecorationSet.create(doc, decorations);
}

/** The marks that say how surely or by whom the words stand; names and places are not spoken. */
function spokenMarks(node: Node): string {
  return node.marks
    .map(elementOfMark)
    .filter((name) => rowOf(name)?.classes.includes('model.pPart.transcriptional'))
    .map((name) => elementLabel(name).toLowerCase())
    .join(', ');
}
