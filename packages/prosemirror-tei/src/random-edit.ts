import type { Mark, Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { mayUnwrap } from './commands/may-unwrap.js';
import { tidy } from './commands/tidy.js';
import { freshId } from './schema/fresh-id.js';
import { schema } from './schema/schema.js';
import { findInstance } from './steps/find-instance.js';
import { SetAttributesStep } from './steps/set-attributes-step.js';
import { UnwrapStep } from './steps/unwrap-step.js';
import { WrapStep } from './steps/wrap-step.js';

/** The kinds of edits that {@link randomEdit} makes. */
export type EditKind = keyof typeof kinds;

/** A source of numbers from 0 up to, but not including, 1. */
export type Random = () => number;

/** Numbers that are the same for the same seed (Mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Makes one edit as an editor might, at random: for proving round trips over whole corpora. It does not ask the element
 * table, so the result need not be valid TEI. Undefined where the kind that was drawn has no place in the document.
 */
export function randomEdit(doc: Node, random: Random): { kind: EditKind; transform: Transform } | undefined {
  const names = Object.keys(kinds) as EditKind[];
  const kind = pick(names, random);
  if (!kind) return undefined;
  const transform = new Transform(doc);
  kinds[kind](transform, random);
  if (!transform.docChanged) return undefined;
  return { kind, transform: tidy(transform) };
}

const WORDS = [
  'word',
  ' ',
  'a b',
  ' x',
  'y ',
  'é',
  '<',
  '&',
  ']]>',
  '“q”',
  '𐐷',
  '\u00a0',
  'العربية',
  'e\u0301',
];

const kinds = {
  insertText(tr: Transform, random: Random) {
    const at = place(tr.doc, random);
    const word = pick(WORDS, random);
    if (at !== undefined && word) tr.insert(at, schema.text(word, marksAt(tr.doc, at)));
  },
  deleteText(tr: Transform, random: Random) {
    const range = span(tr.doc, random);
    if (range) tr.delete(range.from, range.to);
  },
  replaceText(tr: Transform, random: Random) {
    const range = span(tr.doc, random);
    const word = pick(WORDS, random);
    if (range && word) tr.replaceWith(range.from, range.to, schema.text(word, marksAt(tr.doc, range.from)));
  },
  split(tr: Transform, random: Random) {
    const at = place(tr.doc, random);
    if (at !== undefined && tr.doc.resolve(at).parent.type.name === 'textblock') tr.split(at);
  },
  join(tr: Transform, random: Random) {
    const at = pick(seams(tr.doc), random);
    if (at !== undefined) tr.join(at);
  },
  wrap(tr: Transform, random: Random) {
    const range = span(tr.doc, random);
    if (!range || tr.doc.resolve(range.from).parent.type.name === 'bare') return;
    const attrs = { rend: 'a & "b"' };
    tr.step(new WrapStep(range.from, range.to, schema.mark('element', { id: freshId(), name: 'hi', attrs })));
  },
  unwrap(tr: Transform, random: Random) {
    const marks: Mark[] = [];
    tr.doc.descendants((node) => {
      marks.push(...node.marks);
    });
    const mark = pick(marks, random);
    const found = mark && findInstance(tr.doc, String(mark.attrs.id));
    if (found && mayUnwrap(tr.doc, found.from, found.to, mark)) {
      tr.step(new UnwrapStep(found.from, found.to, mark));
    }
  },
  setAttribute(tr: Transform, random: Random) {
    const id = pick(instances(tr.doc), random);
    if (id) tr.step(new SetAttributesStep(id, { n: pick(['1', 'a "b" <c>', ''], random) ?? null }));
  },
  removeAttribute(tr: Transform, random: Random) {
    const id = pick(instances(tr.doc), random);
    const attrs = (id && findInstance(tr.doc, id)?.attrs) || {};
    const name = pick(
      Object.keys(attrs).filter((each) => !each.startsWith('xml')),
      random,
    );
    if (id && name) tr.step(new SetAttributesStep(id, { [name]: null }));
  },
  insertLeaf(tr: Transform, random: Random) {
    const at = place(tr.doc, random);
    if (at === undefined) return;
    tr.insert(
      at,
      schema.node('leaf', { id: freshId(), name: 'pb', attrs: { n: '3' } }, undefined, marksAt(tr.doc, at)),
    );
  },
  insertNote(tr: Transform, random: Random) {
    const at = place(tr.doc, random);
    if (at === undefined || tr.doc.resolve(at).parent.type.name === 'bare') return;
    const content = schema.node('anonymous', null, random() < 0.5 ? schema.text('note') : []);
    const attrs = { id: freshId(), name: 'note', attrs: {} };
    tr.insert(at, schema.node('inlineEither', attrs, content, marksAt(tr.doc, at)));
  },
  insertParagraph(tr: Transform, random: Random) {
    const block = pick(textblocks(tr.doc), random);
    if (!block) return;
    const p = { id: freshId(), name: 'p', attrs: {} };
    const at = random() < 0.5 ? block.pos : block.pos + block.node.nodeSize;
    tr.insert(at, schema.node('textblock', p, random() < 0.7 ? schema.text('New text') : []));
  },
  deleteNode(tr: Transform, random: Random) {
    const nodes: { pos: number; node: Node }[] = [];
    tr.doc.descendants((node, pos) => {
      const part =
        ['TEI', 'text', 'front', 'body', 'back'].includes(node.attrs.name) ||
        node.type.name === 'opaqueBlock';
      if (node.attrs.id && !part) nodes.push({ node, pos });
    });
    const found = pick(nodes, random);
    if (found) tr.delete(found.pos, found.pos + found.node.nodeSize);
  },
  move(tr: Transform, random: Random) {
    const at = pick(seams(tr.doc), random);
    const before = at === undefined ? null : tr.doc.resolve(at).nodeBefore;
    const node = at === undefined ? null : tr.doc.resolve(at).nodeAfter;
    if (at === undefined || !before || !node) return;
    tr.delete(at, at + node.nodeSize).insert(at - before.nodeSize, node);
  },
  wrapBlock(tr: Transform, random: Random) {
    const block = pick(textblocks(tr.doc), random);
    const range = block && tr.doc.resolve(block.pos + 1).blockRange();
    const { type, attrs } = schema.node('container', { id: freshId(), name: 'div', attrs: {} });
    if (range) tr.wrap(range, [{ type, attrs }]);
  },
  changeNothing(tr: Transform, random: Random) {
    const range = span(tr.doc, random);
    if (range) tr.replace(range.from, range.to, tr.doc.slice(range.from, range.to));
  },
};

function pick<T>(from: readonly T[], random: Random): T | undefined {
  return from[Math.floor(random() * from.length)];
}

function textblocks(doc: Node): { node: Node; pos: number }[] {
  const found: { node: Node; pos: number }[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name === 'textblock') found.push({ node, pos });
  });
  return found;
}

/** Positions between two textblocks that stand side by side. */
function seams(doc: Node): number[] {
  const found: number[] = [];
  doc.descendants((node, pos, parent, index) => {
    const before = index > 0 ? parent?.child(index - 1) : undefined;
    if (node.type.name !== 'textblock' || before?.type.name !== 'textblock') return;
    // Line ends that are text cannot go where they would be white space.
    if (node.attrs.attrs['xml:space'] === before.attrs.attrs['xml:space']) found.push(pos);
  });
  return found;
}

function instances(doc: Node): string[] {
  const ids: string[] = [];
  doc.descendants((node) => {
    if (node.attrs.attrs) ids.push(String(node.attrs.id));
    for (const mark of node.marks) ids.push(String(mark.attrs.id));
  });
  return ids;
}

/** A position in running text, never within a character. */
function place(doc: Node, random: Random): number | undefined {
  const found: { node: Node; pos: number }[] = [];
  doc.descendants((node, pos) => {
    if (node.inlineContent) found.push({ node, pos });
  });
  const block = pick(found, random);
  if (!block) return undefined;
  const at = block.pos + 1 + Math.floor(random() * (block.node.content.size + 1));
  // The position may be one between the blocks of a note.
  if (!doc.resolve(at).parent.inlineContent) return undefined;
  return splitsCharacter(doc, at) ? at + 1 : at;
}

function span(doc: Node, random: Random): { from: number; to: number } | undefined {
  const from = place(doc, random);
  if (from === undefined) return undefined;
  let to = Math.min(doc.resolve(from).end(), from + 1 + Math.floor(random() * 12));
  if (splitsCharacter(doc, to)) to += 1;
  const sameParent = from < to && doc.resolve(from).sameParent(doc.resolve(to));
  return sameParent ? { from, to } : undefined;
}

function splitsCharacter(doc: Node, at: number): boolean {
  const { parent, parentOffset } = doc.resolve(at);
  if (!parent.inlineContent || parentOffset === 0 || parentOffset >= parent.content.size) return false;
  const after = parent.textBetween(parentOffset, parentOffset + 1);
  return after !== '' && /[\uDC00-\uDFFF]/.test(after);
}

function marksAt(doc: Node, at: number): readonly Mark[] {
  const $at = doc.resolve(at);
  return $at.parent.type.name === 'bare' ? [] : $at.marks();
}
