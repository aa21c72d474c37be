import { parseTree, type XmlElement } from '@chancery/xml';
import { at, attribute } from './element-tree.js';
import { actionsOf, correspondentsOf, placesOf } from './read-correspondence.js';
import { datesOf } from './read-dates.js';
import {
  contextOf,
  manuscriptsOf,
  notesOf,
  routeOf,
  sourcesOf,
  textLangOf,
  witnessesOf,
} from './read-description.js';
import type { MetadataEdit } from './write/metadata-edit.js';

/** Which value of a letter’s metadata it is: its field and, where there are several, which of them, as a `MetadataEdit` counts them. */
export type HeaderField = `${MetadataEdit['field']}${'' | `.${string}`}`;

/**
 * The value of the metadata that an offset of a letter’s source stands in: `senders.0`, `date.sent.0`, `textBasis`. Undefined in the text, and for
 * what of the header is none of these.
 */
export function headerFieldAt(source: string, offset: number): HeaderField | undefined {
  const tei = parseTree(source);
  return fieldsOf(tei).find(([, { start, end }]) => start <= offset && offset < end)?.[0];
}

/** The elements of the header that hold values, inner ones before those that they stand in. */
function fieldsOf(tei: XmlElement): [HeaderField, XmlElement][] {
  const numbered = (field: MetadataEdit['field'] | `date.${string}`, elements: readonly XmlElement[]) =>
    elements.map((element, index): [HeaderField, XmlElement] => [
      `${field}.${index}` as HeaderField,
      element,
    ]);
  const one = (field: MetadataEdit['field'], [element]: readonly (XmlElement | undefined)[]) =>
    element ? [[field, element] satisfies [HeaderField, XmlElement]] : [];
  const shown = datesOf(tei).filter(({ shadowed }) => !shadowed);
  const inHeader = [...at(tei, 'teiHeader', 'fileDesc', 'notesStmt', 'note')];
  return [
    ...one('headerTitle', at(tei, 'teiHeader', 'fileDesc', 'titleStmt', 'title')),
    ...(['senders', 'signatories', 'addressees', 'intermediaries'] as const).flatMap((part) =>
      numbered(part, correspondentsOf(tei, part)),
    ),
    ...numbered('places', actionsOf(tei).flatMap(placesOf)),
    ...[...new Set(shown.map(({ type }) => type))].flatMap((type) =>
      numbered(
        `date.${type}`,
        shown.filter((date) => date.type === type).map(({ element }) => element),
      ),
    ),
    ...one('route', [routeOf(tei)]),
    ...one('originalLanguage', [textLangOf(tei)]),
    ...one(
      'textBasis',
      inHeader.filter((note) => attribute(note, 'type') === 'text-basis'),
    ),
    ...numbered('notes', notesOf(tei)),
    ...numbered('manuscripts', manuscriptsOf(tei)),
    ...numbered('witnesses', witnessesOf(tei)),
    ...numbered('sources', sourcesOf(tei)),
    ...numbered('context', contextOf(tei)),
  ];
}
