import { rowOf } from '@chancery/tei';
import type { Mark, Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { beginning, misplaced } from '../guards/fault.js';
import type { Attributes } from '../schema/attributes.js';
import { freshId } from '../schema/fresh-id.js';
import { schema } from '../schema/schema.js';
import { findInstance } from '../steps/find-instance.js';
import { inlineBetween, sharedMarks } from '../steps/marked-range.js';
import { unwrapRange } from '../steps/unwrap-range.js';
import { WrapStep } from '../steps/wrap-step.js';
import { allows, parentName } from './elements-at.js';
import { type GuardedCommand, guarded } from './guarded.js';
import { mayUnwrap } from './may-unwrap.js';
import { newXmlIds } from './xml-ids.js';

interface Range {
  readonly from: number;
  readonly to: number;
}

/** What becomes of a name, date or reference whose selection holds a part of another: it grows to hold it whole, or it is cut into linked parts. */
export type Crossing = 'widen' | 'link';

/**
 * Puts a phrase element around the selection, in each paragraph of it, or takes it away where all of the selection is in
 * one already. With nothing selected it is for what is typed next. Not available where the table does not allow the
 * element, or what it would hold.
 *
 * Highlighting (`hi` and its like) is cut where it would cross another element. Any other element is widened to
 * hold whole what the selection holds in part; or, with `link`, it is cut, and the parts point to each other by `next`
 * and `prev`. {@link crossedElements} says whether there is something to choose.
 */
export function toggleElement(
  name: string,
  attrs: Attributes = {},
  crossing: Crossing = 'widen',
): GuardedCommand {
  return guarded((state) => {
    if (state.selection.empty) return toggleStored(state, name, attrs);
    const ranges = textRanges(state);
    if (ranges.length === 0) return 'Select the words to be marked.';
    const tr = state.tr;
    if (ranges.every((range) => everywhere(state.doc, range, name))) {
      for (const range of ranges) remove(tr, range, name);
      return tr.docChanged ? tr : 'What it holds cannot stand without it.';
    }
    for (const range of ranges) {
      const refused = add(tr, range, name, attrs, crossing);
      if (refused !== undefined) return refused;
    }
    return tr.docChanged ? tr : 'All of this is marked so already.';
  });
}

/** The elements that {@link toggleElement} would have to widen over, or to be cut at; none for highlighting. */
export function crossedElements(
  state: EditorState,
  name: string,
): readonly { readonly name: string; readonly text: string }[] {
  if (isHighlighting(name) || state.selection.empty) return [];
  const ranges = textRanges(state);
  if (ranges.every((range) => everywhere(state.doc, range, name))) return [];
  return ranges.flatMap((range) =>
    crossing(state.doc, range)
      .filter((found) => !isHighlighting(found.name))
      .map((found) => ({
        name: found.name,
        text: state.doc.textBetween(found.range.from, found.range.to),
      })),
  );
}

function toggleStored(state: EditorState, name: string, attrs: Attributes): Transaction | string {
  const { $from } = state.selection;
  if (!$from.parent.inlineContent || !$from.parent.type.allowsMarkType(schema.marks.element))
    return `${beginning(name)} cannot stand here.`;
  const marks = state.storedMarks ?? $from.marks();
  const inside = marks.findIndex((mark) => mark.attrs.name === name);
  if (inside >= 0) return state.tr.setStoredMarks(marks.filter((_, index) => index !== inside));
  const parent = parentName($from, marks);
  if (!allows(parent, name)) return misplaced(parent, name).words;
  if (!allows(name, '#text')) return 'Select the words to be marked.';
  return state.tr.setStoredMarks([...marks, schema.mark('element', { id: freshId(), name, attrs })]);
}

/** The selected part of each textblock; a note of which a part alone is selected, with text beside it, is in it whole. */
function textRanges({ doc, selection }: EditorState): Range[] {
  const ranges: Range[] = [];
  doc.nodesBetween(selection.from, selection.to, (node, pos) => {
    if (!node.isTextblock) return true;
    const $from = doc.resolve(Math.max(selection.from, pos + 1));
    const $to = doc.resolve(Math.min(selection.to, pos + 1 + node.content.size));
    const inside = doc.resolve(pos + 1).depth + 1;
    const from = $from.depth < inside ? $from.pos : $from.before(inside);
    const to = $to.depth < inside ? $to.pos : $to.after(inside);
    const isWithinNote = $from.depth >= inside && $to.depth >= inside && from === $to.before(inside);
    if (isWithinNote) return true;
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
    if (mayUnwrap(tr.doc, from, to, mark)) unwrapRange(tr, from, to, mark);
  }
}

/** Marks a range; gives a sentence where that cannot be. */
function add(
  tr: Transaction,
  selected: Range,
  name: string,
  attrs: Attributes,
  crossing: Crossing,
): string | undefined {
  if (!tr.doc.resolve(selected.from).parent.type.allowsMarkType(schema.marks.element))
    return 'What stands loose between paragraphs cannot be marked.';
  const parts = isHighlighting(name) || crossing === 'link';
  const ranges = parts ? cut(tr.doc, selected) : [widen(tr.doc, selected)];
  const free = ranges.filter(({ from, to }) => {
    const outer = sharedMarks(inlineBetween(tr.doc, from, to));
    return !outer.some((mark) => mark.attrs.name === name);
  });
  const ids =
    crossing === 'link' && !isHighlighting(name) && free.length > 1
      ? newXmlIds(tr.doc, name, free.length)
      : [];
  for (const [index, { from, to }] of free.entries()) {
    const linked = { ...attrs, ...links(ids, index) };
    tr.step(new WrapStep(from, to, schema.mark('element', { id: freshId(), name, attrs: linked })));
  }
  return undefined;
}

/** What makes one of several parts the part that it is (TEI Guidelines, 17.7 Aggregation). */
function links(ids: readonly string[], index: number): Attributes {
  const id = ids[index];
  if (id === undefined) return {};
  const [prev, next] = [ids[index - 1], ids[index + 1]];
  return {
    'xml:id': id,
    ...(prev === undefined ? {} : { prev: `#${prev}` }),
    ...(next === undefined ? {} : { next: `#${next}` }),
  };
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

/**
 * The elements that lie partly in a range and partly outside of it, but not around it. Of one that reaches into other paragraphs,
 * as when somebody has divided the paragraph within it, only what is in that of the range counts.
 */
export function crossing(doc: Node, { from, to }: Range): { name: string; id: string; range: Range }[] {
  const found = new Map<string, { name: string; id: string; range: Range }>();
  const $from = doc.resolve(from);
  for (const { marks } of inlineBetween(doc, from, to)) {
    for (const mark of marks) {
      const id = String(mark.attrs.id);
      const here = found.has(id) ? undefined : rangeIn($from.parent, mark);
      if (!here) continue;
      const range = { from: $from.start() + here.from, to: $from.start() + here.to };
      const around = range.from <= from && range.to >= to;
      const within = range.from >= from && range.to <= to;
      if (!around && !within) found.set(id, { name: String(mark.attrs.name), id, range });
    }
  }
  return [...found.values()];
}

/** From where to where an element stands in the running text of one textblock. */
function rangeIn(textblock: Node, { attrs }: Mark): Range | undefined {
  let range: Range | undefined;
  textblock.forEach((node, offset) => {
    if (node.marks.some((mark) => mark.attrs.id === attrs.id))
      range = { from: range?.from ?? offset, to: offset + node.nodeSize };
  });
  return range;
}

function isHighlighting(name: string): boolean {
  return rowOf(name)?.classes.includes('model.hiLike') ?? false;
}
