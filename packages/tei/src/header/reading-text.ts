import type { XmlElement } from '@chancery/xml';
import { at } from './element-tree.js';

/** Left out of a reading text: apparatus, and what the writer himself took out. */
const SILENT = new Set(['note', 'del', 'surplus', 'figDesc', 'fw', 'rdg']);

/** Of two readings in one `choice`, the first that is not for reading. See TEI Guidelines, 3.5 Simple Editorial Changes. */
const UNREAD = new Set(['sic', 'orig', 'abbr']);

/** Beginnings of lines, columns and pages part words unless `@break` says no. See TEI Guidelines, 3.11.3 Milestone Elements. */
const BEGINNINGS = new Set(['lb', 'cb', 'pb', 'gb']);

/**
 * An element's words as a reader meets them, white space normalized, without notes and without the writer's
 * deletions; of a `choice` the corrected, regularized or expanded reading.
 */
export function readingText(element: XmlElement): string {
  return normalized(raw(element, ' '));
}

/** The same line for line, divided at `lb`. Empty lines are left out. */
export function readingLines(element: XmlElement): string[] {
  return raw(element, LINE_END).split(LINE_END).map(normalized).filter(Boolean);
}

/** Separates lines while they are gathered. No XML document can hold this character. */
const LINE_END = '\u0000';

function raw(element: XmlElement, lineEnd: string): string {
  let text = '';
  for (const child of element.children) {
    if (child.type === 'text' || child.type === 'cdata') text += child.value;
    else if (child.type !== 'element' || SILENT.has(child.localName)) continue;
    else if (BEGINNINGS.has(child.localName)) {
      const joins = child.attributes.some(({ name, value }) => name === 'break' && value === 'no');
      if (joins) text = text.trimEnd();
      else text += child.localName === 'lb' ? lineEnd : ' ';
    } else if (isUnread(child)) continue;
    else text += raw(child, lineEnd);
  }
  return text;
}

function isUnread(element: XmlElement): boolean {
  const choice = element.parent;
  if (choice?.localName !== 'choice' || !UNREAD.has(element.localName)) return false;
  return at(choice, 'corr').length + at(choice, 'reg').length + at(choice, 'expan').length > 0;
}

/** XML white space only: a no-break space is text. */
function normalized(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').trim();
}
