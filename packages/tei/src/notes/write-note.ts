import { childElements, parseTree, type XmlElement } from '@chancery/xml';
import { at, attribute, within } from '../header/element-tree.js';
import { lineOf } from '../header/write/element-patch.js';
import type { SourcePatch } from '../header/write/source-patch.js';
import { NoSuchPlace } from '../volume/no-such-place.js';

/**
 * The patch of a volume's own file that adds an endnote without words behind the last one, and the `xml:id` that the note gets.
 *
 * @throws {NoSuchPlace} where the file has no place for endnotes
 */
export function newEndnote(source: string): { readonly id: string; readonly patch: SourcePatch } {
  const tei = parseTree(source);
  const ids = new Set([tei, ...within(tei)].flatMap((element) => attribute(element, 'xml:id') ?? []));
  let number = endnotesOf(tei).length + 1;
  while (ids.has(`endnote-${number}`)) number += 1;
  const id = `endnote-${number}`;
  const prefix = tei.name.slice(0, tei.name.length - tei.localName.length);
  const text = `<${prefix}note type="endnote" xml:id="${id}"></${prefix}note>`;
  const last = endnotesOf(tei).at(-1);
  if (last)
    return { id, patch: { start: last.end, end: last.end, text: (lineOf(source, last) ?? '') + text } };
  const home = at(tei, 'text', 'back')
    .flatMap(childElements)
    .find((part) => part.localName === 'div' && attribute(part, 'type') === 'notes');
  if (!home)
    throw new NoSuchPlace(
      'The volume has no place for endnotes. Put a division of the type “notes” into the back matter of its file.',
    );
  const head = at(home, 'head').at(-1);
  const place = head?.end ?? home.contentStart;
  return { id, patch: { start: place, end: place, text: (head ? (lineOf(source, head) ?? '') : '') + text } };
}

/**
 * The patch that takes an endnote out of its file, with its line.
 *
 * @throws {NoSuchPlace} for a note that is not there
 */
export function removedNote(source: string, id: string): SourcePatch {
  const note = endnotesOf(parseTree(source)).find((element) => attribute(element, 'xml:id') === id);
  if (!note) throw new NoSuchPlace('The volume has no such endnote any more.');
  return { start: note.start - (lineOf(source, note) ?? '').length, end: note.end, text: '' };
}

function endnotesOf(tei: XmlElement): XmlElement[] {
  return at(tei, 'text')
    .flatMap((text) => [...within(text)])
    .filter((element) => element.localName === 'note' && attribute(element, 'type') === 'endnote');
}
