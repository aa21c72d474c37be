import { elementOf } from '@chancery/prosemirror-tei';
import { type AttributeRow, reasonAttributes, rowOf } from '@chancery/tei';
import type { EditorState } from 'prosemirror-state';
import { type CaretElement, describeCaret } from '../editor/caret.js';

/** The attribute that holds the reason of an element in which the edition departs from its copy. */
export function reasonOf(name: string): AttributeRow | undefined {
  const row = rowOf(name);
  return row?.emendation === undefined ? undefined : reasonAttributes(row)[0];
}

/**
 * The element at the caret in which the edition departs from its copy and tells why: right before it, as a gap that was just put
 * there, or else the innermost around it.
 */
export function departureAt(state: EditorState): Pick<CaretElement, 'id' | 'name'> | undefined {
  const before = state.selection.empty ? state.selection.$from.nodeBefore : null;
  if (before && !before.isText && reasonOf(elementOf(before)))
    return { id: String(before.attrs.id), name: elementOf(before) };
  return describeCaret(state).elements.findLast(({ name }) => reasonOf(name) !== undefined);
}
