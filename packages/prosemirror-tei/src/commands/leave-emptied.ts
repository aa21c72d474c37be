import type { Node } from 'prosemirror-model';
import { type Command, TextSelection } from 'prosemirror-state';
import { noAttributes } from '../schema/attributes.js';
import { freshId } from '../schema/fresh-id.js';
import { schema } from '../schema/schema.js';

const lines: ReadonlySet<string> = new Set(['item', 'l', 'addrLine']);

/** Enter in an empty item or line at the end of its list: the item goes, and a paragraph follows the list. */
export const leaveEmptied: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.content.size > 0) return false;
  const depth = lines.has(String($from.parent.attrs.name)) ? $from.depth : $from.depth - 1;
  const item = $from.node(depth);
  if (!lines.has(String(item.attrs.name)) || !isEmpty(item)) return false;
  const list = $from.node(depth - 1);
  if ($from.index(depth - 1) < list.childCount - 1 || depth < 2) return false;
  if (dispatch) {
    const p = schema.node('textblock', { id: freshId(), name: 'p', attrs: noAttributes });
    const tr = state.tr;
    if (list.childCount === 1) tr.replaceWith($from.before(depth - 1), $from.after(depth - 1), p);
    else tr.insert($from.after(depth - 1), p).delete($from.before(depth), $from.after(depth));
    const at = list.childCount === 1 ? $from.before(depth - 1) : $from.after(depth - 1) - item.nodeSize;
    dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView());
  }
  return true;
};

function isEmpty(node: Node): boolean {
  return node.content.size === 0 || (node.childCount === 1 && node.firstChild?.content.size === 0);
}
