import { lex } from './lex.js';
import { readTag } from './read-tag.js';
import { decodeReferences } from './references.js';
import type { Token } from './token.js';

/** An attribute in the tree. */
export interface XmlAttribute {
  /** As written, with its prefix: `xml:id`. */
  readonly name: string;
  readonly localName: string;
  /** Empty for an attribute without prefix and for namespace declarations. */
  readonly namespace: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** An element with its span: `source.slice(start, end)` is the element whole. */
export interface XmlElement {
  readonly type: 'element';
  /** As written, with its prefix. */
  readonly name: string;
  readonly localName: string;
  /** Empty for an element in no namespace. */
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  readonly parent: XmlElement | undefined;
  readonly start: number;
  readonly end: number;
  /** After the start tag. */
  readonly contentStart: number;
  /** Before the end tag; the same as `contentStart` for an empty-element tag. */
  readonly contentEnd: number;
}

/** Character data, a CDATA section, a comment or a processing instruction, with its span. */
export interface XmlLeaf {
  readonly type: 'text' | 'cdata' | 'comment' | 'pi';
  /** Text with its references decoded; of the others what stands between their delimiters. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export type XmlNode = XmlElement | XmlLeaf;

type Growing = { -readonly [K in keyof XmlElement]: XmlElement[K] } & {
  attributes: XmlAttribute[];
  children: XmlNode[];
};

const XML = 'http://www.w3.org/XML/1998/namespace';

/** Thrown when a tree is asked of a source that {@link checkWellFormed} would have refused. */
export class NoRootElement extends Error {
  override readonly name = 'NoRootElement';
  constructor() {
    super('The source has no root element.');
  }
}

/**
 * The root element as a tree with spans. The source should be well-formed: of one that is not, unmatched end tags are
 * passed over and unclosed elements end with the source.
 *
 * @throws {NoRootElement} when there is no element at all.
 */
export function parseTree(source: string): XmlElement {
  let root: Growing | undefined;
  const open: Growing[] = [];
  const scopes: Map<string, string>[] = [new Map([['xml', XML]])];
  for (const token of lex(source)) {
    const parent = open.at(-1);
    if (token.kind === 'open' || token.kind === 'empty') {
      const element = readElement(source, token, parent, scopes);
      if (parent) parent.children.push(element);
      else root ??= element;
      if (token.kind === 'open') open.push(element);
      else scopes.pop();
    } else if (token.kind === 'close') {
      const closed = open.pop();
      if (closed) {
        closed.contentEnd = token.start;
        closed.end = token.end;
        scopes.pop();
      }
    } else if (parent) {
      const leaf = readLeaf(source, token);
      if (leaf) parent.children.push(leaf);
    }
  }
  if (!root) throw new NoRootElement();
  return root;
}

function readElement(
  source: string,
  token: Token,
  parent: Growing | undefined,
  scopes: Map<string, string>[],
): Growing {
  const tag = readTag(source, token);
  let scope = scopes.at(-1) ?? new Map<string, string>();
  if (tag.attributes.some(({ name }) => name.startsWith('xmlns'))) {
    scope = new Map(scope);
    for (const { name, value } of tag.attributes) {
      if (name === 'xmlns') scope.set('', value);
      else if (name.startsWith('xmlns:')) scope.set(name.slice(6), value);
    }
  }
  scopes.push(scope);
  const [prefix, localName] = split(tag.name);
  return {
    type: 'element',
    name: tag.name,
    localName,
    namespace: scope.get(prefix) ?? '',
    attributes: tag.attributes.map(({ name, value, start, end }) => {
      const [attributePrefix, local] = split(name);
      const namespace =
        attributePrefix === '' || attributePrefix === 'xmlns' ? '' : (scope.get(attributePrefix) ?? '');
      return { name, localName: local, namespace, value, start, end };
    }),
    children: [],
    parent,
    start: token.start,
    end: token.kind === 'empty' ? token.end : source.length,
    contentStart: token.end,
    contentEnd: token.kind === 'empty' ? token.end : source.length,
  };
}

function split(name: string): [prefix: string, localName: string] {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}

const DELIMITERS = { cdata: [9, 3], comment: [4, 3], pi: [2, 2] } as const;

function readLeaf(source: string, { kind, start, end }: Token): XmlLeaf | undefined {
  if (kind === 'text') {
    const value = decodeReferences(source.slice(start, end).replace(/\r\n?/g, '\n'));
    return { type: 'text', value, start, end };
  }
  if (kind !== 'cdata' && kind !== 'comment' && kind !== 'pi') return undefined;
  const [before, after] = DELIMITERS[kind];
  return { type: kind, value: source.slice(start + before, end - after), start, end };
}
