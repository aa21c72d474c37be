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
import type { EndnoteOrder } from './endnote-order.js';
import { standIn } from './stand-in-words.js';

const key = new PluginKey<{ endnotes: EndnoteOrder; shown: DecorationSet }>('apparatus');

/**
 * Names each block in the gutter and gives each callout its label. The labels follow what the rest of the volume
 * calls, which is given at first and may be given anew by {@link endnotesKnown}.
 */
export function apparatusPlugin(endnotes: EndnoteOrder): Plugin {
  return new Plugin({
    key,
    state: {
      init: (_, { doc }) => ({ endnotes, shown: shown(doc, endnotes) }),
      apply(transaction, before) {
        const given: EndnoteOrder | undefined = transaction.getMeta(key);
        if (!transaction.docChanged && !given) return before;
        const latest = given ?? before.endnotes;
        if (!given && saysNothingNew(transaction)) {
          const { mapping, doc } = transaction;
          return { endnotes: latest, shown: before.shown.map(mapping, doc) };
        }
        return { endnotes: latest, shown: shown(transaction.doc, latest) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.shown },
  });
}

/** The meta-data that tells the plugin what else the volume calls. */
export const endnotesKnown = key;

/** Whether only words have changed of which nothing is shown: everything else is then named and counted as before. */
function saysNothingNew({ before, doc }: Transaction): boolean {
  return typedWithin(before, doc)?.texts.every((text) => spokenMarks(text) === '') ?? false;
}

function shown(doc: Node, endnotes: EndnoteOrder): DecorationSet {
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
  for (const { pos, node, kind, figure } of callouts(doc, endnotes)) {
    decorations.push(
      Decoration.node(pos, pos + node.nodeSize, {
        'data-figure': figure,
        class: 'callout-place',
        ...(kind === 'endnote'
          ? { role: 'img', 'aria-label': `Callout of endnote ${figure}` }
          : { 'aria-label': `${kind === 'textual' ? 'Textual note' : 'Page footnote'} ${figure}` }),
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
