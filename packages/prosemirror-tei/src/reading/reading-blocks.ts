import type { Mark, Node } from 'prosemirror-model';
import { describeNode } from '../commands/describe-node.js';
import { elementLabel } from '../places/element-label.js';
import { blockName } from '../places/place-name.js';
import { placedBlocks } from '../places/placed-blocks.js';
import { attributeOf, elementOf, elementOfMark } from '../places/tei-node.js';
import { type Attributes, noAttributes } from '../schema/attributes.js';

/** An element by its name and attributes. */
interface Markup {
  readonly name: string;
  readonly attrs: Attributes;
}

interface ReadingRun {
  readonly text: string;
  /** The elements around the text within its block, outermost first. */
  readonly markup: readonly Markup[];
  /** It is no text but stands for something: a gap, the beginning of a page, the callout of a note. */
  readonly object?: boolean;
}

/** A block of a letter as it is read: its words, and the elements they stand in. */
export interface ReadingBlock {
  /** The instance of its element; text that stands loose has none, and is counted. */
  readonly id: string;
  /** “paragraph 2”, “dateline”, “page footnote”. */
  readonly label: string;
  readonly markup: readonly Markup[];
  readonly runs: readonly ReadingRun[];
}

/** Containers that say no more than that the letter goes on. */
const plain = new Set(['TEI', 'text', 'body', 'front', 'back', 'group', 'div']);

/**
 * The reading text of a letter, block by block and without its header. Readings that stand beside each other (`choice`,
 * `app`) follow each other, each under its own element; a footnote follows the block that calls it.
 */
export function readingBlocks(doc: Node): ReadingBlock[] {
  const blocks: ReadingBlock[] = [];
  const idOf = ids('loose');
  for (const block of placedBlocks(doc)) {
    const outer = [...block.around].reverse().filter((name) => !plain.has(name));
    addBlock(blocks, block.node, idOf(block.node), blockName(block), outer.map(bare));
  }
  return blocks;
}

/** Text that stands loose has no instance of its own: it is counted. */
function ids(prefix: string): (node: Node) => string {
  let loose = 0;
  return ({ attrs }) => {
    if (typeof attrs.id === 'string') return attrs.id;
    loose += 1;
    return `${prefix} ${loose}`;
  };
}

function bare(name: string): Markup {
  return { name, attrs: noAttributes };
}

function addBlock(
  blocks: ReadingBlock[],
  node: Node,
  id: string,
  label: string,
  outer: readonly Markup[],
): void {
  const runs: ReadingRun[] = [];
  const notes: Node[] = [];
  addInline(node, [], runs, notes);
  const name = elementOf(node);
  blocks.push({ id, label, markup: name === '' ? outer : [...outer, markupOf(node)], runs });
  for (const note of notes) {
    const called = elementLabel(elementOf(note), attributeOf(note, 'type')).toLowerCase();
    const within = [...outer, markupOf(note)];
    const idOf = ids(String(note.attrs.id));
    note.descendants((inner) => {
      if (inner.isTextblock) addBlock(blocks, inner, idOf(inner), called, within);
      return !inner.isTextblock;
    });
  }
}

/** What stands in running text, with what stands in it; notes are put aside. */
function addInline(parent: Node, around: readonly Markup[], runs: ReadingRun[], notes: Node[]): void {
  parent.forEach((node) => {
    const markup = node.isInline ? [...around, ...node.marks.map(markupOf)] : around;
    if (node.isText) runs.push({ text: node.text ?? '', markup });
    else if (isCallout(node))
      // Its label is not the letter’s to know: whoever knows the volume finds by the element which note it is.
      runs.push({ text: `⟨${leafWords(node)}⟩`, markup: [...markup, markupOf(node)], object: true });
    else if (node.isLeaf) runs.push({ text: `⟨${leafWords(node)}⟩`, markup, object: true });
    else if (elementOf(node) === 'note') {
      notes.push(node);
      const label = elementLabel('note', attributeOf(node, 'type')).toLowerCase();
      runs.push({ text: `⟨${label}⟩`, markup: [...markup, bare('note')], object: true });
    } else addInline(node, elementOf(node) === '' ? markup : [...markup, markupOf(node)], runs, notes);
  });
}

function isCallout(node: Node): boolean {
  return elementOf(node) === 'ptr' && attributeOf(node, 'type') === 'endnote';
}

function markupOf(held: Node | Mark): Markup {
  const name = 'isInSet' in held ? elementOfMark(held) : elementOf(held);
  return { name, attrs: held.attrs.attrs ?? noAttributes };
}

/** What a leaf is to a reader: “page break 12”, “callout endnote-2”. */
function leafWords(node: Node): string {
  const name = elementOf(node);
  if (name === '') return describeNode(node);
  const which = ['n', 'reason', 'target'].map((attribute) => attributeOf(node, attribute)).find(Boolean);
  const label = elementLabel(name, attributeOf(node, 'type')).toLowerCase();
  return which === undefined ? label : `${label} ${which.replace(/^.*#/u, '')}`;
}
