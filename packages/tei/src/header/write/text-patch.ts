import { decodeReferences, escapeText, type XmlElement, type XmlNode } from '@chancery/xml';
import { isRead, readingText } from '../reading-text.js';
import { CannotWrite } from './cannot-write.js';
import type { SourcePatch } from './source-patch.js';

interface Character {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** The text node that it stands in; undefined for the space that a milestone reads as. */
  readonly node: XmlNode | undefined;
}

const markupWithin = 'These words have markup within. Change them in the source view, so that it is kept.';

/**
 * The patch that makes an element read as `text`. Only the words that differ are written; what stands among them and is
 * not read (notes, comments), and markup within, stays.
 *
 * @throws {CannotWrite} where the words that differ are under different markup.
 */
export function textPatch(source: string, element: XmlElement, text: string): SourcePatch[] {
  const wanted = normalized(text);
  const read = readingText(element);
  if (read === wanted) return [];
  const characters = trimmed(collapsed(charactersOf(source, element)));
  if (characters.length === 0) return [inEmpty(source, element, wanted)];
  const now = characters.map(({ value }) => value).join('');
  if (now !== read) throw new CannotWrite(markupWithin);
  let first = 0;
  while (first < now.length && first < wanted.length && now[first] === wanted[first]) first += 1;
  let same = 0;
  const most = Math.min(now.length, wanted.length) - first;
  while (same < most && now[now.length - 1 - same] === wanted[wanted.length - 1 - same]) same += 1;
  // Both halves of a character outside of the basic plane go together.
  if (/[\uDC00-\uDFFF]/.test(wanted.charAt(first) + now.charAt(first))) first -= 1;
  if (same > 0 && /[\uDC00-\uDFFF]/.test(now.charAt(now.length - same))) same -= 1;
  const end = now.length - same;
  const replaced = characters.slice(first, end);
  const node = (replaced[0] ?? characters[first - 1] ?? characters[first])?.node;
  if (replaced.some((each) => each.node !== node) || node === undefined) {
    throw new CannotWrite(markupWithin);
  }
  const start = replaced[0]?.start ?? characters[first - 1]?.end ?? characters[first]?.start ?? 0;
  const stop = replaced.at(-1)?.end ?? start;
  const words = wanted.slice(first, wanted.length - same);
  return [{ start, end: stop, text: node.type === 'cdata' ? words : escapeText(words) }];
}

function inEmpty(source: string, element: XmlElement, text: string): SourcePatch {
  const { start, end, contentStart, contentEnd, name } = element;
  if (contentEnd < end) {
    const blank = element.children.every(({ type }) => type === 'text');
    return { start: contentStart, end: blank ? contentEnd : contentStart, text: escapeText(text) };
  }
  const slash = /[ \t\r\n]*\/>$/.exec(source.slice(start, end))?.[0].length ?? 2;
  return { start: end - slash, end, text: `>${escapeText(text)}</${name}>` };
}

function charactersOf(source: string, element: XmlElement): Character[] {
  return element.children.flatMap((node): Character[] => {
    if (node.type === 'text') return plain(source, node, node.start, node.end);
    if (node.type === 'cdata') return plain(source, node, node.start + 9, node.end - 3);
    if (node.type !== 'element') return [];
    const reading = isRead(node);
    if (reading === 'words') return charactersOf(source, node);
    return reading !== 'space' ? [] : [{ value: ' ', start: node.start, end: node.end, node: undefined }];
  });
}

function plain(source: string, node: XmlNode, start: number, end: number): Character[] {
  const found: Character[] = [];
  let at = start;
  while (at < end) {
    const semicolon = node.type === 'text' && source[at] === '&' ? source.indexOf(';', at) + 1 : 0;
    const stop = semicolon > at ? semicolon : at + 1;
    const value = semicolon > at ? decodeReferences(source.slice(at, stop)) : source.slice(at, stop);
    for (const unit of value.split('')) found.push({ value: unit, start: at, end: stop, node });
    at = stop;
  }
  return found;
}

function isSpace({ value }: Character): boolean {
  return /^[ \t\r\n]$/.test(value);
}

/** Runs of white space as one space that spans them. */
function collapsed(characters: readonly Character[]): Character[] {
  const found: Character[] = [];
  for (const each of characters) {
    const last = found.at(-1);
    if (!isSpace(each)) found.push(each);
    else if (last?.value !== ' ') found.push({ ...each, value: ' ' });
    else if (last.node === each.node) found[found.length - 1] = { ...last, end: each.end };
  }
  return found;
}

function trimmed(characters: readonly Character[]): readonly Character[] {
  const first = characters.findIndex((each) => each.value !== ' ');
  return first < 0 ? [] : characters.slice(first, characters.findLastIndex((each) => each.value !== ' ') + 1);
}

function normalized(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').trim();
}
