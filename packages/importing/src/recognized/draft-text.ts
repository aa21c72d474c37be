import { CannotWrite, mayContain, rowOf, type SourcePatch, type WrittenZone, within } from '@chancery/tei';
import { childElements, escapeAttribute, escapeText, type XmlElement } from '@chancery/xml';
import { goesOn } from './match-lines.js';
import type { PageInSource } from './page-in-source.js';
import type { RecognizedBlock } from './recognized-page.js';

/** What was read of a page: blocks, and the zones that were entered for them. */
export interface BlocksToDraft {
  readonly blocks: readonly RecognizedBlock[];
  readonly zones: readonly WrittenZone[];
}

/** How a draft is written into a file: its prefix for TEI, and the line end and indentation of its paragraphs. */
interface Layout {
  readonly prefix: string;
  readonly line: string;
}

interface Drafted {
  readonly zone: string | undefined;
  readonly lines: string;
}

/**
 * The patches that write the text of blocks into a page that has none: a paragraph for each block, in which each line begins with
 * a line break that points to its zone. A hyphen at the end of a line stays, and the break behind it says that the word goes on
 * (TEI Guidelines, 3.2.2 and 3.11.3).
 *
 * @throws {CannotWrite} where the page has no place for paragraphs
 */
export function draftPatches(source: string, page: PageInSource, read: BlocksToDraft): SourcePatch[] {
  const { begins, start, end } = page;
  const empty = [...within(rootOf(begins))].find(
    (each) => isParagraph(each) && isEmpty(each) && each.start >= start && each.end <= end,
  );
  if (empty) {
    const layout = layoutOf(source, empty);
    const text = drafted(read, layout).map((each) => paragraph(each, layout));
    return [{ start: empty.start, end: empty.end, text: text.join(layout.line) }];
  }
  const around = begins.localName === 'pb' ? begins.parent : undefined;
  if (around && isParagraph(around)) {
    const layout = layoutOf(source, around);
    const [first, ...rest] = drafted(read, layout);
    const text = rest.map((each) => layout.line + paragraph(each, layout)).join('');
    return [
      { start: begins.end, end: begins.end, text: first?.lines ?? '' },
      { start: around.end, end: around.end, text },
    ];
  }
  if (around && holdsParagraphs(around)) {
    const layout = layoutOf(source, begins);
    const text = drafted(read, layout).map((each) => layout.line + paragraph(each, layout));
    return [{ start: begins.end, end: begins.end, text: text.join('') }];
  }
  throw new CannotWrite('The page has no place for paragraphs. Put an empty paragraph on it, and try again.');
}

/**
 * The patches that begin a page behind the last paragraph of a text, beside a leaf, and write its text.
 *
 * @throws {CannotWrite} where the text has no paragraph that it could follow
 */
export function nextPagePatches(
  source: string,
  last: PageInSource,
  facs: string,
  read: BlocksToDraft,
): SourcePatch[] {
  const before = [...within(rootOf(last.begins))].findLast(
    (each) =>
      isParagraph(each) &&
      each.end <= last.end + '</p>'.length + each.name.length &&
      each.parent !== undefined &&
      holdsParagraphs(each.parent),
  );
  if (!before) throw new CannotWrite('The text has no paragraph that a page could follow.');
  const layout = layoutOf(source, before);
  const begun = `${layout.line}<${layout.prefix}pb facs="${escapeAttribute(facs, '"')}"/>`;
  const text = drafted(read, layout).map((each) => layout.line + paragraph(each, layout));
  return [{ start: before.end, end: before.end, text: begun + text.join('') }];
}

function drafted({ blocks, zones }: BlocksToDraft, layout: Layout): Drafted[] {
  const all = blocks.flatMap(({ lines }) => lines);
  return blocks.flatMap((block, index) => {
    if (block.lines.every(({ words }) => words.length === 0)) return [];
    const zone = zones[index];
    let lines = '';
    block.lines.forEach((line, at) => {
      if (line.words.length === 0) return;
      const before = all[all.indexOf(line) - 1];
      const divided = before !== undefined && goesOn(before, line);
      const facs = zone?.within[at]?.pointer;
      if (lines !== '' && !divided) lines += `${layout.line}  `;
      lines += `<${layout.prefix}lb${facs ? ` facs="${escapeAttribute(facs, '"')}"` : ''}${divided ? ' break="no"' : ''}/>`;
      lines += escapeText(line.words.map(({ text }) => text).join(' '));
    });
    return [{ zone: zone?.pointer, lines }];
  });
}

function paragraph({ zone, lines }: Drafted, { prefix }: Layout): string {
  return `<${prefix}p${zone ? ` facs="${escapeAttribute(zone, '"')}"` : ''}>${lines}</${prefix}p>`;
}

function isParagraph({ localName }: XmlElement): boolean {
  return rowOf(localName)?.classes.includes('model.pLike') === true;
}

function holdsParagraphs({ localName }: XmlElement): boolean {
  return rowOf(localName)?.shape === 'container' && mayContain(localName, 'p');
}

function isEmpty(element: XmlElement): boolean {
  return (
    childElements(element).length === 0 &&
    element.children.every((child) => child.type === 'text' && child.value.trim() === '')
  );
}

/** The prefix that an element has, and the line end and indentation that it begins its line with, else a line end. */
function layoutOf(source: string, element: XmlElement): Layout {
  const before = source.slice(Math.max(0, element.start - 500), element.start);
  const { name, localName } = element;
  return {
    prefix: name.slice(0, name.length - localName.length),
    line: /(?:\r\n|\r|\n)[ \t]*$/u.exec(before)?.[0] ?? '\n',
  };
}

function rootOf(element: XmlElement): XmlElement {
  let root = element;
  while (root.parent) root = root.parent;
  return root;
}
