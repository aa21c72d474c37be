import { childElements, type XmlElement } from '@chancery/xml';
import { at, attribute } from './element-tree.js';
import { readingText } from './reading-text.js';
import type { Responsible } from './volume-metadata.js';

/** Where names of responsible people may stand. See TEI Guidelines, 3.12.2.2 Titles, Authors, and Editors. */
const names = new Set(['persName', 'name', 'orgName', 'rs']);

/** Whether an element of a statement of responsibility names whom it is about. */
export function isResponsibleName({ localName }: XmlElement): boolean {
  return names.has(localName);
}

/** Those whom the header names in its statements of responsibility, with the identifiers that marks may point to. */
export function readResponsible(tei: XmlElement): Responsible[] {
  return at(tei, 'teiHeader', 'fileDesc', 'titleStmt', 'respStmt').flatMap((statement) => {
    const named = childElements(statement).find(isResponsibleName);
    const id = attribute(named, 'xml:id') ?? attribute(statement, 'xml:id');
    return named && id !== undefined ? [{ id, name: readingText(named) }] : [];
  });
}
