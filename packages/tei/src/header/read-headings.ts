import type { XmlElement } from '@chancery/xml';
import { ancestor, at, attribute, within } from './element-tree.js';
import type { LetterNumber, LetterTitle } from './letter-metadata.js';
import { readingLines, readingText } from './reading-text.js';

/** What stands before a figure. */
export const numberLabel = /^(?:No\.?|Nr\.?|N°|№)\s*/i;

/** The element whose words are the letter's number. */
export function numberOf(tei: XmlElement): XmlElement | undefined {
  const head = headOfType(tei, 'number');
  return head && (suppliedIn(head) ?? head);
}

/** “No. 4” from `head[@type='number']`, with the evidence that the header gives for a supplied one. */
export function readNumber(tei: XmlElement): LetterNumber | undefined {
  const head = headOfType(tei, 'number');
  if (!head) return undefined;
  const supplied = suppliedIn(head);
  const text = readingText(supplied ?? head).replace(numberLabel, '');
  if (!text) return undefined;
  const notes = at(tei, 'teiHeader', 'fileDesc', 'notesStmt', 'note');
  const evidence = notes.find((note) => attribute(note, 'type') === 'number');
  return { text, supplied: supplied !== undefined, evidence: evidence && readingText(evidence) };
}

/** The title over the letter from `head[@type='title']`. */
export function readTitle(tei: XmlElement): LetterTitle | undefined {
  const head = headOfType(tei, 'title');
  if (!head) return undefined;
  const lines = readingLines(head);
  if (lines.length === 0) return undefined;
  return { text: lines.join(' '), supplied: suppliedIn(head) !== undefined, lines };
}

/** The head of a type over the letter. */
export function headOfType(tei: XmlElement, type: string): XmlElement | undefined {
  for (const body of at(tei, 'text', 'body')) {
    for (const element of within(body)) {
      if (element.localName === 'head' && attribute(element, 'type') === type && !ancestor(element, 'note')) {
        return element;
      }
    }
  }
  return undefined;
}

function suppliedIn(head: XmlElement): XmlElement | undefined {
  return [...within(head)].find(({ localName }) => localName === 'supplied');
}
