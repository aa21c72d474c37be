import {
  deleteSelection,
  joinBackward,
  joinForward,
  joinTextblockBackward,
  joinTextblockForward,
  selectAll,
} from 'prosemirror-commands';
import { type Command, NodeSelection } from 'prosemirror-state';
import { isTagless } from '../to-tei/doc-token.js';
import { describeNode } from './describe-node.js';
import { firstPermitted } from './guarded.js';
import { insertLeaf, selectAfter, selectBefore } from './insert.js';
import { say } from './said.js';
import { splitBlock } from './split-block.js';
import { liftBlocks } from './structure.js';

/** Backspace at the very beginning of a list item, a quotation or a line takes the paragraph out of it. */
const liftAtStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || !$from.parent.inlineContent) return false;
  for (let depth = $from.depth; depth > 2; depth -= 1) {
    if ($from.node(depth).isInline) return false;
    // Items but the first join their neighbour.
    if ($from.index(depth - 1) > 0) return false;
    if (lifted.has(String($from.node(depth - 1).attrs.name))) return liftBlocks(state, dispatch);
  }
  return false;
};

const lifted: ReadonlySet<string> = new Set(['list', 'quote', 'lg']);

/** At the edge of a block beside something that is no text: selects it, and says what it is. */
function selectBeside(side: -1 | 1): Command {
  return (state, dispatch) => {
    const { $from, empty } = state.selection;
    const atEdge = side < 0 ? $from.parentOffset === 0 : $from.parentOffset === $from.parent.content.size;
    if (!empty || !atEdge) return false;
    for (let depth = $from.depth; depth > 1; depth -= 1) {
      if ($from.node(depth).isInline) return false;
      const at = side < 0 ? $from.before(depth) : $from.after(depth);
      const beside = side < 0 ? state.doc.resolve(at).nodeBefore : state.doc.resolve(at).nodeAfter;
      if (!beside) continue;
      if (!NodeSelection.isSelectable(beside)) return false;
      const pos = side < 0 ? at - beside.nodeSize : at;
      const key = side < 0 ? 'Backspace' : 'Delete';
      const tr = state.tr.setSelection(NodeSelection.create(state.doc, pos));
      dispatch?.(say(tr, `${describeNode(beside)} is selected. ${key} deletes it.`).scrollIntoView());
      return true;
    }
    return false;
  };
}

/** A table's cells are no paragraphs: they go with their row or column only, and nothing flows into them from outside. */
function keepTable(side: -1 | 1): Command {
  const select = selectBeside(side);
  return (state, dispatch) => {
    const { $from, empty } = state.selection;
    const atEdge = side < 0 ? $from.parentOffset === 0 : $from.parentOffset === $from.parent.content.size;
    if (!empty || !atEdge) return false;
    for (let depth = $from.depth; depth > 1; depth -= 1) {
      const node = $from.node(depth);
      if (node.isInline) return false;
      if (node.attrs.name === 'cell') {
        dispatch?.(say(state.tr, 'The cell stays. Structure, Remove row or Remove column takes it away.'));
        return true;
      }
      const at = side < 0 ? $from.before(depth) : $from.after(depth);
      const $at = state.doc.resolve(at);
      const beside = side < 0 ? $at.nodeBefore : $at.nodeAfter;
      if (beside) return beside.attrs.name === 'table' ? select(state, dispatch) : false;
    }
    return false;
  };
}

/** Running text without a tag joins its neighbour as a paragraph does, without a space between. */
function inTagless(command: Command): Command {
  return (state, dispatch, view) => isTagless(state.selection.$from.parent) && command(state, dispatch, view);
}

const backspace = firstPermitted(
  deleteSelection,
  selectBefore,
  keepTable(-1),
  liftAtStart,
  inTagless(joinTextblockBackward),
  joinBackward,
  joinTextblockBackward,
  selectBeside(-1),
);
const forward = firstPermitted(
  deleteSelection,
  selectAfter,
  keepTable(1),
  inTagless(joinTextblockForward),
  joinForward,
  joinTextblockForward,
  selectBeside(1),
);

/** The keys of editing as such, for `keymap` of prosemirror-keymap. Those of single elements are in the element table. */
export const editingKeys: Readonly<Record<string, Command>> = {
  Enter: splitBlock,
  'Shift-Enter': firstPermitted(insertLeaf('lb')),
  Backspace: backspace,
  'Mod-Backspace': backspace,
  'Shift-Backspace': backspace,
  Delete: forward,
  'Mod-Delete': forward,
  'Mod-a': selectAll,
};
