import { attributesOf, rowOf } from '@chancery/tei';
import { Mark, type Node } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import type { Transform } from 'prosemirror-transform';
import { parts } from '../guards/parts.js';
import { typedWithin } from '../places/typed-within.js';
import { isBlankTagless } from '../same-document.js';
import type { Attributes } from '../schema/attributes.js';
import { freshId } from '../schema/fresh-id.js';
import { schema } from '../schema/schema.js';
import { inlineBetween } from '../steps/marked-range.js';
import { SourceStep } from '../steps/source-step.js';
import { UnwrapStep } from '../steps/unwrap-step.js';
import { WrapStep } from '../steps/wrap-step.js';
import { isTagless } from '../to-tei/doc-token.js';

/** The attributes of the second half of an element that was split: what identifies the place stays on the first. */
export function attributesAfterSplit(name: string, attrs: Attributes): Attributes {
  const row = rowOf(name);
  const first = new Set(['xml:id']);
  for (const attribute of row ? attributesOf(row) : []) {
    if (attribute.onSplit === 'first') first.add(attribute.name);
  }
  return Object.fromEntries(Object.entries(attrs).filter(([attribute]) => !first.has(attribute)));
}

/**
 * Makes a document that an edit has left ambiguous one that can be written: an instance id that stands twice (an element
 * was split) becomes a new one on the second, without what only the first may bear; textblocks without tags that have
 * come to stand side by side are joined.
 */
export function tidy<T extends Transform>(tr: T): T {
  renewDoubled(tr);
  joinTagless(tr);
  return tr;
}

function renewDoubled(tr: Transform): void {
  const seen = new Set<string>();
  const nodes: { pos: number; node: Node }[] = [];
  const marks: { from: number; to: number; mark: Mark; fresh: Mark }[] = [];
  tr.doc.descendants((node, pos, parent, index) => {
    const id: unknown = node.attrs.id;
    if (typeof id === 'string') {
      if (seen.has(id)) nodes.push({ pos, node });
      seen.add(id);
    }
    const before = index > 0 ? (parent?.child(index - 1).marks ?? []) : [];
    let continued = true;
    node.marks.forEach((mark, depth) => {
      const markId = String(mark.attrs.id);
      continued &&= before[depth]?.eq(mark) === true;
      if (continued) {
        const last = marks.findLast((each) => each.mark.eq(mark) && each.to === pos);
        if (last) last.to = pos + node.nodeSize;
      } else {
        if (seen.has(markId)) {
          const attrs = attributesAfterSplit(String(mark.attrs.name), mark.attrs.attrs);
          const fresh = mark.type.create({ ...mark.attrs, id: freshId(), attrs });
          marks.push({ from: pos, to: pos + node.nodeSize, mark, fresh });
        }
        seen.add(markId);
      }
    });
  });
  for (const { pos, node } of nodes) {
    const attrs = attributesAfterSplit(String(node.attrs.name), node.attrs.attrs ?? {});
    tr.setNodeMarkup(pos, undefined, {
      ...node.attrs,
      id: freshId(),
      ...(node.attrs.attrs ? { attrs } : {}),
    });
  }
  for (const { from, to, mark, fresh } of marks) replaceMark(tr, from, to, mark, fresh);
}

/** Without touching the words: somebody else may be writing in them at this moment. */
function replaceMark(tr: Transform, from: number, to: number, mark: Mark, fresh: Mark): void {
  const [first] = inlineBetween(tr.doc, from, to);
  const depth = first?.marks.findIndex((each) => each.eq(mark)) ?? 0;
  tr.step(new UnwrapStep(from, to, mark)).step(new WrapStep(from, to, fresh, depth));
}

function joinTagless(tr: Transform): void {
  const joins: { from: number; to: number }[] = [];
  tr.doc.descendants((node, pos, parent, index) => {
    if (!parent || !isTagless(node) || isBlankTagless(node)) return;
    let start = pos;
    let before = index - 1;
    // Blank ones between two do not keep them apart, for they say nothing.
    for (; before >= 0 && isBlankTagless(parent.child(before)); before -= 1)
      start -= parent.child(before).nodeSize;
    if (before >= 0 && isTagless(parent.child(before))) joins.push({ from: start - 1, to: pos + 1 });
  });
  for (const { from, to } of joins.reverse()) tr.delete(from, to).insert(from, schema.text(' '));
}

/** Whether a tidy document has become another only by text within one element or between two of its characters. */
function staysTidy(before: Node, after: Node): boolean {
  const typed = typedWithin(before, after);
  const [first, ...rest] = typed?.texts ?? [];
  return (
    typed !== undefined &&
    !isTagless(typed.block) &&
    rest.every((text) => first !== undefined && Mark.sameSet(text.marks, first.marks))
  );
}

/**
 * Keeps the document such that it can be written, after each local transaction ({@link tidy}), and refuses what would
 * take away or add to the parts of a TEI file: its header, `text`, `front`, `body`, `back`. An edit of the source itself may,
 * and so may others.
 */
export function tidyPlugin(): Plugin {
  /** The last document that is known to be tidy. */
  let tidied: Node | undefined;
  return new Plugin({
    filterTransaction: (tr) =>
      !tr.docChanged ||
      tr.getMeta('rebased') !== undefined ||
      parts(tr.before) === parts(tr.doc) ||
      tr.steps.some((step) => step instanceof SourceStep),
    appendTransaction: (transactions, before, state) => {
      if (before.doc === tidied && (state.doc === before.doc || staysTidy(before.doc, state.doc))) {
        tidied = state.doc;
        return null;
      }
      const local = transactions.some((tr) => tr.docChanged && tr.getMeta('rebased') === undefined);
      if (!local) return null;
      const tr = tidy(state.tr);
      tidied = tr.doc;
      if (!tr.docChanged) return null;
      return tr.setStoredMarks(state.storedMarks);
    },
  });
}
