import type { XmlElement } from '@chancery/xml';
import { at, attribute, within } from './element-tree.js';
import type { LetterDescription } from './letter-metadata.js';
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
  };
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
