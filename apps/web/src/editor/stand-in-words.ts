import { attributeOf, elementOf } from '@chancery/prosemirror-tei';
import { rowOf } from '@chancery/tei';
import { parseTree, type XmlElement } from '@chancery/xml';
import type { Node } from 'prosemirror-model';
import { gapWords } from './gap-words.js';

/** What is shown in the place of something that has no words of its own, or whose words the text does not open. */
export interface StandIn {
  /** The element's name. */
  readonly name: string;
  readonly words: string;
}

/** The attributes by which one point of the text is told from another, the first that is there. */
const telling = ['n', 'url', 'target', 'when', 'new', 'spanTo'];

/** More than these would drown the text. */
const longest = 600;

const known = new WeakMap<Node, StandIn | undefined>();

/** What stands for a node in the text; undefined for what shows its own words, and for comments and the like. */
export function standIn(node: Node): StandIn | undefined {
  if (node.isText || !node.isAtom) return undefined;
  if (!known.has(node)) known.set(node, node.type.name === 'leaf' ? ofLeaf(node) : ofCarried(node));
  return known.get(node);
}

function ofLeaf(node: Node): StandIn {
  const name = elementOf(node);
  if (name === 'gap') return { name, words: gapWords(attributeOf(node, 'reason')) };
  const which = telling.map((attribute) => attributeOf(node, attribute)).find((value) => value !== '');
  return { name, words: [labelOf(name), which].filter(Boolean).join(' ') };
}

/** An element that is carried unopened: what it is called, and its words. The header has a panel of its own. */
function ofCarried(node: Node): StandIn | undefined {
  const source = String(node.attrs.source);
  if (!/^<[^!?]/u.test(source) || elementOf(node) === 'teiHeader') return undefined;
  const element = parseTree(source);
  const text = rowOf(element.localName)?.reads === 'nothing' ? '' : wordsIn(element).join(', ');
  const words = [labelOf(element.localName), text].filter(Boolean).join(': ');
  return {
    name: element.localName,
    words: words.length > longest ? `${words.slice(0, longest).trimEnd()}…` : words,
  };
}

/** The texts of an element, one for each run of words that no tag divides. */
function wordsIn(element: XmlElement): readonly string[] {
  return element.children.flatMap((child) => {
    if (child.type === 'element') return wordsIn(child);
    if (child.type !== 'text' && child.type !== 'cdata') return [];
    return child.value.split(/\s+/u).filter(Boolean).join(' ') || [];
  });
}

function labelOf(name: string): string {
  return rowOf(name)?.label ?? name;
}
