import type { XmlElement } from '@chancery/xml';
import { at, attribute, within } from '../header/element-tree.js';
import type { LetterTarget, Numbering } from '../header/volume-metadata.js';
import { fileStem } from '../references/file-stem.js';

/** A document's entry in the list of the volume's file, with the element that it stands in. */
export interface DocumentItem extends LetterTarget {
  readonly item: XmlElement;
  readonly pointer: XmlElement;
}

/** `list[@type='documents']`, which holds the order of the volume. */
export function documentList(tei: XmlElement): XmlElement | undefined {
  for (const body of at(tei, 'text', 'body'))
    for (const list of within(body))
      if (list.localName === 'list' && attribute(list, 'type') === 'documents') return list;
  return undefined;
}

/** The documents in the order of the volume, each followed by its enclosures: the items of a list within its own. */
export function documentsOf(tei: XmlElement): DocumentItem[] {
  const list = documentList(tei);
  return list ? itemsOf(list, undefined) : [];
}

function itemsOf(list: XmlElement, enclosedIn: string | undefined): DocumentItem[] {
  return at(list, 'item').flatMap((item) =>
    at(item, 'ptr').flatMap((pointer) => {
      const target = attribute(pointer, 'target');
      if (!target) return [];
      const id = fileStem(target.replace(/[?#].*$/, ''));
      const entry = { target, id, number: attribute(item, 'n'), enclosedIn, item, pointer };
      return [entry, ...enclosuresOf(item).flatMap((inner) => itemsOf(inner, id))];
    }),
  );
}

/** The lists of enclosures in a document's entry. */
export function enclosuresOf(item: XmlElement): XmlElement[] {
  return at(item, 'list').filter((list) => attribute(list, 'type') === 'enclosures');
}

/**
 * Numbers are counted where the list is to be rendered with numbers, which is what `@rend="numbered"` of a list says
 * (TEI Guidelines, 3.8 Lists).
 */
export function readNumbering(tei: XmlElement): Numbering {
  const list = documentList(tei);
  return attribute(list, 'rend') === 'numbered' ? 'by-place' : 'as-written';
}
