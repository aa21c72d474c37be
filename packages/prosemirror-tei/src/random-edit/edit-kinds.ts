import { attributesOf, rowOf } from '@chancery/tei';
import type { Node } from 'prosemirror-model';
import { liftTarget, type Transform } from 'prosemirror-transform';
import { mayUnwrap } from '../commands/may-unwrap.js';
import { freshId } from '../schema/fresh-id.js';
import { schema } from '../schema/schema.js';
import { findInstance } from '../steps/find-instance.js';
import { SetAttributesStep } from '../steps/set-attributes-step.js';
import { unwrapRange } from '../steps/unwrap-range.js';
import { WrapStep } from '../steps/wrap-step.js';
import {
  instancesOf,
  marksAt,
  marksOf,
  nodesOf,
  type PlacedNode,
  placeInText,
  seamsOf,
  spanOfText,
} from './places.js';
import { pick, type Random } from './seeded-random.js';

/** Makes one edit of a kind at a random place; makes none where there is no such place. */
type Edit = (tr: Transform, random: Random) => void;

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
  '\u200b',
];
const PHRASES = ['hi', 'persName', 'placeName', 'date', 'ref', 'rs', 'add', 'del', 'unclear', 'supplied'];
const LEAVES = ['pb', 'lb', 'gap', 'anchor', 'ptr'];
const VALUES = ['1', '#a', 'a "b" <c>', '', "it's", '1941-11-04', 'de', 'true', '0.5', 'high', 'a\tb'];
/** What is no editor's to remove. */
const PARTS = ['TEI', 'teiCorpus', 'TEI.2', 'text', 'group', 'front', 'body', 'back'];

function insertText(tr: Transform, random: Random): void {
  const at = placeInText(tr.doc, random);
  const word = pick(WORDS, random);
  if (at !== undefined && word) tr.insert(at, schema.text(word, marksAt(tr.doc, at)));
}

function deleteText(tr: Transform, random: Random): void {
  const range = spanOfText(tr.doc, random);
  if (range) tr.delete(range.from, range.to);
}

function replaceText(tr: Transform, random: Random): void {
  const range = spanOfText(tr.doc, random);
  const word = pick(WORDS, random);
  if (range && word) tr.replaceWith(range.from, range.to, schema.text(word, marksAt(tr.doc, range.from)));
}

/** From within one paragraph into the next. */
function deleteAcross(tr: Transform, random: Random): void {
  const seam = pick(seamsOf(tr.doc), random);
  const before = seam === undefined ? null : tr.doc.resolve(seam).nodeBefore;
  const after = seam === undefined ? null : tr.doc.resolve(seam).nodeAfter;
  if (seam === undefined || !before || !after) return;
  const back = Math.min(before.content.size, Math.floor(random() * 8));
  const on = Math.min(after.content.size, Math.floor(random() * 8));
  const from = seam - 1 - back;
  const to = seam + 1 + on;
  const inText = tr.doc.resolve(from).parent === before && tr.doc.resolve(to).parent === after;
  if (inText && !halves(tr.doc, from) && !halves(tr.doc, to)) tr.delete(from, to);
}

function halves(doc: Node, at: number): boolean {
  return /[\uD800-\uDBFF]$/.test(doc.resolve(at).nodeBefore?.text ?? '');
}

function split(tr: Transform, random: Random): void {
  const at = placeInText(tr.doc, random);
  if (at !== undefined && tr.doc.resolve(at).parent.type.name === 'textblock') tr.split(at);
}

function join(tr: Transform, random: Random): void {
  const at = pick(seamsOf(tr.doc), random);
  if (at !== undefined) tr.join(at);
}

function wrap(tr: Transform, random: Random): void {
  const range = spanOfText(tr.doc, random);
  if (!range || tr.doc.resolve(range.from).parent.type.name === 'bare') return;
  const name = pick(PHRASES, random) ?? 'hi';
  const attrs: Record<string, string> = name === 'hi' ? { rend: 'a & "b"' } : {};
  tr.step(new WrapStep(range.from, range.to, schema.mark('element', { id: freshId(), name, attrs })));
}

function unwrap(tr: Transform, random: Random): void {
  const mark = pick(marksOf(tr.doc), random);
  const found = mark && findInstance(tr.doc, String(mark.attrs.id));
  if (found && mayUnwrap(tr.doc, found.from, found.to, mark)) {
    unwrapRange(tr, found.from, found.to, mark);
  }
}

function setAttribute(tr: Transform, random: Random): void {
  const id = pick(instancesOf(tr.doc), random);
  const row = id === undefined ? undefined : rowOf(findInstance(tr.doc, id)?.name ?? '');
  const names = row ? attributesOf(row).map(({ name }) => name) : ['n'];
  const attribute = pick(
    names.filter((name) => !name.startsWith('xml:')),
    random,
  );
  const value = pick(VALUES, random);
  if (id && attribute && value !== undefined) tr.step(new SetAttributesStep(id, { [attribute]: value }));
}

function removeAttribute(tr: Transform, random: Random): void {
  const id = pick(instancesOf(tr.doc), random);
  const attrs = (id && findInstance(tr.doc, id)?.attrs) || {};
  const name = pick(
    Object.keys(attrs).filter((each) => !each.startsWith('xml')),
    random,
  );
  if (id && name) tr.step(new SetAttributesStep(id, { [name]: null }));
}

function insertLeaf(tr: Transform, random: Random): void {
  const at = placeInText(tr.doc, random);
  if (at === undefined) return;
  const attrs = { id: freshId(), name: pick(LEAVES, random) ?? 'lb', attrs: { n: '3' } };
  tr.insert(at, schema.node('leaf', attrs, undefined, marksAt(tr.doc, at)));
}

function insertNote(tr: Transform, random: Random): void {
  const at = placeInText(tr.doc, random);
  if (at === undefined || tr.doc.resolve(at).parent.type.name === 'bare') return;
  const content =
    random() < 0.3
      ? schema.node('textblock', newElement('p'), schema.text('In a note.'))
      : schema.node('anonymous', null, random() < 0.5 ? schema.text('note') : []);
  tr.insert(at, schema.node('inlineEither', newElement('note'), content, marksAt(tr.doc, at)));
}

function insertParagraph(tr: Transform, random: Random): void {
  const block = pick(textblocks(tr.doc), random);
  if (!block) return;
  const at = random() < 0.5 ? block.pos : block.pos + block.node.nodeSize;
  tr.insert(at, schema.node('textblock', newElement('p'), random() < 0.7 ? schema.text('New text') : []));
}

function deleteNode(tr: Transform, random: Random): void {
  const found = pick(
    nodesOf(
      tr.doc,
      (node) => node.attrs.id && !PARTS.includes(node.attrs.name) && node.type.name !== 'opaqueBlock',
    ),
    random,
  );
  if (found) tr.delete(found.pos, found.pos + found.node.nodeSize);
}

function move(tr: Transform, random: Random): void {
  const at = pick(seamsOf(tr.doc), random);
  const before = at === undefined ? null : tr.doc.resolve(at).nodeBefore;
  const node = at === undefined ? null : tr.doc.resolve(at).nodeAfter;
  if (at === undefined || !before || !node) return;
  tr.delete(at, at + node.nodeSize).insert(at - before.nodeSize, node);
}

/** Drags a note, a break or a gap to another place of the text. */
function moveInline(tr: Transform, random: Random): void {
  const found = pick(
    nodesOf(tr.doc, (node) => node.isInline && !node.isText),
    random,
  );
  const to = placeInText(tr.doc, random);
  if (!found || to === undefined) return;
  const end = found.pos + found.node.nodeSize;
  if (to >= found.pos && to <= end) return;
  const marks = marksAt(tr.doc, to);
  tr.delete(found.pos, end);
  tr.insert(tr.mapping.map(to), found.node.mark(marks));
}

function wrapBlock(tr: Transform, random: Random): void {
  const block = pick(textblocks(tr.doc), random);
  const range = block && tr.doc.resolve(block.pos + 1).blockRange();
  const { type, attrs } = schema.node('container', newElement('div'));
  if (range) tr.wrap(range, [{ type, attrs }]);
}

function liftBlock(tr: Transform, random: Random): void {
  const block = pick(
    nodesOf(
      tr.doc,
      (node) => node.isBlock && !node.isAtom && node.attrs.id && !PARTS.includes(node.attrs.name),
    ),
    random,
  );
  if (!block) return;
  const range = tr.doc.resolve(block.pos).blockRange(tr.doc.resolve(block.pos + block.node.nodeSize));
  const target = range && liftTarget(range);
  if (range && typeof target === 'number' && target > 1) tr.lift(range, target);
}

function addRow(tr: Transform, random: Random): void {
  const found = pick(rows(tr.doc), random);
  if (!found) return;
  const cells: Node[] = [];
  found.node.forEach((cell) => {
    const text = schema.node('anonymous', null, random() < 0.5 ? schema.text('1,5') : []);
    if (cell.attrs.name === 'cell') cells.push(schema.node('either', newElement('cell'), text));
  });
  const at = random() < 0.5 ? found.pos : found.pos + found.node.nodeSize;
  tr.insert(at, schema.node('container', newElement('row'), cells));
}

function removeRow(tr: Transform, random: Random): void {
  const found = pick(rows(tr.doc), random);
  if (found) tr.delete(found.pos, found.pos + found.node.nodeSize);
}

/** Replaces a range by itself, as some input methods do. */
function changeNothing(tr: Transform, random: Random): void {
  const range = spanOfText(tr.doc, random);
  if (range) tr.replace(range.from, range.to, tr.doc.slice(range.from, range.to));
}

function newElement(name: string) {
  return { id: freshId(), name, attrs: {} };
}

function textblocks(doc: Node): PlacedNode[] {
  return nodesOf(doc, (node) => node.type.name === 'textblock');
}

function rows(doc: Node): PlacedNode[] {
  return nodesOf(doc, (node) => node.type.name === 'container' && node.attrs.name === 'row');
}

/** The kinds of edits, by name. */
export const editKinds = {
  insertText,
  deleteText,
  replaceText,
  deleteAcross,
  split,
  join,
  wrap,
  unwrap,
  setAttribute,
  removeAttribute,
  insertLeaf,
  insertNote,
  insertParagraph,
  deleteNode,
  move,
  moveInline,
  wrapBlock,
  liftBlock,
  addRow,
  removeRow,
  changeNothing,
} satisfies Readonly<Record<string, Edit>>;
