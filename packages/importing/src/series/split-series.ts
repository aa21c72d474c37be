import {
  attributeValue,
  childElements,
  type DecodedXml,
  escapeText,
  writableIn,
  type XmlElement,
} from '@chancery/xml';
import type { ImportedFile } from '../imported-file.js';
import { type FoundDocuments, findDocuments } from './find-documents.js';
import { joinSeries } from './join-series.js';
import type { DocumentFrame, ImportedSeries } from './series-file.js';

/** A bug: a series that was taken apart would not come together again as it was. */
export class SeriesNotWhole extends Error {
  override readonly name = 'SeriesNotWhole';
}

/** A series, with its documents as letters. */
export interface SplitSeries {
  readonly series: ImportedSeries;
  readonly letters: readonly ImportedFile[];
}

/**
 * Takes a file with many documents apart: each becomes a letter that stands by itself, and what is left is the frame that they stand in.
 * That the frame and the letters are the file again, character for character, is proved before they are given.
 *
 * @returns undefined for a file that is one letter
 * @throws {SeriesNotWhole}
 */
export function splitSeries(path: string, file: DecodedXml, root: XmlElement): SplitSeries | undefined {
  const found = findDocuments(root);
  if (!found) return undefined;
  const { text, encoding, bom } = file;
  const stem = (path.split('/').at(-1) ?? path).replace(/\.(?:tei\.)?xml$/i, '');
  const folder = path.replace(/(?:\.tei)?\.xml$/i, '');
  const wrap = new Wrapping(path, file, root, found.element);
  const between: string[] = [];
  const documents: DocumentFrame[] = [];
  const letters: ImportedFile[] = [];
  let at = 0;
  found.documents.forEach((element, index) => {
    const id = attributeValue(element, 'xml:id') || `${stem}-${index + 1}`;
    const frame = wrap.frame(id, element);
    between.push(text.slice(at, element.start));
    documents.push(frame);
    letters.push({
      // As if it lay in a folder named like the series, so that each document has a path of its own.
      path: `${folder}/${id}.xml`,
      id,
      kind: 'letter',
      source: frame.before + withDeclarations(text, element, frame) + frame.behind,
      encoding,
      bom,
    });
    at = element.end;
  });
  between.push(text.slice(at));
  const series: ImportedSeries = { path, encoding, bom, frame: { between, documents } };
  const sources = new Map(letters.map(({ id, source }) => [id, source]));
  if (sources.size === letters.length && joinSeries(series.frame, sources) !== text)
    throw new SeriesNotWhole(path);
  return { series, letters };
}

function withDeclarations(
  text: string,
  { start, end, name }: XmlElement,
  { declarations }: DocumentFrame,
): string {
  const behindName = start + 1 + name.length;
  return text.slice(start, behindName) + declarations + text.slice(behindName, end);
}

/** What is put around the documents of one series. */
class Wrapping {
  readonly #prolog: string;
  readonly #writable: ReturnType<typeof writableIn>;

  constructor(
    private readonly path: string,
    private readonly file: DecodedXml,
    private readonly root: XmlElement,
    private readonly element: FoundDocuments['element'],
  ) {
    // With the document type declaration, so that its entities are declared for each document.
    this.#prolog = file.text.slice(0, root.start);
    this.#writable = writableIn(file.encoding);
  }

  frame(id: string, element: XmlElement): DocumentFrame {
    if (this.element === 'TEI') {
      const declarations = inherited(element);
      return { id, element: 'TEI', before: this.#prolog, behind: '', declarations };
    }
    const prefix = this.root.name.slice(0, -this.root.localName.length);
    const tag = (name: string) => `<${prefix}${name}>`;
    const end = (name: string) => `</${prefix}${name}>`;
    const series = this.path.split('/').at(-1) ?? this.path;
    const declarations = this.root.attributes
      .filter(({ name }) => /^xmlns(?::|$)/.test(name))
      .map(this.#written)
      .join('');
    const before =
      `${this.#prolog}<${this.root.name}${declarations}>` +
      `${tag('teiHeader')}${tag('fileDesc')}${tag('titleStmt')}${tag('title')}${this.#title(id, element)}${end('title')}${end('titleStmt')}` +
      `${tag('publicationStmt')}${tag('p')}Part of the series ${escapeText(series, this.#writable)}.${end('p')}${end('publicationStmt')}` +
      `${tag('sourceDesc')}${tag('p')}The series.${end('p')}${end('sourceDesc')}${end('fileDesc')}${end('teiHeader')}` +
      `${tag('text')}${tag('body')}`;
    const taken = inherited(element, this.root);
    return {
      id,
      element: 'div',
      before,
      behind: `${end('body')}${end('text')}${end('TEI')}`,
      declarations: taken,
    };
  }

  #title(id: string, element: XmlElement): string {
    const head = childElements(element).find(({ localName }) => localName === 'head');
    const words = head && wordsOf(head).replace(/\s+/g, ' ').trim();
    return escapeText(words || id, this.#writable);
  }

  readonly #written = (attribute: { start: number; end: number }): string =>
    ` ${this.file.text.slice(attribute.start, attribute.end)}`;
}

function wordsOf(element: XmlElement): string {
  return element.children
    .map((child) =>
      child.type === 'element'
        ? child.localName === 'note'
          ? ''
          : wordsOf(child)
        : child.type === 'text' || child.type === 'cdata'
          ? child.value
          : '',
    )
    .join('');
}

/** The namespace declarations in force at an element that it does not make itself; those of `known`, which stand around it anyway, are left out. */
function inherited(element: XmlElement, known?: XmlElement): string {
  const own = new Set(element.attributes.map(({ name }) => name));
  let declarations = '';
  for (let at = element.parent; at !== undefined && at !== known; at = at.parent)
    for (const { name, value } of at.attributes) {
      if (!/^xmlns(?::|$)/.test(name) || own.has(name)) continue;
      own.add(name);
      declarations += ` ${name}="${value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')}"`;
    }
  return declarations;
}
