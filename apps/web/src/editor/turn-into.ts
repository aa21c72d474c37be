import { freshId } from '@chancery/prosemirror-tei';
import { contentAllows } from '@chancery/tei';
import type { Node } from 'prosemirror-model';
import type { Command } from 'prosemirror-state';
import { elementOf } from './tei-node.js';

/** Makes the block that the caret is in another element, where the table lets that stand among its neighbours. */
export function turnInto(name: string, attributes: Readonly<Record<string, string>>): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection;
    const block = $from.parent;
    if (block !== $to.parent || block.type.name !== 'textblock' || elementOf(block) === name) return false;
    const parent = $from.node(-1);
    if (!contentAllows(elementOf(parent), namesWith(parent, $from.index(-1), name))) return false;
    dispatch?.(
      state.tr.setNodeMarkup($from.before(), undefined, { id: freshId(), name, attrs: { ...attributes } }),
    );
    return true;
  };
}

function namesWith(parent: Node, index: number, name: string): string[] {
  return parent.children.map((child, at) => (at === index ? name : elementOf(child) || '#text'));
}
