import type { XmlElement } from '@chancery/xml';
import { at, within } from './element-tree.js';
import { firstWords } from './reading-text.js';

const WORDS = 14;

/** The first words of the first paragraph that has any, notes left out, without the punctuation that ends them. */
export function readIncipit(tei: XmlElement): string | undefined {
  for (const body of at(tei, 'text', 'body')) {
    for (const element of within(body, ({ localName }) => localName !== 'note')) {
      if (element.localName !== 'p' && element.localName !== 'ab' && element.localName !== 'l') continue;
      const words = firstWords(element, WORDS);
      if (words) return withoutEndPunctuation(words);
    }
  }
  return undefined;
}

/** Keeps the last point of an abbreviation: “U.S.S.R.” */
function withoutEndPunctuation(words: string): string {
  const last = words.slice(words.lastIndexOf(' ') + 1);
  return /\..*\.$/.test(last) ? words : words.replace(/[.,;:]+$/, '');
}
