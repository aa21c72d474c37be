import { parseTree, type XmlElement } from '@chancery/xml';
import { at, attribute, within } from './element-tree.js';
import type { EndnoteCallout, LetterMetadata, TextBasis } from './letter-metadata.js';
import { readCorrespondence } from './read-correspondence.js';
import { calendarDate, readDates } from './read-dates.js';
import { readNumber, readTitle } from './read-headings.js';
import { readIncipit } from './read-incipit.js';
import { readLanguage } from './read-language.js';
import { readingText } from './reading-text.js';

/**
 * Reads what lists, calendars and headings need to know of a letter. Any well-formed XML is accepted: what it does not
 * say, or says in another way than the encoding guide, is undefined or empty.
 *
 * @param letter the source of a TEI file, or the root of its tree.
 * @throws {NoRootElement} when the source holds no element.
 */
export function readMetadata(letter: string | XmlElement): LetterMetadata {
  const tei = typeof letter === 'string' ? parseTree(letter) : letter;
  const dates = readDates(tei);
  const heading = at(tei, 'teiHeader', 'fileDesc', 'titleStmt', 'title')[0];
  const kinds = [...at(tei, 'text', 'body', 'div'), ...at(tei, 'text')];
  return {
    id: attribute(tei, 'xml:id'),
    headerTitle: (heading && readingText(heading)) || undefined,
    kind: kinds.map((element) => attribute(element, 'type')).find(Boolean),
    number: readNumber(tei),
    title: readTitle(tei),
    dates,
    date: calendarDate(dates),
    ...readCorrespondence(tei),
    textBasis: readTextBasis(tei),
    language: readLanguage(tei),
    incipit: readIncipit(tei),
    ...readNotes(tei),
  };
}

function readTextBasis(tei: XmlElement): TextBasis | undefined {
  const notes = at(tei, 'teiHeader', 'fileDesc', 'notesStmt', 'note');
  const note = notes.find((candidate) => attribute(candidate, 'type') === 'text-basis');
  return note && { type: attribute(note, 'subtype'), text: readingText(note) };
}

function readNotes(tei: XmlElement): { callouts: EndnoteCallout[]; footnotes: number } {
  const callouts: EndnoteCallout[] = [];
  let footnotes = 0;
  for (const text of at(tei, 'text')) {
    for (const element of within(text)) {
      const type = attribute(element, 'type');
      if (element.localName === 'ptr' && type === 'endnote') {
        const target = attribute(element, 'target');
        if (target) callouts.push({ target, id: target.slice(target.indexOf('#') + 1) });
      } else if (element.localName === 'note') {
        const place = attribute(element, 'place');
        if (type === 'footnote' || (!type && (place === 'bottom' || place === 'foot'))) footnotes++;
      }
    }
  }
  return { callouts, footnotes };
}
