import { type Command, type EditorState, NodeSelection, TextSelection } from 'prosemirror-state';
import { aLabel } from '../guards/fault.js';
import type { Attributes } from '../schema/attributes.js';
import { freshId } from '../schema/fresh-id.js';
import { schema } from '../schema/schema.js';
import { describeNode } from './describe-node.js';
import { type GuardedCommand, guarded } from './guarded.js';
import { say } from './said.js';

/** Puts an empty element (`gap`, `pb`, `lb`, `ptr`, …) after the selection, where the table allows it. */
export function insertLeaf(name: string, attrs: Attributes = {}): GuardedCommand {
  return guarded((state) => {
    const { $to } = state.selection;
    if (!$to.parent.inlineContent) return `Put the caret into the words where ${aLabel(name)} is to stand.`;
    const loose = !$to.parent.type.allowsMarkType(schema.marks.element);
    const marks = loose ? [] : marksHere(state);
    const node = schema.node('leaf', { id: freshId(), name, attrs }, undefined, marks);
    const tr = state.tr.insert($to.pos, node);
    return tr.setSelection(TextSelection.create(tr.doc, $to.pos + 1));
  });
}

/** Puts a note after the selection, at its place in the running text, with the caret in it. */
export function insertNote(attrs: Attributes = {}): GuardedCommand {
  return guarded((state) => {
    const { $to } = state.selection;
    if (!$to.parent.inlineContent || !$to.parent.type.allowsMarkType(schema.marks.element))
      return 'Put the caret behind the words that the note is about.';
    const note = { id: freshId(), name: 'note', attrs };
    const node = schema.node('inlineEither', note, schema.node('anonymous'), marksHere(state));
    const tr = state.tr.insert($to.pos, node);
    return tr.setSelection(TextSelection.create(tr.doc, $to.pos + 2));
  });
}

/** The phrase elements that something put in at the end of the selection is in. */
function marksHere({ selection, storedMarks }: EditorState) {
  return selection.empty ? (storedMarks ?? selection.$to.marks()) : selection.$to.marks();
}

/** Backspace after a note, a gap, a page break or a comment: selects it and says what it is, so that the second press deletes what is known. */
export const selectBefore: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const before = $from.nodeBefore;
  if (!empty || !before || before.isText || !before.isInline) return false;
  const tr = state.tr.setSelection(NodeSelection.create(state.doc, $from.pos - before.nodeSize));
  dispatch?.(say(tr, `${describeNode(before)} is selected. Backspace deletes it.`));
  return true;
};

/** Delete before a note, a gap, a page break or a comment: selects it and says what it is. */
export const selectAfter: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const after = $from.nodeAfter;
  if (!empty || !after || after.isText || !after.isInline) return false;
  const tr = state.tr.setSelection(NodeSelection.create(state.doc, $from.pos));
  dispatch?.(say(tr, `${describeNode(after)} is selected. Delete deletes it.`));
  return true;
};
