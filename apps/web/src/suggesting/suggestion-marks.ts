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

/** How a place of a suggestion is shown in a text that does not hold it: what goes struck, what comes underlined behind it. */
export function suggestionMarks(doc: Node, part: MarkedPart): Decoration[] {
  const { id, from, to, removed, inserted, label } = part;
  if (to > doc.content.size) return [];
  const spec: SuggestionSpec = { suggestion: id };
  const said = `suggested by ${part.author}: ${changeSaying(part)}`;
  const attributes = { 'data-suggestion': id, 'aria-description': said };
  const marks: Decoration[] = [];
  if (removed !== '')
    marks.push(Decoration.inline(from, to, { nodeName: 'del', class: 's-del', ...attributes }, spec));
  else if (from < to) marks.push(...outlined(doc, from, to, attributes, spec));
  const note = noteAround(doc, from);
  if (note !== undefined) {
    const end = note + (doc.nodeAt(note)?.nodeSize ?? 0);
    marks.push(Decoration.node(note, end, { class: 's-span', ...attributes }, spec));
  } else if (inserted !== '')
    marks.push(sign(to, 'ins', 's-ins', inserted, { spec, said, key: `${id} ${from} ins ${inserted}` }));
  if (label !== '' && note === undefined)
    marks.push(sign(to, 'span', 's-label', label, { spec, said, key: `${id} ${from} label ${label}` }));
  return marks;
}

/** What is to become another without a word of it changing: words of one paragraph, or whole paragraphs. */
function outlined(
  doc: Node,
  from: number,
  to: number,
  attributes: Record<string, string>,
  spec: SuggestionSpec,
): Decoration[] {
  const $from = doc.resolve(from);
  if ($from.parent.inlineContent && to <= $from.end())
    return [Decoration.inline(from, to, { class: 's-span', ...attributes }, spec)];
  const blocks: Decoration[] = [];
  doc.nodesBetween(from, to, (node, pos) => {
    const whole = node.isBlock && pos >= from && pos + node.nodeSize <= to;
    if (whole)
      blocks.push(Decoration.node(pos, pos + node.nodeSize, { class: 's-block', ...attributes }, spec));
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
  pos: number,
  name: string,
  look: string,
  words: string,
  given: { readonly spec: SuggestionSpec; readonly said: string; readonly key: string },
): Decoration {
  const toDOM = () => {
    const dom = document.createElement(name);
    dom.className = look;
    dom.dataset.suggestion = given.spec.suggestion;
    dom.setAttribute('aria-description', given.said);
    dom.textContent = words;
    return dom;
  };
  return Decoration.widget(pos, toDOM, { ...given.spec, key: given.key, side: 1, ignoreSelection: true });
}
