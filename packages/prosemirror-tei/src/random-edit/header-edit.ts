import { mayContain } from '@chancery/tei';
import { escapeText, parseTree, type XmlElement, type XmlLeaf } from '@chancery/xml';
import type { OpenLetter } from '../open-letter.js';
import { pick, type Random } from './seeded-random.js';

const WORDS = ['word', ' & ', 'a <b>', 'é“q”', '𐐷', '\u00a0'];

/**
 * The letter's source with one edit of its header, at random: a word typed into a text, a word taken out, a comment put
 * in. Undefined where the header has no text.
 */
export function headerEdit({ source, options }: OpenLetter, random: Random): string | undefined {
  const header = parseTree(source).children.find((child) => child.type === 'element' && isHeader(child));
  const place = header?.type === 'element' ? pick(textsOf(header, source), random) : undefined;
  if (!place) return undefined;
  const { start, end } = place;
  const raw = source.slice(start, end);
  let at = Math.floor(random() * (raw.length + 1));
  if (/[\uDC00-\uDFFF]/.test(raw.charAt(at))) at += 1;
  const chance = random();
  const word = pick(WORDS, random) ?? '';
  if (chance < 0.6) return spliced(source, start + at, 0, escapeText(word, options.writable));
  if (chance < 0.8) return spliced(source, start + at, 0, '<!-- seen -->');
  const gone = /^\p{L}+/u.exec(raw.slice(at))?.[0].length ?? 0;
  // What is left has to be some text still: an empty element may be wrong.
  return gone > 0 && gone < raw.trim().length ? spliced(source, start + at, gone, '') : undefined;
}

function isHeader({ localName }: XmlElement): boolean {
  return localName === 'teiHeader';
}

/** The texts in which anything may be typed; none with references, which a word could tear. */
function textsOf(element: XmlElement, source: string): XmlLeaf[] {
  return element.children.flatMap((child): XmlLeaf[] => {
    if (child.type === 'element') return textsOf(child, source);
    if (child.type !== 'text' || !mayContain(element.localName, '#text')) return [];
    const raw = source.slice(child.start, child.end);
    return raw.trim() === '' || raw.includes('&') ? [] : [child];
  });
}

function spliced(source: string, at: number, gone: number, text: string): string {
  return source.slice(0, at) + text + source.slice(at + gone);
}
