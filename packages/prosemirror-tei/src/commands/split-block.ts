import { contentAllows, rowOf } from '@chancery/tei';
import type { ResolvedPos } from 'prosemirror-model';
import { type Command, TextSelection, type Transaction } from 'prosemirror-state';
import { freshId } from '../schema/fresh-id.js';
import { schema } from '../schema/schema.js';
import { isTagless } from '../to-tei/doc-token.js';
import { childNames } from './elements-at.js';
import { insertLeaf } from './insert.js';
import { attributesAfterSplit, tidy } from './tidy.js';

/**
 * Enter. Makes what the parent allows: the paragraph (or list item, address line, …) is split in two; at the end of
 * something that may stand once only, such as a heading, a paragraph follows; and where neither may be, a line beginning.
 * `xml:id` and what else numbers a place stays on the first half.
 */
export const splitBlock: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (!$from.parent.inlineContent) return false;
  const depth = splitDepth($from);
  if (depth !== undefined && allowsNext($from, depth, nameAt($from, depth))) {
    dispatch?.(split(state.tr, depth));
    return true;
  }
  const atEnd = state.selection.empty && $from.parentOffset === $from.parent.content.size;
  if (depth !== undefined && atEnd && allowsNext($from, depth, 'p')) {
    if (dispatch) {
      const after = $from.after(depth);
      const p = schema.node('textblock', { id: freshId(), name: 'p', attrs: {} });
      const tr = state.tr.insert(after, p);
      dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
    }
    return true;
  }
  return insertLeaf('lb')(state, dispatch);
};

/** The depth of the element that Enter splits: the textblock, or the list item around running text. */
function splitDepth($from: ResolvedPos): number | undefined {
  if (!isTagless($from.parent)) return $from.depth;
  const around = $from.node($from.depth - 1);
  return around.type.name === 'either' && around.childCount === 1 ? $from.depth - 1 : undefined;
}

function nameAt($from: ResolvedPos, depth: number): string {
  return String($from.node(depth).attrs.name ?? '');
}

/** Whether one more element may follow the one at `depth`; where it was wrong before, more of the same may be. */
function allowsNext($from: ResolvedPos, depth: number, name: string): boolean {
  const parent = $from.node(depth - 1);
  const parentName = String(parent.attrs.name ?? '');
  if (rowOf(parentName) === undefined) return true;
  const before = childNames(parent);
  const index = childNames(parent.cut(0, $from.after(depth) - $from.start(depth - 1))).length;
  const names = [...before.slice(0, index), name, ...before.slice(index)];
  return (
    contentAllows(parentName, names) || (name === nameAt($from, depth) && !contentAllows(parentName, before))
  );
}

function split(tr: Transaction, depth: number): Transaction {
  tr.deleteSelection();
  const { $from } = tr.selection;
  const typesAfter = [];
  for (let at = depth; at <= $from.depth; at += 1) {
    const node = $from.node(at);
    const attrs = node.attrs.name
      ? {
          id: freshId(),
          name: node.attrs.name,
          attrs: attributesAfterSplit(String(node.attrs.name), node.attrs.attrs),
        }
      : null;
    typesAfter.push({ type: node.type, attrs });
  }
  const levels = $from.depth - depth + 1;
  tr.split($from.pos, levels, typesAfter);
  return tidy(tr).scrollIntoView();
}
