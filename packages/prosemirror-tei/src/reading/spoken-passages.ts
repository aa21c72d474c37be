import { rowOf } from '@chancery/tei';
import type { Node } from 'prosemirror-model';
import { describeNode } from '../commands/describe-node.js';
import { elementLabel } from '../places/element-label.js';
import { blockName } from '../places/place-name.js';
import { placedBlocks } from '../places/placed-blocks.js';
import { attributeOf, elementOf, elementOfMark } from '../places/tei-node.js';
import { type Attributes, noAttributes } from '../schema/attributes.js';
import { sayText } from './say-text.js';

/** A sentence of a letter, as one person reads it aloud and another follows it in the copy. */
export interface SpokenPassage {
  /** Where it stands in the document. */
  readonly from: number;
  readonly to: number;
  /** The block that it stands in: “paragraph 2”. */
  readonly place: string;
  /** What is said: words, signs, capitals, emphasis, and of what kind the block is that begins with it. */
  readonly said: string;
}

/** A stretch of a block: text, or what stands for something else and is told by `words`. */
interface Stretch {
  readonly pos: number;
  readonly text: string;
  readonly words?: string;
  /** What is said of the text around it, outermost first: “italic”, “supplied”. */
  readonly around: readonly string[];
}

/** Stands in a block's text for what is no text. */
const object = '\uFFFC';

/** Groups of elements that a reader aloud tells of: the others do not change how the words look in the copy. */
const told: ReadonlySet<string | undefined> = new Set(['editorial', 'appearance']);

/**
 * A letter, sentence by sentence, as it is read aloud: what stands in the reading text of the copy, in its order. A footnote follows
 * the block that calls it.
 *
 * @param language BCP 47 tag, by whose rules sentences end
 */
export function spokenPassages(doc: Node, language = 'en'): SpokenPassage[] {
  const passages: SpokenPassage[] = [];
  for (const block of placedBlocks(doc))
    addBlock(passages, block.node, block.pos, blockName(block), language);
  return passages;
}

function addBlock(
  passages: SpokenPassage[],
  block: Node,
  pos: number,
  place: string,
  language: string,
): void {
  const stretches: Stretch[] = [];
  const notes: { node: Node; pos: number }[] = [];
  addInline(block, pos + 1, [], stretches, notes);
  const text = stretches.map((each) => each.text).join('');
  let around: readonly string[] = [];
  let opening = place.replace(/ \d+$/u, '');
  for (const { segment, index } of sentencesOf(text, language)) {
    if (segment.trim() === '') continue;
    const said: string[] = [opening];
    opening = '';
    const within = partsIn(stretches, index, index + segment.length);
    for (const part of within) {
      said.push(...moved(around, part.around), part.words ?? sayText(part.text));
      around = part.around;
    }
    const [first] = within;
    const last = within.at(-1);
    if (!first || !last) continue;
    passages.push({
      from: first.pos,
      to: last.pos + last.text.length,
      place,
      said: said.filter(Boolean).join(' '),
    });
  }
  const end = passages.at(-1);
  const closing = moved(around, []);
  if (end && closing.length > 0)
    passages[passages.length - 1] = { ...end, said: [end.said, ...closing].join(' ') };
  for (const note of notes) {
    const called = elementLabel('note', attributeOf(note.node, 'type')).toLowerCase();
    note.node.descendants((inner, offset) => {
      if (inner.isTextblock) addBlock(passages, inner, note.pos + 1 + offset, called, language);
      return !inner.isTextblock;
    });
  }
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Ends in an initial or a short title: “J.”, “Mr.”, “No.”. No sentence ends there. */
const abbreviated = /(?:^|[\s.(“‘])\p{Lu}\p{L}?\.\s*$/u;

function sentencesOf(text: string, language: string): { segment: string; index: number }[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, segmenter);
  const found: { segment: string; index: number }[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const before = found.at(-1);
    if (before && abbreviated.test(before.segment)) before.segment += segment;
    else found.push({ segment, index });
  }
  return found;
}

function addInline(
  parent: Node,
  start: number,
  around: readonly string[],
  stretches: Stretch[],
  notes: { node: Node; pos: number }[],
): void {
  parent.forEach((node, offset) => {
    const pos = start + offset;
    const marked = [
      ...around,
      ...node.marks.flatMap((mark) =>
        told.has(groupOf(elementOfMark(mark))) ? [wordFor(elementOfMark(mark), mark.attrs.attrs)] : [],
      ),
    ];
    if (node.isText) stretches.push({ pos, text: node.text ?? '', around: marked });
    else if (node.isLeaf) stretches.push({ pos, text: object, words: leafWords(node), around: marked });
    else if (elementOf(node) === 'note') {
      notes.push({ node, pos });
      const called = elementLabel('note', attributeOf(node, 'type')).toLowerCase();
      stretches.push({ pos, text: object, words: `callout of a ${called}`, around: marked });
    } else {
      const name = elementOf(node);
      // Readings beside each other are told apart, each by what it is.
      const within = name === '' || name === 'choice' ? marked : [...marked, wordFor(name, node.attrs.attrs)];
      addInline(node, pos + 1, within, stretches, notes);
    }
  });
}

function groupOf(name: string): string | undefined {
  return rowOf(name)?.toolbar?.group;
}

/** How an element is told of: by how its words look, where that is said, else by its name. */
function wordFor(name: string, attributes: Attributes | undefined): string {
  const row = rowOf(name);
  const rend = (attributes ?? noAttributes).rend;
  const looks = row?.attributes.find((each) => each.name === 'rend')?.values;
  const look = typeof rend === 'string' ? looks?.[rend] : undefined;
  return look ?? elementLabel(name).toLowerCase();
}

/** What a leaf is to a reader: “page break 12”, “callout of endnote 2”. */
function leafWords(node: Node): string {
  const name = elementOf(node);
  if (name === '') return describeNode(node);
  const which = ['n', 'reason', 'target'].map((attribute) => attributeOf(node, attribute)).find(Boolean);
  const label = elementLabel(name, attributeOf(node, 'type')).toLowerCase();
  return which === undefined ? label : `${label} ${which.replace(/^.*#/u, '').replaceAll('-', ' ')}`;
}

/** The stretches of a block between two places of its text, cut where they reach beyond them. */
function partsIn(stretches: readonly Stretch[], from: number, to: number): Stretch[] {
  const parts: Stretch[] = [];
  let at = 0;
  for (const stretch of stretches) {
    const [start, end] = [Math.max(from, at), Math.min(to, at + stretch.text.length)];
    if (start < end)
      parts.push({
        ...stretch,
        pos: stretch.pos + start - at,
        text: stretch.text.slice(start - at, end - at),
      });
    at += stretch.text.length;
  }
  return parts;
}

/** What is said where one kind of text ends and another begins: “end italic”, “supplied”. */
function moved(before: readonly string[], after: readonly string[]): string[] {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  return [
    ...before
      .slice(same)
      .reverse()
      .map((each) => `end ${each}`),
    ...after.slice(same),
  ];
}
