import { teiNamespace } from '@chancery/tei';
import { parseTree, type XmlElement } from '@chancery/xml';
import type { Mark, Node } from 'prosemirror-model';
import { isBlank } from '../from-tei/white-space.js';
import { type Attributes, noAttributes } from '../schema/attributes.js';
import { isTagless } from '../to-tei/doc-token.js';

/** An element of a document as the table speaks of it, whether a node or a mark holds it. */
export interface HeldElement {
  readonly name: string;
  readonly attrs: Attributes;
  /** What it holds, in order: elements, and `#text` for text that is not white space alone; undefined where nobody has looked. */
  readonly children: readonly (HeldElement | '#text')[] | undefined;
}

/** Positions of a document; what touches them belongs to it. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** What the node holds, as elements. Of elements that lie outside of `range` the content is not read. */
export function readElements(node: Node, start: number, range: Range): (HeldElement | '#text')[] {
  const found: (HeldElement | '#text')[] = [];
  if (node.inlineContent) return inline(children(node, start), 0, range);
  for (const { child, pos } of children(node, start)) {
    if (isTagless(child)) found.push(...inline(children(child, pos + 1), 0, range));
    else found.push(...element(child, pos, range));
  }
  return found;
}

interface Placed {
  readonly child: Node;
  readonly pos: number;
}

function children(node: Node, start: number): Placed[] {
  const found: Placed[] = [];
  node.forEach((child, offset) => {
    found.push({ child, pos: start + offset });
  });
  return found;
}

function inline(placed: readonly Placed[], depth: number, range: Range): (HeldElement | '#text')[] {
  const found: (HeldElement | '#text')[] = [];
  for (let index = 0; index < placed.length; ) {
    const first = placed[index];
    if (!first) break;
    const mark = first.child.marks[depth];
    if (mark === undefined) {
      found.push(...unmarked(first, range));
      index += 1;
    } else {
      let end = index + 1;
      while (placed[end]?.child.marks[depth]?.eq(mark)) end += 1;
      found.push(held(mark, inline(placed.slice(index, end), depth + 1, range)));
      index = end;
    }
  }
  return found;
}

function unmarked({ child, pos }: Placed, range: Range): (HeldElement | '#text')[] {
  if (!child.isText) return element(child, pos, range);
  return isBlank(child.text ?? '') ? [] : ['#text'];
}

function element(node: Node, pos: number, range: Range): (HeldElement | '#text')[] {
  const { name, kind, source } = node.attrs;
  const outside = pos > range.to || pos + node.nodeSize < range.from;
  if (typeof source === 'string') return carried(String(kind), source, outside);
  if (typeof name !== 'string') return [];
  return [held(node, outside ? undefined : node.isLeaf ? [] : readElements(node, pos + 1, range))];
}

/** What is carried unopened; comments and processing instructions do not count. */
function carried(kind: string, source: string, outside: boolean): (HeldElement | '#text')[] {
  if (kind === 'entity') return ['#text'];
  if (kind === 'cdata') return isBlank(source.slice(9, -3)) ? [] : ['#text'];
  const tag = /^<(?:([^\s/>!?:]+):)?([^\s/>!?:]+)/.exec(source);
  const name = tag?.[2];
  if (name === undefined) return [];
  if (kind === 'foreign') return [stranger(name)];
  return [outside ? { name, attrs: noAttributes, children: undefined } : unopened(parseTree(source))];
}

/** An element that is carried unopened may come to stand where it is judged. */
function unopened(element: XmlElement): HeldElement {
  const attrs = Object.fromEntries(element.attributes.map(({ name, value }) => [name, value]));
  const children = element.children.flatMap((child): (HeldElement | '#text')[] => {
    if (child.type === 'element') {
      const atHome = child.namespace === element.namespace || child.namespace === teiNamespace;
      return [atHome ? unopened(child) : stranger(child.localName)];
    }
    const words = (child.type === 'text' || child.type === 'cdata') && !isBlank(child.value);
    return words ? ['#text'] : [];
  });
  return { name: element.localName, attrs, children };
}

/** An element of another namespace, which has no name that the table could know. */
function stranger(name: string): HeldElement {
  return { name: `{}${name}`, attrs: noAttributes, children: undefined };
}

function held(by: Node | Mark, content: HeldElement['children']): HeldElement {
  return { name: String(by.attrs.name), attrs: by.attrs.attrs ?? noAttributes, children: content };
}
