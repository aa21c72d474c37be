import type { XmlElement } from '@chancery/xml';
import { insertion, type NewElement } from '../header/write/element-patch.js';
import type { SourcePatch } from '../header/write/source-patch.js';
import { documentList, documentsOf, enclosuresOf } from './documents-of.js';
import { NoSuchPlace } from './no-such-place.js';
import { entryOf, firstEnclosure } from './place-patches.js';
import type { NewPlace } from './volume-edit.js';

/**
 * The patch that lists a document that is new.
 *
 * @param place `null` for the end of the volume
 * @throws {NoSuchPlace} without a list of documents, or beside a document that is not listed
 */
export function listedPatches(
  source: string,
  tei: XmlElement,
  target: string,
  place: NewPlace | null,
): SourcePatch[] {
  const list = documentList(tei);
  if (!list) throw new NoSuchPlace('The volume has no list of documents. Write one in its source.');
  // With words, if none, among its elements it stands in one line, as such entries do.
  const item: NewElement = { name: 'item', content: [{ name: 'ptr', attributes: { target } }, ''] };
  if (place === null) return [insertion(source, list, item)];
  const other = entryOf(documentsOf(tei), place.letter);
  if (place.how === 'enclosed') {
    const enclosures = enclosuresOf(other.item)[0];
    if (enclosures) return [insertion(source, enclosures, item)];
    return [firstEnclosure(source, other, () => insertion(source, list, item).text.trim())];
  }
  const siblings = other.item.parent ?? list;
  return [insertion(source, siblings, item, ({ start }) => start <= other.item.start)];
}
