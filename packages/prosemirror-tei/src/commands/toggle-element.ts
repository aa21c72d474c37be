import { rowOf } from '@chancery/tei';
import type { Mark, Node } from 'prosemirror-model';
import type { Command, EditorState, Transaction } from 'prosemirror-state';
import type { Attributes } from '../schema/attributes.js';
import { freshId } from '../schema/fresh-id.js';
import { schema } from '../schema/schema.js';
import { findInstance } from '../steps/find-instance.js';
import { inlineBetween, sharedMarks } from '../steps/marked-range.js';
import { UnwrapStep } from '../steps/unwrap-step.js';
import { WrapStep } from '../steps/wrap-step.js';
import { allows, nameOfInline, parentName } from './elements-at.js';
import { mayUnwrap } from './may-unwrap.js';
import { tidy } from './tidy.js';

interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Puts a phrase element around the selection, in each paragraph of it, or takes it away where all of the selection is in
 * one already. With nothing selected it is for what is typed next. Not available where the table does not allow the
 * element, or what it would hold.
 *
 * Highlighting (`hi` and its like) is cut where it would cross another element; any other element is widened to
 * hold whole what the selection holds in part.
 */
export function toggleElement(name: string, attrs: Attributes = {}): Command {
  return (state, dispatch) => {
    if (state.selection.empty) return toggleStored(state, name, attrs, dispatch);
    const ranges = textRanges(state);
    if (ranges.length === 0) return false;
    const marked = ranges.every((range) => everywhere(state.doc, range, name));
    const tr = state.tr;
    if (marked) for (const range of ranges) remove(tr, range, name);
    else if (!ranges.every((range) => add(tr, range, name, attrs))) return false;
    if (!tr.docChanged) return false;
    dispatch?.(tidy(tr).scrollIntoView());
    return true;
  };
}

function toggleStored(
  state: EditorState,
  name: string,
  attrs: Attributes,
  dispatch?: (tr: Transaction) => void,
): boolean {
  const { $from } = state.selection;
  if (!$from.parent.inlineContent || !$from.parent.type.allowsMarkType(schema.marks.element)) return false;
  const marks = state.storedMarks ?? $from.marks();
  const inside = marks.findIndex((mark) => mark.attrs.name === name);
  if (inside >= 0) {
    dispatch?.(state.tr.setStoredMarks(marks.filter((_, index) => index !== inside)));
    return true;
  }
  if (!allows(parentName($from, marks), name) || !allows(name, '#text')) return false;
  dispatch?.(state.tr.setStoredMarks([...marks, schema.mark('element', { id: freshId(), name, attrs })]));
  return true;
}

/** The selected part of each textblock. */
function textRanges({ doc, selection }: EditorState): Range[] {
  const ranges: Range[] = [];
  doc.nodesBetween(selection.from, selection.to, (node, pos) => {
    if (!node.isTextblock) return true;
    const from = Math.max(selection.from, pos + 1);
    const to = Math.min(selection.to, pos + 1 + node.content.size);
    if (from < to) ranges.push({ from, to });
    return false;
  });
  return ranges;
}

function everywhere(doc: Node, { from, to }: Range, name: string): boolean {
  return inlineBetween(doc, from, to).every(({ marks }) => marks.some((mark) => mark.attrs.name === name));
}

function remove(tr: Transaction, range: Range, name: string): void {
  const gone = new Map<string, Mark>();
  for (const { marks } of inlineBetween(tr.doc, range.from, range.to)) {
    const mark = marks.findLast((each) => each.attrs.name === name);
    if (mark) gone.set(String(mark.attrs.id), mark);
  }
  for (const [id, mark] of gone) {
    const whole = findInstance(tr.doc, id);
    if (!whole) continue;
    const part = isHighlighting(name);
    const from = part ? Math.max(range.from, whole.from) : whole.from;
    const to = part ? Math.min(range.to, whole.to) : whole.to;
    if (mayUnwrap(tr.doc, from, to, mark)) tr.step(new UnwrapStep(from, to, mark));
  }
}

function add(tr: Transaction, selected: Range, name: string, attrs: Attributes): boolean {
  if (!tr.doc.resolve(selected.from).parent.type.allowsMarkType(schema.marks.element)) return false;
  const ranges = isHighlighting(name) ? cut(tr.doc, selected) : [widen(tr.doc, selected)];
  for (const { from, to } of ranges) {
    const nodes = inlineBetween(tr.doc, from, to);
    const outer = sharedMarks(nodes);
    if (outer.some((mark) => mark.attrs.name === name)) continue;
    if (!allows(parentName(tr.doc.resolve(from), outer), name)) return false;
    const inside = nodes.flatMap((node) => nameOfInline(node, outer.length));
    if (!inside.every((child) => allows(name, child))) return false;
    tr.step(new WrapStep(from, to, schema.mark('element', { id: freshId(), name, attrs })));
  }
  return true;
}

/** The selection in pieces none of which crosses the edge of an element that lies partly outside. */
function cut(doc: Node, { from, to }: Range): Range[] {
  const edges = new Set([from, to]);
  for (const { range } of crossing(doc, { from, to })) {
    if (range.from > from && range.from < to) edges.add(range.from);
    if (range.to > from && range.to < to) edges.add(range.to);
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => ({ from: sorted[index] ?? from, to: end }));
}

/** The selection grown to hold whole each element, but highlighting, that it holds in part. */
function widen(doc: Node, range: Range): Range {
  let { from, to } = range;
  for (const found of crossing(doc, range)) {
    if (isHighlighting(found.name)) continue;
    from = Math.min(from, found.range.from);
    to = Math.max(to, found.range.to);
  }
  return from === range.from && to === range.to ? range : widen(doc, { from, to });
}

/** The elements that lie partly in a range and partly outside of it, but not around it. */
export function crossing(doc: Node, { from, to }: Range): { name: string; id: string; range: Range }[] {
  const found = new Map<string, { name: string; id: string; range: Range }>();
  for (const { marks } of inlineBetween(doc, from, to)) {
    for (const mark of marks) {
      const id = String(mark.attrs.id);
      const whole = found.has(id) ? undefined : findInstance(doc, id);
      if (!whole) continue;
      const around = whole.from <= from && whole.to >= to;
      const within = whole.from >= from && whole.to <= to;
      if (!around && !within)
        found.set(id, { name: whole.name, id, range: { from: whole.from, to: whole.to } });
    }
  }
  return [...found.values()];
}

function isHighlighting(name: string): boolean {
  return rowOf(name)?.classes.includes('model.hiLike') ?? false;
}
