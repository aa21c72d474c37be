import { rowOf } from '../row-of.js';

/** What may begin the first page of the copy, where it points to a picture and the page has no break. */
const holders: ReadonlySet<string> = new Set(['body', 'front', 'back', 'div']);

/**
 * Whether an element of the text begins a page of the copy: a page break and the text itself do, what holds text does where it points to a picture
 * (TEI Guidelines, 12.1 Digital Facsimiles).
 *
 * @param name of the element
 * @param facs what it points to, by `@facs`
 */
export function beginsPage(name: string, facs: string | undefined): boolean {
  return name === 'pb' || name === 'text' || (facs !== undefined && holders.has(name));
}

/** Whether an element of that name stands at the beginning of a line, a column or a page of the copy, and does not hold it. */
export function beginsLine(name: string): boolean {
  return rowOf(name)?.reads === 'space';
}
