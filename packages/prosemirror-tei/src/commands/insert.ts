import { type Command, NodeSelection, TextSelection } from 'prosemirror-state';
import type { Attributes } from '../schema/attributes.js';
import { freshId } from '../schema/fresh-id.js';
import { schema } from '../schema/schema.js';
import { allows, parentName } from './elements-at.js';

/** Puts an empty element (`gap`, `pb`, `lb`, `ptr`, …) after the selection, where the table allows it. */
export function insertLeaf(name: string, attrs: Attributes = {}): Command {
  return (state, dispatch) => {
    const { $to } = state.selection;
    if (!$to.parent.inlineContent) return false;
    const loose = !$to.parent.type.allowsMarkType(schema.marks.element);
    const marks = loose ? [] : $to.marks();
    if (!allows(parentName($to, marks), name)) return false;
    if (dispatch) {
      const node = schema.node('leaf', { id: freshId(), name, attrs }, undefined, marks);
      const tr = state.tr.insert($to.pos, node);
      dispatch(tr.setSelection(TextSelection.create(tr.doc, $to.pos + 1)).scrollIntoView());
    }
    return true;
  };
}

/** Puts a note after the selection, at its place in the running text, with the caret in it. */
export function insertNote(attrs: Attributes = {}): Command {
  return (state, dispatch) => {
    const { $to } = state.selection;
    if (!$to.parent.inlineContent || !$to.parent.type.allowsMarkType(schema.marks.element)) return false;
    const marks = $to.marks();
    if (!allows(parentName($to, marks), 'note')) return false;
    if (dispatch) {
      const note = { id: freshId(), name: 'note', attrs };
      const node = schema.node('inlineEither', note, schema.node('anonymous'), marks);
      const tr = state.tr.insert($to.pos, node);
      dispatch(tr.setSelection(TextSelection.create(tr.doc, $to.pos + 2)).scrollIntoView());
    }
    return true;
  };
}

/** Backspace after a note, a gap, a page break or a comment: selects it, so that the second press deletes what is seen. */
export const selectBefore: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const before = $from.nodeBefore;
  if (!empty || !before || before.isText || !before.isInline) return false;
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, $from.pos - before.nodeSize)));
  return true;
};

/** Delete before a note, a gap, a page break or a comment: selects it. */
export const selectAfter: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const after = $from.nodeAfter;
  if (!empty || !after || after.isText || !after.isInline) return false;
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, $from.pos)));
  return true;
};
