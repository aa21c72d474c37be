import type { XmlElement, XmlNode } from '@chancery/xml';
import { rowOf } from '../row-of.js';
import { attribute } from './element-tree.js';
import { wasRead } from './what-is-read.js';

/**
 * An element's words as a reader meets them, white space normalized, without notes and without the writer's
 * deletions; of a `choice` the corrected, regularized or expanded reading.
 */
export function readingText(element: XmlElement): string {
  wasRead(element.start, element.end);
  return normalized(raw(element, ' '));
}

/** The same with words for each `ptr`, which has none of its own. */
export function readingTextWith(element: XmlElement, worded: Worded): string {
  wasRead(element.start, element.end);
  return normalized(raw(element, ' ', worded));
}

/** The same line for line, divided at `lb`. Empty lines are left out. */
export function readingLines(element: XmlElement): string[] {
  wasRead(element.start, element.end);
  return raw(element, LINE_END).split(LINE_END).map(normalized).filter(Boolean);
}

/** The first words of the same, not more than `count` of them. Nothing is read behind the beginning of the next word. */
export function firstWords(element: XmlElement, count: number): string {
  let text = '';
  let end = element.end;
  for (const child of element.children) {
    const before = text;
    text = appended(text, child, ' ');
    if (wordsOf(text).length <= count) continue;
    end = child.start + lengthUntil(child, (part) => wordsOf(before + part).length > count);
    break;
  }
  wasRead(element.start, end);
  return wordsOf(text).slice(0, count).join(' ');
}

/** How much of a child has to be read until it is enough: all of what is not plain text written as it reads. */
function lengthUntil({ type, start, end, ...child }: XmlNode, enough: (part: string) => boolean): number {
  const whole = end - start;
  if (type !== 'text' || !('value' in child) || child.value.length !== whole) return whole;
  for (const { index } of child.value.matchAll(/[^ \t\r\n]+/g)) {
    if (enough(child.value.slice(0, index + 1))) return index + 1;
  }
  return whole;
}

/** Separates lines while they are gathered. No XML document can hold this character. */
const LINE_END = '\u0000';

type Worded = (pointer: XmlElement) => string;

function raw(element: XmlElement, lineEnd: string, worded?: Worded): string {
  return element.children.reduce((text, child) => appended(text, child, lineEnd, worded), '');
}

function appended(text: string, child: XmlNode, lineEnd: string, worded?: Worded): string {
  if (child.type === 'text' || child.type === 'cdata') return text + child.value;
  if (child.type !== 'element') return text;
  if (child.localName === 'ptr' && worded) return text + worded(child);
  switch (isRead(child)) {
    case 'words':
      return text + raw(child, lineEnd, worded);
    case 'space':
      return text + (child.localName === 'lb' ? lineEnd : ' ');
    case 'joined':
      return text.trimEnd();
    default:
      return text;
  }
}

/**
 * How an element within is read: by its words, as a space between words, as nothing, or so that the words around join.
 * Beginnings of lines, columns and pages part words unless `@break` says no (TEI Guidelines, 3.11.3 Milestone Elements).
 */
export function isRead(element: XmlElement): 'words' | 'space' | 'joined' | 'nothing' {
  switch (rowOf(element.localName)?.reads) {
    case 'nothing':
      return 'nothing';
    case 'space':
      return attribute(element, 'break') === 'no' ? 'joined' : 'space';
    case 'copy':
      return isEmended(element.parent) ? 'nothing' : 'words';
    default:
      return 'words';
  }
}

/** Whether a `choice` has a reading that takes the place of the copy's. See TEI Guidelines, 3.5 Simple Editorial Changes. */
function isEmended(choice: XmlElement | undefined): boolean {
  return (
    choice?.localName === 'choice' &&
    choice.children.some((child) => child.type === 'element' && rowOf(child.localName)?.reads !== 'copy')
  );
}

/** XML white space only: a no-break space is text. */
function normalized(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').trim();
}

function wordsOf(text: string): string[] {
  return normalized(text).split(' ').filter(Boolean);
}
