import { childElements, escapeAttribute, escapeText, type XmlElement } from '@chancery/xml';
import { ancestor } from '../element-tree.js';
import { quoteOf } from './attribute-patch.js';
import type { SourcePatch } from './source-patch.js';

/** An element to be written. Attributes without a value are left out. */
export interface NewElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  /** Where words stand among the elements, all of it is written in one line. */
  readonly content?: string | readonly (NewElement | string)[] | undefined;
}

/**
 * The patch that puts a new element into another one, behind the last child that `goesBefore` it, else before all
 * children; in the file's own prefix, quotes, line ends and indentation.
 */
export function insertion(
  source: string,
  parent: XmlElement,
  element: NewElement,
  goesBefore: (child: XmlElement) => boolean = () => true,
): SourcePatch {
  const children = childElements(parent);
  const layout = layoutOf(source, parent);
  const sibling = children[0] && lineOf(source, children[0]);
  const outer = lineOf(source, parent);
  const line = sibling ?? (children.length === 0 && outer !== undefined ? outer + layout.unit : undefined);
  const written = (line ?? '') + writtenElement(element, { ...layout, line });
  if (parent.contentStart === parent.end) {
    const slash = /[ \t\r\n]*\/>$/.exec(source.slice(parent.start, parent.end))?.[0].length ?? 2;
    const close = line === undefined ? '' : (outer ?? '');
    return { start: parent.end - slash, end: parent.end, text: `>${written}${close}</${parent.name}>` };
  }
  const at = children.findLast(goesBefore)?.end ?? parent.contentStart;
  const blank = children.length === 0 && source.slice(parent.contentStart, parent.contentEnd).trim() === '';
  if (!blank) return { start: at, end: at, text: written };
  const close = line === undefined ? '' : (outer ?? '');
  return { start: parent.contentStart, end: parent.contentEnd, text: written + close };
}

/** The patch that takes an element away, with the line that it stands on if nothing else stands there. */
export function removal(source: string, element: XmlElement): SourcePatch {
  const line = lineOf(source, element);
  return { start: element.start - (line?.length ?? 0), end: element.end, text: '' };
}

interface Layout {
  readonly prefix: string;
  readonly quote: '"' | "'";
  /** What one more level is indented by. */
  readonly unit: string;
  /** The line end and indentation that the element begins with, if it begins a line. */
  readonly line?: string | undefined;
}

function writtenElement(element: NewElement, layout: Layout): string {
  const { prefix, quote, unit, line } = layout;
  const name = prefix + element.name;
  let tag = `<${name}`;
  for (const [attribute, value] of Object.entries(element.attributes ?? {})) {
    if (value !== undefined) tag += ` ${attribute}=${quote}${escapeAttribute(value, quote)}${quote}`;
  }
  const { content = '' } = element;
  if (content.length === 0) return `${tag}/>`;
  if (typeof content === 'string') return `${tag}>${escapeText(content)}</${name}>`;
  const isMixed = content.some((child) => typeof child === 'string');
  const outer = isMixed ? undefined : line;
  const inner = outer === undefined ? undefined : outer + unit;
  const children = content.map((child) =>
    typeof child === 'string'
      ? escapeText(child)
      : (inner ?? '') + writtenElement(child, { ...layout, line: inner }),
  );
  return `${tag}>${children.join('')}${outer ?? ''}</${name}>`;
}

function layoutOf(source: string, parent: XmlElement): Layout {
  return {
    prefix: parent.name.slice(0, parent.name.length - parent.localName.length),
    quote: quoteOf(source, parent),
    unit: unitOf(source, parent),
  };
}

/** The line end and indentation before an element that begins its line. */
export function lineOf(source: string, element: XmlElement): string | undefined {
  return /(?:\r\n|\r|\n)[ \t]*$/.exec(source.slice(Math.max(0, element.start - 500), element.start))?.[0];
}

/** What a level is indented by: where the header shows it first, from the parent outwards. */
export function unitOf(source: string, parent: XmlElement): string {
  const header = ancestor(parent, 'teiHeader') ?? parent;
  const pairs: [XmlElement, XmlElement | undefined][] = [];
  for (let up: XmlElement | undefined = parent; up; up = up.parent) pairs.push([up, childElements(up)[0]]);
  for (const part of childElements(header)) pairs.push([part, childElements(part)[0]]);
  for (const [outer, inner] of pairs) {
    const outside = lineOf(source, outer);
    const inside = inner && lineOf(source, inner);
    if (outside !== undefined && inside?.startsWith(outside) && inside !== outside)
      return inside.slice(outside.length);
  }
  return '  ';
}
