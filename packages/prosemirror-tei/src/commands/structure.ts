import { rowOf } from '@chancery/tei';
import { Fragment, type Node, type NodeRange } from 'prosemirror-model';
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { refusalOf } from '../guards/refusal-of.js';
import { noAttributes } from '../schema/attributes.js';
import { freshId } from '../schema/fresh-id.js';
import { schema } from '../schema/schema.js';
import { isTagless } from '../to-tei/doc-token.js';
import { type GuardedCommand, guarded } from './guarded.js';
import { attributesAfterSplit } from './tidy.js';

/** What the selected paragraphs can be put into. */
export const wrappings = ['opener', 'closer', 'postscript', 'list', 'table', 'quote', 'lg', 'div'] as const;

type Wrapping = (typeof wrappings)[number];

/**
 * Puts the selected paragraphs into another element, each in the form that it has there: items of a list, rows of a
 * table, lines of a line group, salutation and signature of a closer. A paragraph that bears attributes stays a
 * paragraph inside of its item or cell, so that none is lost.
 */
export function wrapBlocks(name: Wrapping): GuardedCommand {
  return guarded((state) => {
    const range = blocksOf(state);
    if (!range) return 'Select whole paragraphs that stand side by side.';
    const blocks = range.parent.children.slice(range.startIndex, range.endIndex);
    if (!blocks.every((block) => fitsInto(name, block)))
      return 'Only paragraphs can be put into it: take them out of what they are in first.';
    const wrapped = wrap(name, blocks);
    return replaced(state, range.start, range.end, [wrapped]);
  });
}

/**
 * Takes the selected blocks out of the list, quotation, line group, table, division, opener or closer around them:
 * items and lines become paragraphs again. What stands before and after them in a list stays in lists of its own.
 */
export const liftBlocks: GuardedCommand = guarded((state) => {
  const { $from, $to } = state.selection;
  const shared = $from.sharedDepth($to.pos);
  for (let depth = shared; depth > 2; depth -= 1) {
    const node = $from.node(depth);
    if (!liftable.has(String(node.attrs.name)) || !node.isBlock) continue;
    const parts = node.attrs.name === 'list' || node.attrs.name === 'lg';
    const first = parts ? withLabel(node, $from.index(depth)) : 0;
    const last = parts ? Math.max($to.indexAfter(depth), first + 1) : node.childCount;
    const [start, end] = [$from.before(depth), $from.after(depth)];
    const asTheyAre = replaced(
      state,
      start,
      end,
      dissolved(node, first, last, (block) => block),
    );
    if (refusalOf(asTheyAre) === undefined) return asTheyAre;
    return replaced(state, start, end, dissolved(node, first, last, toParagraph));
  }
  return 'There is nothing around these paragraphs that they could be taken out of.';
});

const liftable: ReadonlySet<string> = new Set([...wrappings, 'epigraph', 'argument']);

/** The selected blocks, as siblings; the running text of an item or the like counts as one. */
function blocksOf({ selection: { $from, $to } }: EditorState): NodeRange | null {
  return $from.blockRange($to, (parent) => parent.attrs.name !== undefined && !parent.inlineContent);
}

function fitsInto(name: Wrapping, block: Node): boolean {
  if (name === 'div' || name === 'quote' || name === 'postscript') return true;
  return block.isTextblock;
}

function wrap(name: Wrapping, blocks: readonly Node[]): Node {
  switch (name) {
    case 'list':
      return element(
        'container',
        'list',
        blocks.map((block) => element('either', 'item', [inner(block)])),
      );
    case 'table':
      return element(
        'container',
        'table',
        blocks.map((block) => element('container', 'row', [element('either', 'cell', [inner(block)])])),
      );
    case 'lg':
      return element('container', 'lg', blocks.flatMap(verses));
    case 'opener':
      return element(
        'either',
        'opener',
        blocks.map((block) => renamed(block, 'salute')),
      );
    case 'closer':
      return element(
        'either',
        'closer',
        blocks.map((block, index) =>
          renamed(block, index > 0 && index === blocks.length - 1 ? 'signed' : 'salute'),
        ),
      );
    case 'quote':
      return element('either', 'quote', blocks);
    default:
      return element('container', name, blocks);
  }
}

function element(type: string, name: string, content: readonly Node[]): Node {
  return schema.node(type, { id: freshId(), name, attrs: noAttributes }, content);
}

/** A paragraph's text without the paragraph, if nothing is lost by that. */
function inner(block: Node): Node {
  if (isTagless(block)) return schema.node('anonymous', null, block.content);
  const plain = block.attrs.name === 'p' && Object.keys(block.attrs.attrs).length === 0;
  return plain ? schema.node('anonymous', null, block.content) : block;
}

function renamed(block: Node, name: string): Node {
  if (isTagless(block))
    return schema.node('textblock', { id: freshId(), name, attrs: noAttributes }, block.content);
  if (block.attrs.name !== 'p') return block;
  return block.type.create({ ...block.attrs, id: freshId(), name }, block.content);
}

/** The lines of a paragraph, cut at its line beginnings. */
function verses(block: Node): Node[] {
  if (block.attrs.name === 'l') return [block];
  const lines: Node[][] = [[]];
  block.forEach((child) => {
    if (child.attrs.name === 'lb' && Object.keys(child.attrs.attrs).length === 0) lines.push([]);
    else lines.at(-1)?.push(child);
  });
  const attrs = block.attrs.attrs ?? noAttributes;
  return lines.map((line, index) =>
    schema.node(
      'textblock',
      { id: freshId(), name: 'l', attrs: index === 0 ? attrs : attributesAfterSplit('l', attrs) },
      line,
    ),
  );
}

/** An item goes with the label before it. */
function withLabel(list: Node, index: number): number {
  return list.maybeChild(index - 1)?.attrs.name === 'label' ? index - 1 : index;
}

/** A node with some of its children taken out of it. What only a list with items can hold goes with them. */
function dissolved(node: Node, first: number, last: number, out: (block: Node) => Node): Node[] {
  const before = node.children.slice(0, first);
  const after = node.children.slice(last);
  const stays = (children: readonly Node[]) =>
    children.some((child) => child.attrs.name === 'item' || child.attrs.name === 'l');
  const lifted = [
    ...(stays(before) ? [] : before),
    ...node.children.slice(first, last),
    ...(stays(after) ? [] : after),
  ].flatMap((child) => flat(child).map(out));
  const keeps = stays(before);
  return [
    ...(keeps ? [node.copy(Fragment.from(before))] : []),
    ...lifted,
    ...(stays(after) ? [keeps ? second(node, after) : node.copy(Fragment.from(after))] : []),
  ];
}

function second(node: Node, content: readonly Node[]): Node {
  const attrs = attributesAfterSplit(String(node.attrs.name), node.attrs.attrs);
  return node.type.create({ ...node.attrs, id: freshId(), attrs }, content);
}

/** The blocks of an item, a row or a cell; running text becomes a paragraph. */
function flat(block: Node): Node[] {
  const name = String(block.attrs.name ?? '');
  if (name === 'item' || name === 'row' || name === 'cell') return block.children.flatMap(flat);
  if (name === 'l' || name === 'label') return [renamedTo(block, 'p')];
  return isTagless(block) ? [renamed(block, 'p')] : [block];
}

function renamedTo(block: Node, name: string): Node {
  return block.type.create({ ...block.attrs, id: freshId(), name }, block.content);
}

/** What cannot stand outside, such as a salutation or a heading, becomes a paragraph. */
function toParagraph(block: Node): Node {
  if (block.type.name !== 'textblock' || block.attrs.name === 'p') return block;
  return rowOf(String(block.attrs.name)) ? renamedTo(block, 'p') : block;
}

/** Puts blocks in the place of others, and the selection into the same words as before. */
function replaced(state: EditorState, from: number, to: number, blocks: readonly Node[]): Transaction {
  const { $anchor, $head } = state.selection;
  const places = [$anchor, $head].map(($pos) => textBefore(state.doc, from, $pos.pos));
  const tr = state.tr.replaceWith(from, to, blocks);
  const end = from + blocks.reduce((sum, block) => sum + block.nodeSize, 0);
  const [anchor, head] = places.map((place) => placeOf(tr.doc, from, end, place));
  if (anchor === undefined || head === undefined) return tr;
  return tr.setSelection(TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head)));
}

/** How many textblocks begin between two positions, and how far into the last of them the second one is. */
function textBefore(doc: Node, from: number, pos: number): { block: number; offset: number } {
  let block = -1;
  let offset = 0;
  doc.nodesBetween(from, pos, (node, at) => {
    if (!node.isTextblock) return true;
    if (at < from || at >= pos) return false;
    block += 1;
    offset = pos - at - 1;
    return false;
  });
  return { block, offset };
}

function placeOf(
  doc: Node,
  from: number,
  to: number,
  { block, offset }: { block: number; offset: number },
): number | undefined {
  let left = block;
  let found: number | undefined;
  doc.nodesBetween(from, to, (node, at) => {
    if (!node.isTextblock) return true;
    if (left === 0 && at >= from) found = at + 1 + Math.min(offset, node.content.size);
    left -= 1;
    return false;
  });
  return found;
}
