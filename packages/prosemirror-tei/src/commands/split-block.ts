import { attributeAllows, attributesOf, rowOf } from '@chancery/tei';
import type { Node, ResolvedPos } from 'prosemirror-model';
import { type Command, TextSelection, type Transaction } from 'prosemirror-state';
import { type Attributes, noAttributes } from '../schema/attributes.js';
import { freshId } from '../schema/fresh-id.js';
import { schema } from '../schema/schema.js';
import { isTagless } from '../to-tei/doc-token.js';
import { firstPermitted } from './guarded.js';
import { insertLeaf } from './insert.js';
import { leaveEmptied } from './leave-emptied.js';
import { addRow } from './table.js';
import { attributesAfterSplit, tidy } from './tidy.js';

/** Enter in a list whose items have labels: from the label to its item, and from the end of an item to a new pair. */
const labelledItem: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const depth = depthOf($from, (node) => node.attrs.name === 'item' || node.attrs.name === 'label');
  if (!empty || depth === undefined || !atEnd($from, depth)) return false;
  const list = $from.node(depth - 1);
  const index = $from.index(depth - 1);
  const after = $from.after(depth);
  if ($from.node(depth).attrs.name === 'label') {
    const next = list.maybeChild(index + 1);
    const tr = next?.attrs.name === 'item' ? state.tr : state.tr.insert(after, emptyItem());
    dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1))).scrollIntoView());
    return true;
  }
  if (list.maybeChild(index - 1)?.attrs.name !== 'label') return false;
  const tr = state.tr.insert(after, [emptyTextblock('label'), emptyItem()]);
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  return true;
};

/** Enter at the end of a table's row makes another row. */
const rowBelow: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const depth = depthOf($from, (node) => node.attrs.name === 'row');
  return empty && depth !== undefined && atEnd($from, depth) ? addRow(state, dispatch) : false;
};

/** Splits the paragraph, or the list item around running text, and the marks in it. */
const splitHere: Command = (state, dispatch) => {
  if (splitDepth(state.selection.$from) === undefined) return false;
  dispatch?.(split(state.tr));
  return true;
};

/** A paragraph behind a heading and its like, of which there can be only one, and behind what stands loose. */
const paragraphAfter: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const { depth } = $from;
  if (!empty || !$from.parent.inlineContent || !atEnd($from, depth)) return false;
  if ($from.parent.type.name === 'anonymous' || $from.node(depth - 1).attrs.name === 'lg') return false;
  const tr = state.tr.insert($from.after(depth), emptyTextblock('p'));
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, $from.after(depth) + 1)).scrollIntoView());
  return true;
};

const paragraphAfterHeading: Command = (state, dispatch) =>
  state.selection.$from.parent.attrs.name === 'head' && paragraphAfter(state, dispatch);

/**
 * Enter. Makes what the parent allows: the paragraph (or list item, verse line, address line, …) is split in two; at the
 * end of something that may stand once only, such as a heading, a paragraph follows; and where neither may be, a line
 * beginning. A labelled item is followed by a label, a table's last cell by a row, and an empty item or line by a paragraph
 * outside of its list. `xml:id` and what else numbers a place stays on the first half.
 */
export const splitBlock: Command = firstPermitted(
  leaveEmptied,
  labelledItem,
  rowBelow,
  paragraphAfterHeading,
  splitHere,
  paragraphAfter,
  insertLeaf('lb'),
);

function depthOf($from: ResolvedPos, is: (node: Node) => boolean): number | undefined {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if (is($from.node(depth))) return depth;
    // Beyond a note or the like begins another text.
    if ($from.node(depth).isInline) return undefined;
  }
  return undefined;
}

/** Whether nothing follows the position in the element `depth` deep. */
function atEnd($from: ResolvedPos, depth: number): boolean {
  for (let at = $from.depth; at >= depth; at -= 1)
    if ($from.indexAfter(at) < $from.node(at).childCount && !(at < $from.depth && isLast($from, at)))
      return false;
  return $from.parentOffset === $from.parent.content.size;
}

function isLast($from: ResolvedPos, depth: number): boolean {
  return $from.index(depth) === $from.node(depth).childCount - 1;
}

function emptyTextblock(name: string): Node {
  return schema.node('textblock', { id: freshId(), name, attrs: noAttributes });
}

function emptyItem(): Node {
  return schema.node(
    'either',
    { id: freshId(), name: 'item', attrs: noAttributes },
    schema.node('anonymous'),
  );
}

/** The depth of the element that Enter splits: the textblock, or the list item around running text. */
function splitDepth($from: ResolvedPos): number | undefined {
  if (!$from.parent.inlineContent) return undefined;
  if (!isTagless($from.parent)) return $from.depth;
  const around = $from.node($from.depth - 1);
  const alone = around.type.name === 'either' && around.childCount === 1;
  return alone && around.attrs.name === 'item' ? $from.depth - 1 : undefined;
}

function split(tr: Transaction): Transaction {
  tr.deleteSelection();
  const { $from } = tr.selection;
  const depth = splitDepth($from);
  // What was selected reached into something else, which has taken the caret in.
  if (depth === undefined) return tidy(tr).scrollIntoView();
  const typesAfter = [];
  for (let at = depth; at <= $from.depth; at += 1) {
    const node = $from.node(at);
    const name = String(node.attrs.name ?? '');
    const attrs = name
      ? { id: freshId(), name, attrs: withoutWrong(name, attributesAfterSplit(name, node.attrs.attrs)) }
      : null;
    typesAfter.push({ type: node.type, attrs });
  }
  tr.split($from.pos, $from.depth - depth + 1, typesAfter);
  return tidy(tr).scrollIntoView();
}

/** What is wrong on the first half stays there, and does not become wrong twice. */
function withoutWrong(name: string, attrs: Attributes): Attributes {
  const row = rowOf(name);
  if (!row) return attrs;
  const rows = attributesOf(row);
  const right = Object.entries(attrs).filter(([attribute, value]) => {
    if (attribute.startsWith('xmlns')) return true;
    const known = rows.find((each) => each.name === attribute);
    return known !== undefined && attributeAllows(known, value);
  });
  return Object.fromEntries(right);
}
