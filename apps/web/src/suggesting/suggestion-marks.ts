import type { SuggestedPart } from '@chancery/prosemirror-tei';
import type { Node } from 'prosemirror-model';
import { Decoration } from 'prosemirror-view';
import { changeSaying } from './suggestion-saying.js';

/** A place of a suggestion in the document that is shown. */
export interface MarkedPart extends SuggestedPart {
  /** The suggestion. */
  readonly id: string;
  readonly author: string;
}

/** By what the marks of a suggestion are known among the decorations of the text. */
export interface SuggestionSpec {
  readonly suggestion: string;
}

/** What a mark says, and of which suggestion it is. */
interface Shown {
  readonly suggestion: string;
  readonly said: string;
}

/** How a place of a suggestion is shown in a text that does not hold it: what goes struck, what comes underlined behind it. */
export function suggestionMarks(doc: Node, part: MarkedPart): Decoration[] {
  const { from, to, removed, inserted, label } = part;
  if (to > doc.content.size) return [];
  const said = changeSaying(part);
  const shown = { suggestion: part.id, said: `suggested by ${part.author}: ${said}` };
  const marks: Decoration[] = [];
  if (removed !== '') marks.push(inline('del', 's-del', from, to, shown));
  else if (from < to) marks.push(...outlined(doc, from, to, shown));
  const note = noteAround(doc, from);
  if (note !== undefined) {
    const end = note + (doc.nodeAt(note)?.nodeSize ?? 0);
    return [Decoration.node(note, end, { class: 's-span', ...attributesOf(shown) }, specOf(shown))];
  }
  if (inserted !== '') marks.push(sign('ins', 's-ins', to, inserted, shown));
  if (label !== '') marks.push(sign('span', 's-label', to, label, shown));
  return marks;
}

/** Words that are in the text because they are suggested. */
export function underlined(from: number, to: number, shown: Shown): Decoration {
  return inline('ins', 's-ins', from, to, shown);
}

/** Words that are not in the text because it is suggested that they go. */
export function struckSign(pos: number, words: string, shown: Shown): Decoration {
  return sign('del', 's-del', pos, words, shown, -1);
}

function attributesOf({ suggestion, said }: Shown): Record<string, string> {
  return { 'data-suggestion': suggestion, 'aria-description': said };
}

function specOf({ suggestion }: Shown): SuggestionSpec {
  return { suggestion };
}

function inline(nodeName: string, look: string, from: number, to: number, shown: Shown): Decoration {
  // What is typed at the end of words that are suggested is suggested with them.
  const spec = { ...specOf(shown), inclusiveEnd: look === 's-ins' };
  return Decoration.inline(from, to, { nodeName, class: look, ...attributesOf(shown) }, spec);
}

/** What is to become another without a word of it changing: words of one paragraph, or whole paragraphs. */
function outlined(doc: Node, from: number, to: number, shown: Shown): Decoration[] {
  const $from = doc.resolve(from);
  if ($from.parent.inlineContent && to <= $from.end()) return [inline('span', 's-span', from, to, shown)];
  const blocks: Decoration[] = [];
  doc.nodesBetween(from, to, (node, pos) => {
    const end = pos + node.nodeSize;
    const whole = node.isBlock && pos >= from && end <= to;
    if (whole)
      blocks.push(Decoration.node(pos, end, { class: 's-block', ...attributesOf(shown) }, specOf(shown)));
    return !whole;
  });
  return blocks;
}

/** Where the note begins that a place lies in: the text shows its callout alone. */
function noteAround(doc: Node, pos: number): number | undefined {
  const $pos = doc.resolve(pos);
  for (let depth = 1; depth <= $pos.depth; depth++)
    if ($pos.node(depth).isInline && $pos.node(depth).attrs.name === 'note') return $pos.before(depth);
  return undefined;
}

function sign(
  nodeName: string,
  look: string,
  pos: number,
  words: string,
  shown: Shown,
  side = 1,
): Decoration {
  const toDOM = () => {
    const dom = document.createElement(nodeName);
    dom.className = look;
    for (const [name, value] of Object.entries(attributesOf(shown))) dom.setAttribute(name, value);
    dom.textContent = words;
    return dom;
  };
  const key = [shown.suggestion, nodeName, words, shown.said].join(' ');
  return Decoration.widget(pos, toDOM, { ...specOf(shown), key, side, ignoreSelection: true });
}
