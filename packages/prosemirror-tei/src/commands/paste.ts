import { mayContain, rowOf } from '@chancery/tei';
import { Fragment, type Mark, type Node, Slice } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { refusalOf } from '../guards/refusal-of.js';
import { type Attributes, noAttributes } from '../schema/attributes.js';
import { freshId } from '../schema/fresh-id.js';
import { schema } from '../schema/schema.js';
import { parentName } from './elements-at.js';
import { say } from './said.js';
import { likeXmlId, renamedIn, renamedInSource, withAttributes, xmlIdsIn } from './xml-ids.js';

/**
 * Makes a copied piece one that can stand in the document beside its original: its elements are new instances, an
 * `xml:id` that the document has becomes a new one, and references inside of the piece follow it. What was cut out
 * before keeps its names. Characters that XML has not are dropped; tabs and line ends are spaces.
 */
export function settleCopy(slice: Slice, doc: Node): Slice {
  const taken = xmlIdsIn(doc);
  const renamed = new Map<string, string>();
  for (const id of xmlIdsIn(schema.node('doc').copy(slice.content))) {
    if (taken.has(id)) renamed.set(id, likeXmlId(id, taken));
    else taken.add(id);
  }
  const instances = new Map<string, string>();
  const seen = new Set<string>();
  const instance = (id: string) => {
    const known = instances.get(id);
    if (known !== undefined) return known;
    const fresh = freshId();
    instances.set(id, fresh);
    return fresh;
  };
  const attrsOf = (held: Node | Mark): Attributes => {
    const attrs = renamedIn(held, renamed);
    const id = attrs['xml:id'];
    if (id === undefined) return attrs;
    // A name may stand twice in the piece itself; an element in several runs of text bears its own throughout.
    const key = `${id} ${held.attrs.id}`;
    if (seen.has(id) && !seen.has(key)) return { ...attrs, 'xml:id': likeXmlId(id, taken) };
    seen.add(id);
    seen.add(key);
    return attrs;
  };
  const settled = withAttributes(slice.content, {
    held: (held) => ({ ...held.attrs, id: instance(String(held.attrs.id)), attrs: attrsOf(held) }),
    source: (source) => renamedInSource(source, renamed),
    text: cleaned,
  });
  return new Slice(settled, slice.openStart, slice.openEnd);
}

/** XML 1.0, production 2 (Char); half surrogates are judged in pairs. */
const illegal = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** A text as running text can hold it. */
function cleaned(text: string): string {
  return text.replace(/[\t\n\r]+/g, ' ').replace(illegal, '');
}

function insertPiece(tr: Transaction, slice: Slice): Transaction | string {
  const steps = tr.steps.length;
  const whole = tr.replaceSelection(slice);
  if (whole.steps.length === steps) return 'There is nothing in it that could be put into a letter.';
  return refusalOf(whole) ?? whole;
}

/**
 * Puts a piece in the place of the selection: as it is where the table allows it, else without its paragraphs, else
 * its words alone; the transaction says so. Gives a sentence where not even words may stand.
 */
export function pasteInto(state: EditorState, slice: Slice): Transaction | string {
  const whole = insertPiece(state.tr, closed(slice));
  if (typeof whole !== 'string') return whole;
  const lines = linesOf(slice.content);
  const { $from } = state.selection;
  const parent = $from.parent.inlineContent ? parentName($from, $from.marks()) : '';
  const breaks = rowOf(parent) === undefined || mayContain(parent, 'lb');
  const candidates = [
    joined(lines, breaks),
    joined(lines.map(wordsOf), breaks),
    joined(lines.map(wordsOf), false),
  ];
  for (const nodes of candidates) {
    if (nodes.length === 0) continue;
    const tr = insertPiece(state.tr, new Slice(Fragment.fromArray(nodes), 0, 0));
    if (typeof tr !== 'string') return say(tr, `Pasted more simply. ${whole}`);
  }
  return whole;
}

/** A list or table with more than one paragraph is put in as such; the words of a single one join the text. */
function closed(slice: Slice): Slice {
  const { content, openStart, openEnd } = slice;
  if (linesOf(content).length < 2) return slice;
  const start = content.firstChild?.isTextblock ? openStart : 0;
  return new Slice(content, start, content.lastChild?.isTextblock ? openEnd : 0);
}

/** The running text of each textblock of a piece. */
function linesOf(content: Fragment): Node[][] {
  const lines: Node[][] = [];
  let loose: Node[] | undefined;
  content.forEach((node) => {
    if (node.isInline) {
      if (!loose) {
        loose = [];
        lines.push(loose);
      }
      loose.push(node);
    } else {
      loose = undefined;
      if (node.isTextblock) lines.push(node.children.slice());
      else lines.push(...linesOf(node.content));
    }
  });
  return lines;
}

function wordsOf(line: readonly Node[]): Node[] {
  const text = line.map((node) => node.textContent).join('');
  return text === '' ? [] : [schema.text(text)];
}

function joined(lines: readonly (readonly Node[])[], breaks: boolean): Node[] {
  const nodes: Node[] = [];
  for (const line of lines) {
    if (line.length === 0) continue;
    if (nodes.length > 0)
      nodes.push(
        breaks ? schema.node('leaf', { id: freshId(), name: 'lb', attrs: noAttributes }) : schema.text(' '),
      );
    nodes.push(...line);
  }
  return nodes;
}

/** Lines at least this long, in UTF-16 units, are taken for the wrapped lines of a paragraph. */
const wrappedFrom = 50;

/**
 * A plain text as a piece to paste. Blank lines part paragraphs. Line ends within a paragraph are spaces where the
 * lines look wrapped, as in a letter or mail, and line beginnings where they are short, as in verse and addresses.
 */
export function pieceOfText(text: string): Slice {
  const paragraphs = text
    .replace(/\r\n?|[\u2028\u0085]/g, '\n')
    .replace(/\u2029/g, '\n\n')
    .replace(/^(?:[ \t]*\n)+|\s+$/g, '')
    .split(/\n(?:[ \t]*\n)+/)
    .map((paragraph) => paragraph.split('\n').map((line) => cleaned(line).trim()));
  const blocks = paragraphs.map((lines) => {
    const wrapped = lines.length > 1 && lines.slice(0, -1).every((line) => line.length >= wrappedFrom);
    const nodes = joined(
      lines.map((line) => (line === '' ? [] : [schema.text(line)])),
      !wrapped,
    );
    return schema.node('textblock', { id: freshId(), name: 'p', attrs: noAttributes }, nodes);
  });
  if (paragraphs.length === 1 && paragraphs[0]?.length === 1) {
    // Spaces at the edges of a single line are the writer's.
    const line = cleaned(text.replace(/[\r\n]+$/, ''));
    return new Slice(line === '' ? Fragment.empty : Fragment.from(schema.text(line)), 0, 0);
  }
  return new Slice(Fragment.fromArray(blocks), 1, 1);
}
