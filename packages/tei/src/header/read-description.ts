import type { XmlElement } from '@chancery/xml';
import { at, attribute, within } from './element-tree.js';
import type { LetterDescription, Manuscript } from './letter-metadata.js';
import { readingText } from './reading-text.js';

/** Reads what the header says of a letter's sources, of the letters around it, and in notes. Any well-formed XML is accepted. */
export function readDescription(tei: XmlElement): LetterDescription {
  return {
    sources: sourcesOf(tei).map(readingText),
    context: contextOf(tei).map((element) => ({
      text: readingText(element),
      target: attribute(element, 'target'),
      type: attribute(element, 'type'),
    })),
    notes: notesOf(tei).map((element) => ({ text: readingText(element), type: attribute(element, 'type') })),
    manuscripts: manuscriptsOf(tei).map(readManuscript),
    witnesses: witnessesOf(tei).map((element) => ({
      siglum: attribute(element, 'xml:id'),
      text: readingText(element),
    })),
    originalLanguage: attribute(textLangOf(tei), 'mainLang'),
    route: textOf(routeOf(tei)),
  };
}

/** The `msDesc`s of `sourceDesc` (TEI Guidelines, 11.4 The Manuscript Identifier). */
export function manuscriptsOf(tei: XmlElement): XmlElement[] {
  return at(tei, 'teiHeader', 'fileDesc', 'sourceDesc', 'msDesc');
}

/** The parts of a manuscript's identifier, with their elements. */
export const manuscriptParts = {
  settlement: 'settlement',
  repository: 'repository',
  shelfmark: 'idno',
} as const;

function readManuscript(manuscript: XmlElement): Manuscript {
  const part = (name: string) => textOf(at(manuscript, 'msIdentifier', name)[0]);
  return {
    settlement: part(manuscriptParts.settlement),
    repository: part(manuscriptParts.repository),
    shelfmark: part(manuscriptParts.shelfmark),
  };
}

/** The witnesses of `sourceDesc`. */
export function witnessesOf(tei: XmlElement): XmlElement[] {
  return at(tei, 'teiHeader', 'fileDesc', 'sourceDesc', 'listWit', 'witness');
}

/** What says in which language the source is. */
export function textLangOf(tei: XmlElement): XmlElement | undefined {
  return at(tei, 'teiHeader', 'fileDesc', 'sourceDesc')
    .flatMap((source) => [...within(source)])
    .find(({ localName }) => localName === 'textLang');
}

/** The note on the way of the letter. */
export function routeOf(tei: XmlElement): XmlElement | undefined {
  return at(tei, 'teiHeader', 'profileDesc', 'correspDesc', 'correspAction')
    .filter((action) => attribute(action, 'type') === 'transmitted')
    .flatMap((action) => at(action, 'note'))[0];
}

function textOf(element: XmlElement | undefined): string | undefined {
  return (element && readingText(element)) || undefined;
}

/** The `bibl`s of `sourceDesc`. */
export function sourcesOf(tei: XmlElement): XmlElement[] {
  return at(tei, 'teiHeader', 'fileDesc', 'sourceDesc', 'bibl');
}

/** The pointers of `correspContext`. */
export function contextOf(tei: XmlElement): XmlElement[] {
  return at(tei, 'teiHeader', 'profileDesc', 'correspDesc', 'correspContext')
    .flatMap((context) => [...within(context)])
    .filter(({ localName }) => localName === 'ref' || localName === 'ptr');
}

/** The notes of `notesStmt`, without the one on the basis of the text. */
export function notesOf(tei: XmlElement): XmlElement[] {
  return at(tei, 'teiHeader', 'fileDesc', 'notesStmt', 'note').filter(
    (note) => attribute(note, 'type') !== 'text-basis',
  );
}
