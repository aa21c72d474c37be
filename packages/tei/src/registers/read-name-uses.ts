import { parseTree, type XmlElement } from '@chancery/xml';
import { ancestor, attribute, within } from '../header/element-tree.js';
import { readingText } from '../header/reading-text.js';
import { rowOf } from '../row-of.js';
import { whereItLeads } from './name-pointers.js';
import type { NameUse } from './register.js';
import { registerRows } from './register-rows.js';

/** How much of a long paragraph is shown around a name, in UTF-16 units to either side. */
const around = 160;

/** What is no name and may stand for an entry all the same: a reference to a book, the source of a quotation. */
const pointers = new Set(['ref', 'ptr', 'quote', 'q', 'cit', 'note', 'rs', 'head']);
const pointing = ['ref', 'target', 'source', 'corresp'] as const;

/**
 * The names of persons, places, organisations and books in a letter, header and text alike, and what points into a file
 * beside them, in the order of the file. Of a name within a name (the settlement of a place) the outer one counts. The entries of
 * registers are none, nor are the titles of the letter itself.
 *
 * @param file the letter's path inside the edition's folder
 */
export function readNameUses(tei: XmlElement, file: string): NameUse[] {
  const last = new Map<XmlElement, { readonly context: string; readonly seen: Map<string, number> }>();
  return nameElements(tei).map(({ element, kind }) => {
    const written = writtenIn(element, kind);
    const to = written === undefined ? undefined : whereItLeads(written, file);
    const holder = holderOf(element);
    const words = readingText(element);
    const known = last.get(holder) ?? { context: readingText(holder), seen: new Map<string, number>() };
    last.set(holder, known);
    const { context, seen } = known;
    const at = Math.max(0, context.indexOf(words, (seen.get(words) ?? -1) + 1));
    seen.set(words, at);
    const id = attribute(element, 'xml:id');
    return {
      kind,
      ...(written === undefined ? {} : { written }),
      ...(to ? { path: to.path, target: to.id } : {}),
      words,
      context: sentenceAt(context, at, words.length),
      isInHeader: ancestor(element, 'teiHeader') !== undefined,
      ...(id === undefined ? {} : { id }),
    };
  });
}

/** Where the names of a letter stand in its source: what each of them holds, in the order of {@link readNameUses}. */
export function namePlaces(
  source: string,
): { readonly start: number; readonly end: number; readonly isInHeader: boolean }[] {
  return nameElements(parseTree(source)).map(({ element }) => ({
    start: element.contentStart,
    end: element.contentEnd,
    isInHeader: ancestor(element, 'teiHeader') !== undefined,
  }));
}

/** The elements that {@link readNameUses} reads, in its order. */
export function nameElements(tei: XmlElement): { element: XmlElement; kind: NameUse['kind'] }[] {
  const isList = ({ localName }: XmlElement) => registerRows.some(({ list }) => list === localName);
  const found: { element: XmlElement; kind: NameUse['kind'] }[] = [];
  const enter = (element: XmlElement) => !isList(element) && !isName(element);
  for (const element of within(tei, enter)) {
    const kind = kindOf(element);
    if (kind !== undefined) found.push({ element, kind });
  }
  return found;
}

function kindOf(element: XmlElement): NameUse['kind'] | undefined {
  const { localName } = element;
  if (isName(element)) return rowOf(localName)?.registers?.ref;
  const isPointer = pointers.has(localName) && (writtenIn(element, 'pointer')?.includes('#') ?? false);
  return isPointer ? 'pointer' : undefined;
}

/** A title or a reference to a book is a name in the text; in the header it mostly says what the letter itself is. */
function isName(element: XmlElement): boolean {
  const kind = rowOf(element.localName)?.registers?.ref;
  if (kind !== 'bibliography') return kind !== undefined;
  return attribute(element, 'ref') !== undefined || ancestor(element, 'teiHeader') === undefined;
}

function writtenIn(element: XmlElement, kind: NameUse['kind']): string | undefined {
  const names = kind === 'pointer' ? pointing : pointing.slice(0, 1);
  return names.flatMap((name) => attribute(element, name) ?? [])[0]?.split(' ')[0];
}

/** What a name's sentence is looked for in: what holds it, or what holds that where it is a phrase itself. */
function holderOf(element: XmlElement): XmlElement {
  const block = element.parent ?? element;
  return rowOf(block.localName)?.shape === 'phrase' && block.parent ? block.parent : block;
}

/** A full stop behind an initial or an abbreviation ends no sentence. */
const sentenceEnd = /(?<!\b(?:\p{Lu}|Mr|Mrs|Dr|No|Nos|St|Vol|pp?))[.!?](?=\s+\p{Lu}|$)/gu;

/** The sentence around some words, as much of it as is near them: whole words, and a sign where it goes on. */
function sentenceAt(words: string, at: number, length: number): string {
  const end = at + length;
  const ends = [...words.matchAll(sentenceEnd)].map(({ index }) => index + 1);
  const first = ends.findLast((each) => each <= at) ?? 0;
  const from = at - first <= around ? first : words.indexOf(' ', at - around) + 1 || at;
  const last = ends.find((each) => each > end) ?? words.length;
  const to = last - end <= around ? last : Math.max(end, words.lastIndexOf(' ', end + around));
  return `${from > first ? '…' : ''}${words.slice(Math.min(from, at), to).trim()}${to < last ? '…' : ''}`;
}
