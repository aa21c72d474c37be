import { attributesOf, mayContain, rowOf } from '@chancery/tei';
import {
  escapeAttribute,
  escapeText,
  parseTree,
  readTag,
  type XmlElement,
  type XmlLeaf,
} from '@chancery/xml';
import type { OpenLetter } from '../open-letter.js';
import { pick, type Random } from './seeded-random.js';

const WORDS = ['word', ' & ', 'a <b>', 'é“q”', '𐐷', '\u00a0'];
const VALUES = ['3', 'a & "b" <c>', "it's", 'é“q”𐐷', 'a\tb', ''];

/**
 * The letter's source with one edit of its header, at random: a word typed into a text, a word taken out, a word in an
 * element, a comment put in; an attribute set, changed or removed. Undefined where the header has no place for it.
 */
export function headerEdit(letter: OpenLetter, random: Random): string | undefined {
  const header = parseTree(letter.source).children.find(
    (child) => child.type === 'element' && isHeader(child),
  );
  if (header?.type !== 'element') return undefined;
  return random() < 0.3 ? editAttribute(letter, header, random) : editText(letter, header, random);
}

function editText({ source, options }: OpenLetter, header: XmlElement, random: Random): string | undefined {
  const place = pick(textsOf(header, source), random);
  if (!place) return undefined;
  const { start, end } = place.text;
  const raw = source.slice(start, end);
  let at = Math.floor(random() * (raw.length + 1));
  if (/[\uDC00-\uDFFF]/.test(raw.charAt(at))) at += 1;
  const chance = random();
  const word = escapeText(pick(WORDS, random) ?? '', options.writable);
  if (chance < 0.5) return spliced(source, start + at, 0, word);
  if (chance < 0.6 && mayContain(place.within.localName, 'hi')) {
    const hi = `${place.within.name.slice(0, -place.within.localName.length)}hi`;
    return spliced(source, start + at, 0, `<${hi}>${word}</${hi}>`);
  }
  if (chance < 0.8) return spliced(source, start + at, 0, '<!-- seen -->');
  const gone = /^\p{L}+/u.exec(raw.slice(at))?.[0].length ?? 0;
  // What is left has to be some text still: an empty element may be wrong.
  return gone > 0 && gone < raw.trim().length ? spliced(source, start + at, gone, '') : undefined;
}

/** Of attributes that may hold any text, so that no value is wrong. */
function editAttribute(
  { source, options }: OpenLetter,
  header: XmlElement,
  random: Random,
): string | undefined {
  const element = pick(elementsOf(header), random);
  const row = element && rowOf(element.localName);
  if (!element || !row) return undefined;
  const free = attributesOf(row).filter(({ type, closed }) => type === 'teidata.text' && !closed);
  const tag = readTag(source, { start: element.start, end: element.contentStart });
  const written = tag.attributes.filter(({ name }) => free.some((each) => each.name === name));
  const old = pick(written, random);
  const value = pick(VALUES, random) ?? '';
  if (!old) {
    const text = ` n="${escapeAttribute(value, '"', options.writable)}"`;
    return free.some(({ name }) => name === 'n') ? spliced(source, tag.nameEnd, 0, text) : undefined;
  }
  if (random() < 0.5 || free.some(({ name, required }) => required && name === old.name)) {
    const text = escapeAttribute(value, old.quote, options.writable);
    return spliced(source, old.valueStart, old.valueEnd - old.valueStart, text);
  }
  const space = /\s*$/.exec(source.slice(element.start, old.start))?.[0].length ?? 0;
  return spliced(source, old.start - space, old.end - old.start + space, '');
}

function isHeader({ localName }: XmlElement): boolean {
  return localName === 'teiHeader';
}

/** The element and all within it that are in its namespace. */
function elementsOf(element: XmlElement): XmlElement[] {
  const inner = element.children.flatMap((child) =>
    child.type === 'element' && child.namespace === element.namespace ? elementsOf(child) : [],
  );
  return [element, ...inner];
}

interface PlacedText {
  readonly text: XmlLeaf;
  readonly within: XmlElement;
}

/** The texts in which anything may be typed; none with references, which a word could tear. */
function textsOf(header: XmlElement, source: string): PlacedText[] {
  return elementsOf(header)
    .filter(({ localName }) => mayContain(localName, '#text'))
    .flatMap((within) =>
      within.children.flatMap((text): PlacedText[] => {
        if (text.type !== 'text') return [];
        const raw = source.slice(text.start, text.end);
        return raw.trim() === '' || raw.includes('&') ? [] : [{ text, within }];
      }),
    );
}

function spliced(source: string, at: number, gone: number, text: string): string {
  return source.slice(0, at) + text + source.slice(at + gone);
}
