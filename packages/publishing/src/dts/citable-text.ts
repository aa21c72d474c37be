import { rowOf } from '@chancery/tei';
import { attributeValue, checkWellFormed, childElements, parseTree, type XmlElement } from '@chancery/xml';
import type { CitableText, CitableUnit, CitationTree } from './citable-unit.js';

/** What is looked into for units and is none itself. Names are compared without namespace, as everywhere in a letter. */
const transparent: ReadonlySet<string> = new Set(['group', 'text', 'front', 'body', 'back']);

/**
 * The ways to refer to the parts of a letter (DTS 1.0, “Citation Tree”): by its divisions and paragraphs, which is meant where none is
 * named, and by the pages of its copy, where the text says where they begin. A unit goes by its `xml:id`, else by its place: `2.3` is
 * the third part of the second division. The place holds for one release; the `xml:id` lasts.
 */
export function citableText(source: string): CitableText {
  if (checkWellFormed(source)) return { source, root: undefined, trees: [] };
  const root = parseTree(source);
  const parts: CitationTree = {
    identifier: undefined,
    description: 'Divisions and paragraphs',
    units: partsOf(root),
  };
  const pages: CitationTree = {
    identifier: 'pages',
    description: 'Pages of the copy',
    units: pagesOf(root),
  };
  return { source, root, trees: [parts, pages].filter(({ units }) => units.length > 0) };
}

function partsOf(root: XmlElement): CitableUnit[] {
  const units: CitableUnit[] = [];
  const taken = new Set<string>();
  const gather = (
    within: XmlElement,
    parent: CitableUnit | undefined,
    place: string,
    before: number,
  ): number => {
    let count = before;
    for (const element of childElements(within)) {
      if (transparent.has(element.localName)) count = gather(element, parent, place, count);
      if (!isUnit(element)) continue;
      count += 1;
      const own = attributeValue(element, 'xml:id')?.trim();
      const isDivision = isDivisionName(element.localName);
      const unit: CitableUnit = {
        identifier: own && !taken.has(own) ? own : `${place}${count}`,
        parent: parent?.identifier ?? null,
        level: (parent?.level ?? 0) + 1,
        citeType: typeOf(element),
        title: isDivision ? headOf(element) : undefined,
        start: element.start,
        end: element.end,
      };
      taken.add(unit.identifier);
      units.push(unit);
      if (isDivision) gather(element, unit, `${place}${count}.`, 0);
    }
    return count;
  };
  gather(root, undefined, '', 0);
  return units;
}

/** A block of the text, by the element table; what that does not know, where it stands as a block does. */
function isUnit({ localName, parent }: XmlElement): boolean {
  if (transparent.has(localName) || parent === undefined || !isOpened(parent.localName)) return false;
  const row = rowOf(localName);
  return row === undefined || ['container', 'either', 'textblock'].includes(row.shape);
}

function isOpened(localName: string): boolean {
  return isDivisionName(localName) || ['front', 'body', 'back'].includes(localName);
}

function isDivisionName(localName: string): boolean {
  return /^div[1-7]?$/.test(localName);
}

/** What the edition calls such a division, else what editors call the element. */
function typeOf(element: XmlElement): string {
  const own = isDivisionName(element.localName) ? attributeValue(element, 'type')?.trim() : undefined;
  return own || (rowOf(element.localName)?.label.toLowerCase() ?? element.localName);
}

/** The first heading that is no number. */
function headOf(division: XmlElement): string | undefined {
  const heads = childElements(division).filter(({ localName }) => localName === 'head');
  const head = heads.find((each) => attributeValue(each, 'type') !== 'number') ?? heads[0];
  return head === undefined ? undefined : wordsOf(head) || undefined;
}

function wordsOf(element: XmlElement): string {
  const words = (within: XmlElement): string =>
    within.children
      .map((child) => {
        if (child.type === 'element') return child.localName === 'note' ? '' : words(child);
        return child.type === 'text' || child.type === 'cdata' ? child.value : '';
      })
      .join('');
  return words(element).replace(/\s+/g, ' ').trim();
}

/** From each page break to the next; what stands before the first is a page too, if there are words in it. */
function pagesOf(root: XmlElement): CitableUnit[] {
  const [text] = childElements(root).filter(({ localName }) => localName === 'text');
  if (!text) return [];
  const breaks = [...breaksIn(text)];
  const [first] = breaks;
  if (first === undefined) return [];
  const taken = new Set<string>();
  const unit = (name: string | undefined, start: number, end: number, place: number): CitableUnit => {
    const identifier = name && !taken.has(name) ? name : `page-${place}`;
    taken.add(identifier);
    return { identifier, parent: null, level: 1, citeType: 'page', title: name || undefined, start, end };
  };
  const before = wordsBefore(text, first.start) ? [unit(undefined, text.contentStart, first.start, 0)] : [];
  const pages = breaks.map((page, index) => {
    const name = attributeValue(page, 'n')?.trim();
    return unit(name, page.start, breaks[index + 1]?.start ?? text.contentEnd, index + 1);
  });
  return [...before, ...pages];
}

function* breaksIn(element: XmlElement): Generator<XmlElement> {
  for (const child of childElements(element)) {
    if (child.localName === 'pb') yield child;
    else yield* breaksIn(child);
  }
}

function wordsBefore(element: XmlElement, end: number): boolean {
  return element.children.some((child) => {
    if (child.start >= end) return false;
    if (child.type === 'element') return wordsBefore(child, end);
    return (child.type === 'text' || child.type === 'cdata') && /\S/.test(child.value);
  });
}
