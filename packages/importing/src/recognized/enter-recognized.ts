import {
  ancestor,
  attributePatch,
  CannotWrite,
  type LeafToWrite,
  leafPatches,
  patched,
  rowOf,
  type SourcePatch,
  surfacesOf,
  type WrittenZone,
  within,
  zonePatches,
} from '@chancery/tei';
import { parseTree, type XmlElement } from '@chancery/xml';
import { type BlocksToDraft, draftPatches, nextPagePatches } from './draft-text.js';
import { matchLines } from './match-lines.js';
import { onPicture } from './on-picture.js';
import { elementAt, type PageInSource, pageBeside, pagesInSource, pointersOf } from './page-in-source.js';
import type { RecognizedLine, RecognizedPage } from './recognized-page.js';
import { type WordInSource, wordsInSource } from './words-in-source.js';

/** What was found on the picture of a leaf, to be entered in a letter. */
export interface RecognizedLeaf {
  readonly leaf: LeafToWrite;
  readonly page: RecognizedPage;
  /** What points to the leaf before this one: a text that ends beside that goes on with this. */
  readonly follows?: readonly string[];
  /** Where the text has no line break at the beginning of a line of the picture, one is entered. */
  readonly breaks: boolean;
}

/** A letter with what was found, and what came of it. */
export interface EnteredLeaf {
  readonly source: string;
  /** The text was written as a draft: its page was empty. */
  readonly drafted: boolean;
  /** Lines that were found on the picture; those of them that the text points to; and the words of those that it could not be told for. */
  readonly lines: number;
  readonly linked: number;
  readonly unmatched: readonly string[];
}

/**
 * Enters what was found on the picture of a leaf: its blocks and lines as zones, and where its page has no text yet, that as a draft.
 * A text that is there stays as it is, word for word: its lines are linked where its words tell which they are.
 *
 * @throws {CannotWrite} where nothing says which page of the text the picture shows, or the page has no place for text
 */
export function enterRecognized(
  source: string,
  { leaf, page, follows, breaks }: RecognizedLeaf,
): EnteredLeaf {
  const { patches, pointer } = leafPatches(source, leaf);
  const blocks = onPicture(page, leaf);
  const withLeaf = patched(source, patches);
  const zones = zonePatches(
    withLeaf,
    leaf,
    blocks.map(({ area, lines }) => ({
      area,
      type: 'block',
      within: lines.map((line) => ({ area: line.area, type: 'line' })),
    })),
  );
  const now = patched(withLeaf, zones.patches);
  const read = { blocks, zones: zones.written };
  const lines = blocks.flatMap((block) => block.lines);
  const tei = parseTree(now);
  const { at, link } = placeOf(now, tei, { url: leaf.url, pointer, follows });
  const told = { lines: lines.length };
  if (at === 'next') {
    const pages = pagesInSource(tei);
    const last = pages.at(-1);
    if (!last) throw new CannotWrite('The letter has no text.');
    const draft = nextPagePatches(now, last, pointer, read);
    return { ...told, source: patched(now, draft), drafted: true, linked: linkedIn(read), unmatched: [] };
  }
  const words = wordsInSource(now, tei, at.start, at.end).filter(
    ({ offsets }) => !inHead(tei, offsets[0] ?? 0),
  );
  if (words.length === 0) {
    const draft = draftPatches(now, at, read);
    return {
      ...told,
      source: patched(now, [...link, ...draft]),
      drafted: true,
      linked: linkedIn(read),
      unmatched: [],
    };
  }
  const all = wordsInSource(now, tei, at.start, at.end);
  const linked = linkPatches(now, tei, { lines, zones: zones.written, words: all, page: at, breaks });
  return {
    ...told,
    source: patched(now, [...link, ...linked.patches]),
    drafted: false,
    linked: linked.count,
    unmatched: linked.unmatched,
  };
}

function linkedIn({ blocks, zones }: BlocksToDraft): number {
  return blocks.reduce(
    (sum, { lines }, block) =>
      sum +
      lines.filter(({ words }, line) => words.length > 0 && zones[block]?.within[line]?.pointer !== undefined)
        .length,
    0,
  );
}

/** The page that the picture shows; where no other does, the whole text, which then points to it. */
function placeOf(
  source: string,
  tei: XmlElement,
  { url, pointer, follows }: { url: string; pointer: string; follows: readonly string[] | undefined },
): { at: PageInSource | 'next'; link: SourcePatch[] } {
  const pages = pagesInSource(tei);
  const surface = surfacesOf(tei).find((each) => each.url === url);
  const beside = surface && pageBeside(pages, surface);
  if (beside) return { at: beside, link: [] };
  const [only, ...more] = pages;
  if (only && more.length === 0 && pointersOf(only.begins).length === 0)
    return { at: only, link: attributePatch(source, only.begins, 'facs', pointer) };
  const last = pages.at(-1);
  if (last && pointersOf(last.begins).some((each) => follows?.includes(each)))
    return { at: 'next', link: [] };
  throw new CannotWrite(
    'No page of the text stands beside this image. Put the caret on its page, choose “Show beside”, and try again.',
  );
}

function linkPatches(
  source: string,
  tei: XmlElement,
  of: {
    readonly lines: readonly RecognizedLine[];
    readonly zones: readonly WrittenZone[];
    readonly words: readonly WordInSource[];
    readonly page: PageInSource;
    readonly breaks: boolean;
  },
): { patches: SourcePatch[]; count: number; unmatched: string[] } {
  const pointers = of.zones.flatMap(({ within }) => within.map(({ pointer }) => pointer));
  const places = matchLines(of.lines, of.words);
  const breaks = [...within(tei)].filter(({ localName }) => localName === 'lb');
  const patches: SourcePatch[] = [];
  const unmatched: string[] = [];
  let count = 0;
  of.lines.forEach((line, index) => {
    const [place, pointer] = [places[index], pointers[index]];
    if (pointer === undefined || line.words.length === 0) return;
    const offset = place && of.words[place.word]?.offsets[place.letter];
    const before = place && letterBefore(of.words, place.word, place.letter);
    const made =
      offset === undefined
        ? undefined
        : linkAt(source, tei, {
            offset,
            before: before ?? of.page.start,
            breaks,
            pointer,
            begins: of.breaks,
            within: place !== undefined && place.letter > 0,
          });
    if (!made) unmatched.push(line.words.map(({ text }) => text).join(' '));
    else {
      patches.push(...made);
      count += 1;
    }
  });
  return { patches, count, unmatched };
}

function letterBefore(words: readonly WordInSource[], word: number, letter: number): number | undefined {
  return letter > 0 ? words[word]?.offsets[letter - 1] : words[word - 1]?.offsets.at(-1);
}

/** The patches that point to a zone from the beginning of its line: none where that is done; undefined where it cannot be. */
function linkAt(
  source: string,
  tei: XmlElement,
  of: {
    readonly offset: number;
    readonly before: number;
    readonly breaks: readonly XmlElement[];
    readonly pointer: string;
    readonly begins: boolean;
    readonly within: boolean;
  },
): SourcePatch[] | undefined {
  const there = of.breaks.findLast(({ start, end }) => start >= of.before && end <= of.offset);
  if (there) {
    const own = pointersOf(there);
    if (own.includes(of.pointer)) return [];
    return attributePatch(source, there, 'facs', [...own, of.pointer].join(' '));
  }
  if (!of.begins) return undefined;
  const at = outOfPhrases(tei, of.offset);
  const parent = elementAt(tei, at);
  const shape = rowOf(parent.localName)?.shape;
  if (shape !== 'textblock' && shape !== 'phrase') return undefined;
  const prefix = parent.name.slice(0, parent.name.length - parent.localName.length);
  const divides = of.within ? ' break="no"' : '';
  return [{ start: at, end: at, text: `<${prefix}lb facs="${of.pointer}"${divides}/>` }];
}

/** Before the phrases that begin at a place, so that a line does not begin within one. */
function outOfPhrases(tei: XmlElement, offset: number): number {
  let at = offset;
  for (let parent = elementAt(tei, at); parent.contentStart === at; parent = parent.parent) {
    if (rowOf(parent.localName)?.shape !== 'phrase' || !parent.parent) break;
    at = parent.start;
  }
  return at;
}

function inHead(tei: XmlElement, offset: number): boolean {
  const element = elementAt(tei, offset);
  return element.localName === 'head' || ancestor(element, 'head') !== undefined;
}
