import { attributeValue, childElements, parseTree, type XmlElement } from '@chancery/xml';
import type { PlannedEntry } from './document-facts.js';

/** What of the plan, which stylesheets made, the making of the pages has to know. */
export interface Plan {
  /** The title of the volume. */
  readonly title: string;
  /** Its main language. */
  readonly language: string;
  /** Slugs of the pages beside the documents’, in the order of reading. */
  readonly pages: readonly string[];
  /** Those of them that stand before the documents. */
  readonly front: ReadonlySet<string>;
  /** The pages that the web edition adds of its own. */
  readonly added: readonly AddedAddress[];
  /** What progress calls a document, and what the heading of another page is. */
  readonly labels: ReadonlyMap<string, string>;
  /** Endnotes that no document calls. */
  readonly uncalled: readonly string[];
}

/** Where a page is that the web edition adds. */
export interface AddedAddress {
  /** Which page: `calendar`, `search`, or the kind of a register. */
  readonly of: string;
  readonly slug: string;
}

/** @param calendar the plan as `web/plan` makes it */
export function readPlan(calendar: string): Plan {
  const root = parseTree(calendar);
  const parts = childElements(root).flatMap(childElements);
  const of = (name: string) => parts.filter(({ localName }) => localName === name);
  const reading = parts.filter(({ localName }) => localName === 'page' || localName === 'entry');
  const first = reading.findIndex(({ localName }) => localName === 'entry');
  const slugOf = (page: XmlElement) => attribute(page, 'slug');
  return {
    title: attribute(root, 'title'),
    language: attribute(root, 'lang'),
    pages: of('page').map(slugOf),
    front: new Set(reading.slice(0, first === -1 ? undefined : first).map(slugOf)),
    added: of('link')
      .filter((link) => attribute(link, 'type') === 'added')
      .map((link) => ({ of: attribute(link, 'of'), slug: slugOf(link) })),
    labels: new Map([
      ...of('link').map((link): [string, string] => [slugOf(link), attribute(link, 'label')]),
      ...of('entry').map((entry): [string, string] => [
        attribute(entry, 'id'),
        attribute(entry, 'number') || attribute(entry, 'title'),
      ]),
      ...of('page').map((page): [string, string] => [slugOf(page), attribute(page, 'label')]),
    ]),
    uncalled: of('note')
      .filter((note) => childElements(note).length === 0)
      .map((note) => attribute(note, 'id')),
  };
}

/** @param entry one document of the plan */
export function readEntry(entry: string): PlannedEntry {
  const element = parseTree(entry);
  return {
    id: attribute(element, 'id'),
    label: attribute(element, 'number') || attribute(element, 'title'),
    figure: attribute(element, 'figure'),
    title: attribute(element, 'title'),
    isFurnished: attribute(element, 'furnished') === 'true',
    date: attribute(element, 'date'),
    when: attribute(element, 'when'),
    incipit: attribute(element, 'incipit'),
    hasFacsimile: attribute(element, 'facsimile') === 'true',
  };
}

function attribute(element: XmlElement, name: string): string {
  return attributeValue(element, name) ?? '';
}
