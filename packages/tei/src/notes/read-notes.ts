import type { XmlElement, XmlNode } from '@chancery/xml';
import { at, attribute, within } from '../header/element-tree.js';
import { isRead } from '../header/reading-text.js';
import { pathFrom } from '../references/path-from.js';
import { textWithReferences } from '../references/read-references.js';
import { rowOf } from '../row-of.js';
import {
  type NoteCall,
  type NoteCallout,
  type NoteInText,
  type NoteSeries,
  noteSeries,
} from './note-in-text.js';

/** The elements whose sentences are the context of what stands in them. */
const blocks = new Set(['p', 'ab', 'item', 'l', 'head', 'salute', 'signed', 'dateline', 'cell', 'quote']);
/** How much of a very long sentence is shown on each side of the callout, in characters. */
const longest = 240;

/**
 * The notes of a file's text, in the order of the file: page footnotes and textual notes where they are called, endnotes
 * where they are kept. See TEI Guidelines, 3.9.1 Notes and Simple Annotation.
 *
 * @param source the source that the tree was parsed from
 */
export function readNotes(tei: XmlElement, source: string): NoteInText[] {
  return notesOf(tei).map(({ element, series: kind, id }) => ({
    id,
    series: kind,
    label: attribute(element, 'n'),
    text: textWithReferences(element),
    wording: source.slice(element.start, element.end),
    start: element.start,
    end: element.end,
  }));
}

/**
 * The callouts in a file's text, in its order.
 *
 * @param path the file inside the edition's folder
 */
export function readCallouts(tei: XmlElement, path: string): NoteCallout[] {
  const places = new Map<XmlElement, number>();
  const counts = new Map<string, number>();
  for (const element of elementsOf(tei)) {
    if (!blocks.has(element.localName)) continue;
    const count = (counts.get(element.localName) ?? 0) + 1;
    counts.set(element.localName, count);
    places.set(element, count);
  }
  return callsIn(tei, path).map(({ element, call }) => ({ ...call, ...contextOf(element, places) }));
}

/**
 * The same without the words around them, which take longer to find than all else.
 *
 * @param path the file inside the edition's folder
 */
export function readCalls(tei: XmlElement, path: string): NoteCall[] {
  return callsIn(tei, path).map(({ call }) => call);
}

function callsIn(tei: XmlElement, path: string): { element: XmlElement; call: NoteCall }[] {
  const inText = new Map(
    notesOf(tei)
      .filter((note) => note.series !== 'endnote')
      .map(({ element, id }) => [element, id]),
  );
  const back = new Set(at(tei, 'text', 'back').flatMap((part) => [...within(part)]));
  return elementsOf(tei).flatMap((element) => {
    const inBack = back.has(element);
    const note = inText.get(element);
    if (note !== undefined) return [{ element, call: { path, note, inBack, ...spanOf(element) } }];
    if (!isPointer(element)) return [];
    return (attribute(element, 'target')?.split(' ') ?? []).map((target) => {
      const [file = '', fragment = ''] = target.split('#');
      const to = file === '' ? path : pathFrom(path, file);
      return { element, call: { path: to, note: fragment, inBack, ...spanOf(element) } };
    });
  });
}

function spanOf({ start, end }: XmlElement): Pick<NoteCallout, 'start' | 'end'> {
  return { start, end };
}

function isPointer(element: XmlElement): boolean {
  return ['ptr', 'ref'].includes(element.localName) && attribute(element, 'type') === 'endnote';
}

function elementsOf(tei: XmlElement): XmlElement[] {
  return at(tei, 'text').flatMap((text) => [...within(text)]);
}

function notesOf(tei: XmlElement): { element: XmlElement; series: NoteSeries; id: string }[] {
  const notes = elementsOf(tei).flatMap((element) => {
    const kind = noteSeries.find((each) => each === attribute(element, 'type'));
    return element.localName === 'note' && kind ? [{ element, series: kind }] : [];
  });
  return notes.map((note, index) => ({
    ...note,
    id: attribute(note.element, 'xml:id') ?? `@${index + 1}`,
  }));
}

function contextOf(
  callout: XmlElement,
  places: ReadonlyMap<XmlElement, number>,
): Pick<NoteCallout, 'before' | 'after' | 'where'> {
  let block = callout.parent;
  while (block && !blocks.has(block.localName)) block = block.parent;
  if (!block) return { before: '', after: '', where: '' };
  const [before, after] = wordsAround(block, callout);
  const where = `${rowOf(block.localName)?.label ?? block.localName} ${places.get(block) ?? ''}`.trim();
  return { ...sentenceAt(before, after), where };
}

function wordsAround(block: XmlElement, callout: XmlElement): [string, string] {
  const sides: [string, string] = ['', ''];
  let side: 0 | 1 = 0;
  const read = (node: XmlNode): void => {
    if (node === callout) side = 1;
    else if (node.type === 'text' || node.type === 'cdata') sides[side] += node.value;
    else if (node.type === 'element') {
      const how = isRead(node);
      if (how === 'words') node.children.forEach(read);
      else if (how === 'space') sides[side] += ' ';
      else if (how === 'joined') sides[side] = sides[side].trimEnd();
    }
  };
  block.children.forEach(read);
  return [spaced(sides[0]).trimStart(), spaced(sides[1]).trimEnd()];
}

function sentenceAt(before: string, after: string): { before: string; after: string } {
  const words = before + after;
  // A callout behind the end of a sentence belongs to that sentence.
  const place = Math.max(before.trimEnd().length - 1, 0);
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(words)) {
    if (place >= index + segment.length) continue;
    const end = Math.max(index + segment.length, before.length);
    return {
      before: shortened(words.slice(index, before.length), 'start'),
      after: shortened(words.slice(before.length, end), 'end'),
    };
  }
  return { before: '', after: '' };
}

function shortened(words: string, from: 'start' | 'end'): string {
  if (words.length <= longest) return words;
  return from === 'start' ? `…${words.slice(-longest)}` : `${words.slice(0, longest)}…`;
}

function spaced(words: string): string {
  return words.replace(/[ \t\r\n]+/g, ' ');
}
