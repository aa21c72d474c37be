import { lex, NoRootElement, readTag, type Tag, type Token } from '@chancery/xml';
import { type Attributes, noAttributes } from '../schema/attributes.js';

/** The tokens of a source with their tags, and which end tag belongs to which start tag. */
export interface SourceElements {
  readonly source: string;
  readonly tokens: readonly Token[];
  /** By index of an `open` token: the index of its `close`. */
  readonly partner: Int32Array;
  /** By index of an `open` or `empty` token. */
  readonly tags: readonly (Tag | undefined)[];
  /** By index of an `open` or `empty` token: the element's name without prefix if it is in the namespace of the text. */
  readonly names: readonly (string | undefined)[];
  /** Index of the root element's token. */
  readonly root: number;
  /** That of the text, or empty. */
  readonly namespace: string;
  /** Of the text's namespace, with its colon, or empty. */
  readonly prefix: string;
}

/** Namespaces by their prefixes; the default namespace by the empty string. */
export type Scope = ReadonlyMap<string, string>;

/**
 * Finds the elements of a well-formed source and which of them are in the namespace of the text, which is that of the root
 * element: the TEI namespace, none (as in editions before P5), or that of a vocabulary which nobody here knows. A
 * source that was cut out of a larger one is read in the namespaces that are declared `around` it.
 *
 * @throws {NoRootElement} when there is no element at all.
 */
export function sourceElements(source: string, around: Scope = new Map()): SourceElements {
  const tokens = lex(source);
  const partner = new Int32Array(tokens.length).fill(-1);
  const tags: (Tag | undefined)[] = new Array(tokens.length);
  const names: (string | undefined)[] = new Array(tokens.length);
  const open: number[] = [];
  const scopes: Scope[] = [around];
  let root = -1;
  let home = '';
  tokens.forEach((token, index) => {
    if (token.kind === 'open' || token.kind === 'empty') {
      const tag = readTag(source, token);
      tags[index] = tag;
      const scope = enter(tag, scopes.at(-1));
      const colon = tag.name.indexOf(':');
      const prefix = colon < 0 ? '' : tag.name.slice(0, colon);
      const namespace = scope.get(prefix) ?? '';
      if (root < 0) {
        root = index;
        home = namespace;
      }
      if (namespace === home) names[index] = colon < 0 ? tag.name : tag.name.slice(colon + 1);
      if (token.kind === 'open') {
        open.push(index);
        scopes.push(scope);
      }
    } else if (token.kind === 'close') {
      const start = open.pop();
      scopes.pop();
      if (start !== undefined) partner[start] = index;
    }
  });
  const rootTag = tags[root];
  if (!rootTag) throw new NoRootElement();
  const prefix = rootTag.name.slice(0, rootTag.name.indexOf(':') + 1);
  return { source, tokens, partner, tags, names, root, namespace: home, prefix };
}

function enter(tag: Tag, outer: Scope = new Map()): Scope {
  if (!tag.attributes.some(({ name }) => name.startsWith('xmlns'))) return outer;
  const scope = new Map(outer);
  for (const { name, value } of tag.attributes) {
    if (name === 'xmlns') scope.set('', value);
    else if (name.startsWith('xmlns:')) scope.set(name.slice(6), value);
  }
  return scope;
}

/** The attributes of a tag as the document holds them. */
export function attributesOfTag(tag: Tag): Attributes {
  if (tag.attributes.length === 0) return noAttributes;
  const attrs: Record<string, string> = {};
  for (const { name, value } of tag.attributes) attrs[name] = value;
  return attrs;
}
