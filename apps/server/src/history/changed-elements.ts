import { attributeOf, describeNode, elementLabel, elementOf, elementOfMark } from '@chancery/prosemirror-tei';
import { attributesOf, rowOf } from '@chancery/tei';
import type { Mark, Node } from 'prosemirror-model';
import { inQuotes } from './in-quotes.js';

/** An element of a reading text that is no block: a phrase, a note, a gap. */
interface Phrase {
  readonly name: string;
  readonly held: Node | Mark;
  text: string;
  /** The words after it in its block. */
  after: string;
}

/** What became of the phrase elements between two states of a letter, in sentences; and the words that these have told of. */
export interface ElementChanges {
  readonly sentences: readonly string[];
  /** Texts that were brought with an element and are spoken of with it. */
  readonly told: readonly string[];
}

/** Elements whose words are the editors': what was supplied or emended is told with them. */
const editorial = new Set(['supplied', 'choice', 'note', 'gap']);

/**
 * Says which phrase elements have come, have gone from words that are left, or say something else of them.
 *
 * @param moves elements that have come just as they have gone elsewhere are told too, as where nothing else is to be told
 */
export function changedElements(before: Node, after: Node, moves: boolean): ElementChanges {
  const were = phrasesOf(before);
  const are = phrasesOf(after);
  const added = new Map<string, Phrase[]>();
  const sentences: string[] = [];
  const told: string[] = [];
  const gone = [...were].flatMap(([id, phrase]) => (are.has(id) ? [] : [phrase]));
  for (const [id, phrase] of are) {
    if (were.has(id)) continue;
    const twin = moves ? -1 : gone.findIndex((each) => saysTheSame(each, phrase));
    if (twin >= 0) gone.splice(twin, 1);
    else added.set(phrase.name, [...(added.get(phrase.name) ?? []), phrase]);
  }
  for (const [name, phrases] of added) {
    sentences.push(...broughtWords(name, phrases));
    if (editorial.has(name)) told.push(...phrases.map(({ text }) => text));
  }
  for (const [id, phrase] of were) {
    const now = are.get(id);
    if (now) sentences.push(...attributeWords(phrase, now));
    else if (gone.includes(phrase) && phrase.text !== '' && after.textContent.includes(phrase.text)) {
      sentences.push(`${inQuotes(phrase.text)} is no longer marked as ${labelOf(phrase)}`);
    }
  }
  return { sentences, told };
}

function saysTheSame(one: Phrase, other: Phrase): boolean {
  return (
    one.name === other.name &&
    one.text === other.text &&
    [...new Set([...namesOf(one), ...namesOf(other)])].every(
      (name) => attributeOf(one.held, name) === attributeOf(other.held, name),
    )
  );
}

function phrasesOf(doc: Node): Map<string, Phrase> {
  const phrases = new Map<string, Phrase>();
  doc.descendants((node, _pos, parent, index) => {
    const words = node.isText ? (node.text ?? '') : '';
    for (const mark of node.marks) {
      const id = String(mark.attrs.id);
      const known = phrases.get(id);
      if (known) known.text += words;
      else phrases.set(id, { name: elementOfMark(mark), held: mark, text: words, after: '' });
      const phrase = phrases.get(id);
      if (phrase) phrase.after = textAfter(parent, index);
    }
    const name = elementOf(node);
    // The parts of an emendation are told with it.
    if (node.isInline && !node.isText && name !== '' && typeof node.attrs.id === 'string') {
      phrases.set(node.attrs.id, {
        name,
        held: node,
        text: node.textContent,
        after: textAfter(parent, index),
      });
      return name !== 'choice';
    }
    return node.type.name !== 'opaqueBlock';
  });
  return phrases;
}

function textAfter(parent: Node | null, index: number): string {
  let text = '';
  for (let next = index + 1; parent && next < parent.childCount && text.length < 40; next += 1) {
    text += parent.child(next).textContent;
  }
  return text;
}

function broughtWords(name: string, phrases: readonly Phrase[]): string[] {
  const [first] = phrases;
  if (!first) return [];
  const label = labelOf(first);
  const group = rowOf(name)?.toolbar?.group;
  if (phrases.length > 1) {
    if (group === 'names' || group === 'notes') return [`Marked ${phrases.length} ${label}s`];
    return [`Marked ${phrases.length} passages as ${label}`];
  }
  if (name === 'supplied') {
    const next = /[\p{L}\p{N}]+/u.exec(first.after)?.[0];
    return [`Supplied [${first.text}]${next === undefined ? '' : ` before ${next}`}`];
  }
  if (name === 'choice' && 'content' in first.held) return [emendationWords(first.held)];
  if ('isLeaf' in first.held && first.held.isLeaf) return [`Put in ${lowerFirst(describeNode(first.held))}`];
  if (name === 'note') return [`Wrote the ${label} ${inQuotes(first.text)}`];
  return [`Marked ${inQuotes(first.text)} as ${label}`];
}

/** “Emendation: gratitute to gratitude”. */
function emendationWords(choice: Node): string {
  const parts: string[] = [];
  choice.forEach((child) => {
    parts.push(child.textContent.trim());
  });
  return `${elementLabel('choice')}: ${parts.filter(Boolean).join(' to ')}`;
}

function attributeWords(was: Phrase, is: Phrase): string[] {
  const names = new Set([...namesOf(was), ...namesOf(is)]);
  const changed = [...names].filter((name) => attributeOf(was.held, name) !== attributeOf(is.held, name));
  if (changed.length === 0) return [];
  const labels = changed.map((name) => attributeLabel(is.name, name)).join(', ');
  return [`Changed what ${labelOf(is)} ${inQuotes(is.text)} says: ${labels}`];
}

function namesOf({ held }: Phrase): string[] {
  return Object.keys(held.attrs.attrs ?? {});
}

/** What editors call an attribute of an element, in lower case. */
export function attributeLabel(element: string, name: string): string {
  const row = rowOf(element);
  const attribute = row && attributesOf(row).find((each) => each.name === name);
  return (attribute?.label ?? name).toLowerCase();
}

function labelOf({ name, held }: Phrase): string {
  return elementLabel(name, attributeOf(held, 'type')).toLowerCase();
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
