import { elementOf, typedWithin } from '@chancery/prosemirror-tei';
import { rowOf } from '@chancery/tei';
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

const key = new PluginKey<DecorationSet>('lineStart');

/** Whether it says where the copy goes on, and is no words of the line itself. */
const isTurn = (name: string) => rowOf(name)?.reads === 'space';

/**
 * Marks the line breaks with which a block begins, as that of a copy does whose every line is told: they break nothing,
 * and are shown without the empty line that they would leave above the text.
 */
export function lineStartPlugin(): Plugin {
  return new Plugin({
    key,
    state: {
      init: (_, { doc }) => shown(doc),
      apply(transaction, before): DecorationSet {
        if (!transaction.docChanged) return before;
        // Where words have changed beside which nothing but words stands, each block begins as it did.
        if (typedWithin(transaction.before, transaction.doc))
          return before.map(transaction.mapping, transaction.doc);
        return shown(transaction.doc);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

function shown(doc: Node): DecorationSet {
  return DecorationSet.create(
    doc,
    openingBreaks(doc).map((pos) => Decoration.node(pos, pos + 1, { class: 'line-start' })),
  );
}

/** Where line breaks stand that nothing stands before in their block but the break of a page or column, and white space. */
export function openingBreaks(doc: Node): readonly number[] {
  const found: number[] = [];
  doc.descendants((block, pos) => {
    if (!block.isTextblock) return;
    let at = pos + 1;
    for (const child of block.children) {
      if (elementOf(child) === 'lb') {
        found.push(at);
        break;
      }
      if (child.text !== ' ' && !isTurn(elementOf(child))) break;
      at += child.nodeSize;
    }
  });
  return found;
}
