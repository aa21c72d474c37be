import type { Node } from 'prosemirror-model';
import type { Step } from 'prosemirror-transform';
import { placeName } from '../places/place-name.js';
import { suggestedParts } from './suggested-parts.js';

/** What a suggestion says at one place, for those who read it outside of the text, also when the place is gone. */
export interface SuggestionPlace {
  /** What the place is called: “paragraph 4”. */
  readonly place: string;
  /** A few words before it and behind it, in its paragraph. */
  readonly before: string;
  readonly after: string;
  /** The words that are there and stay, where only what they are marked as changes. */
  readonly kept: string;
  readonly removed: string;
  readonly inserted: string;
  readonly label: string;
}

/** What a suggestion says, in words. */
export interface SuggestionWords {
  readonly places: readonly SuggestionPlace[];
  /** How many further places there are that are not quoted. */
  readonly more: number;
}

const mostPlaces = 12;
const mostCharacters = 300;
const around = 24;

/** Says in words what a suggestion would change. */
export function suggestionWords(doc: Node, steps: readonly Step[]): SuggestionWords {
  const parts = suggestedParts(doc, steps);
  const places = parts.slice(0, mostPlaces).map(({ from, to, removed, inserted, label }) => ({
    place: placeName(doc, from),
    before: wordsBefore(doc, from),
    after: wordsBehind(doc, to),
    kept: removed === '' ? shortened(wordsBetween(doc, from, to)) : '',
    removed: shortened(removed),
    inserted: shortened(inserted),
    label: shortened(label),
  }));
  return { places, more: parts.length - places.length };
}

/** The words of a range, without those of notes that are called within it. */
function wordsBetween(node: Node, from: number, to: number): string {
  const words: string[] = [];
  let start = from;
  node.nodesBetween(from, to, (each, pos) => {
    const end = pos + each.nodeSize;
    if (each.attrs.name !== 'note' || pos < start || end > to) return true;
    words.push(node.textBetween(start, pos, ' ', ' '));
    start = end;
    return false;
  });
  return [...words, node.textBetween(start, to, ' ', ' ')].join('');
}

function shortened(text: string): string {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text;
}

function wordsBefore(doc: Node, pos: number): string {
  const $pos = doc.resolve(pos);
  if (!$pos.parent.isTextblock) return '';
  const words = wordsBetween($pos.parent, 0, $pos.parentOffset);
  if (words.length <= around) return words;
  return `…${words.slice(-around).replace(/^\S*\s?/, '')}`;
}

function wordsBehind(doc: Node, pos: number): string {
  const $pos = doc.resolve(pos);
  if (!$pos.parent.isTextblock) return '';
  const words = wordsBetween($pos.parent, $pos.parentOffset, $pos.parent.content.size);
  if (words.length <= around) return words;
  return `${words.slice(0, around).replace(/\s?\S*$/, '')}…`;
}
