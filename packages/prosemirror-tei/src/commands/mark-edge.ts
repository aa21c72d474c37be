import { Mark, type ResolvedPos } from 'prosemirror-model';
import { type Command, Plugin, TextSelection, type Transaction } from 'prosemirror-state';

/**
 * The elements that typing at a position can be in, from those of the text before to those of the text after: out of
 * one after the other, and then into one after the other. A single set where no element begins or ends.
 */
export function marksAtEdge($pos: ResolvedPos): readonly (readonly Mark[])[] {
  const before = $pos.nodeBefore?.marks ?? Mark.none;
  const after = $pos.nodeAfter?.marks ?? Mark.none;
  let shared = 0;
  while (shared < before.length && shared < after.length && before[shared]?.eq(after[shared] as Mark))
    shared += 1;
  const steps: (readonly Mark[])[] = [];
  for (let depth = before.length; depth >= shared; depth -= 1) steps.push(before.slice(0, depth));
  for (let depth = shared + 1; depth <= after.length; depth += 1) steps.push(after.slice(0, depth));
  return steps;
}

/** At the edge of an element, goes into it or out of it without moving: onward with 1, back with -1 in reading order. */
export function stepOverEdge(direction: 1 | -1): Command {
  return (state, dispatch) => {
    const { $from, empty } = state.selection;
    if (!empty || !$from.parent.inlineContent) return false;
    const steps = marksAtEdge($from);
    const current = state.storedMarks ?? $from.marks();
    const next = steps[steps.findIndex((marks) => Mark.sameSet(marks, current)) + direction];
    if (!next || steps.length === 1 || !steps.some((marks) => Mark.sameSet(marks, current))) return false;
    dispatch?.(state.tr.setStoredMarks(next));
    return true;
  };
}

/** Puts the caret behind an element that ends where the selection ends: what is typed next is not in it. */
export function caretBehind(transaction: Transaction, name: string): Transaction {
  const { $to } = transaction.selection;
  const marks = $to.nodeBefore?.marks ?? Mark.none;
  const place = marks.findIndex((mark) => mark.attrs.name === name);
  const behind = transaction.setSelection(TextSelection.create(transaction.doc, $to.pos));
  return place < 0 ? behind : behind.setStoredMarks(marks.slice(0, place));
}

/**
 * Where the caret came to the edge of an element by an arrow key, what is typed next is in what the caret comes from.
 * And an element all of whose text was deleted stays under the caret: what is typed next is in it again, until the
 * caret leaves.
 */
export function caretMarksPlugin(direction: () => 1 | -1 | undefined): Plugin {
  return new Plugin({
    appendTransaction: (transactions, before, state) => {
      const { $from, empty } = state.selection;
      if (!empty || !(state.selection instanceof TextSelection) || state.storedMarks) return null;
      if (transactions.some((tr) => tr.docChanged)) {
        const foreign = transactions.some(
          (tr) => tr.getMeta('rebased') !== undefined || tr.getMeta('history$') !== undefined,
        );
        if (foreign || state.doc.content.size >= before.doc.content.size) return null;
        const { selection } = before;
        const marks = selection.empty
          ? (before.storedMarks ?? selection.$from.marks())
          : (selection.$from.marksAcross(selection.$to) ?? Mark.none);
        const emptied = marks.some(
          (mark) => !$from.parent.children.some((child) => mark.isInSet(child.marks)),
        );
        const samePlace = selection.$from.depth === $from.depth && sameBlock(selection.$from, $from);
        return emptied && samePlace ? state.tr.setStoredMarks(marks) : null;
      }
      const came = direction();
      if (came === undefined || !transactions.some((tr) => tr.selectionSet) || !$from.parent.inlineContent)
        return null;
      const steps = marksAtEdge($from);
      const side = came === 1 ? steps[0] : steps.at(-1);
      return side && !Mark.sameSet(side, $from.marks()) ? state.tr.setStoredMarks(side) : null;
    },
  });
}

function sameBlock(one: ResolvedPos, other: ResolvedPos): boolean {
  return one.parent.type === other.parent.type && one.parent.attrs.id === other.parent.attrs.id;
}
