import { align } from '@chancery/collation';
import { elementLabel } from '@chancery/prosemirror-tei';
import { NoRootElement, parseTree, type XmlElement } from '@chancery/xml';
import type { Node } from 'prosemirror-model';

/** What the server writes into headers at points of revision: that is told by the points. */
const ofPoints: ReadonlySet<string> = new Set([
  'respStmt',
  'resp',
  'persName',
  'name',
  'revisionDesc',
  'change',
]);

/**
 * What has become another in the header of a letter: “Changed the header: date”. Empty when nothing has.
 *
 * @param byServer the server has written a point of revision into it too, which is not told
 */
export function changedHeader(before: Node, after: Node, byServer: boolean): string[] {
  const [was, is] = [headerOf(before), headerOf(after)];
  if (was === is) return [];
  const [one, other] = [treeOf(was), treeOf(is)];
  if (!one || !other) return ['Changed the header'];
  const names = changedIn({ source: was, element: one }, { source: is, element: other });
  const told = [...new Set(names)].filter((name) => !(byServer && ofPoints.has(name)));
  if (told.length === 0) return byServer ? [] : ['Changed the header'];
  return [`Changed the header: ${told.map((name) => elementLabel(name).toLowerCase()).join(', ')}`];
}

function headerOf(doc: Node): string {
  let source = '';
  doc.descendants((node) => {
    if (node.attrs.name === 'teiHeader') source = String(node.attrs.source ?? '');
    return source === '' && node.isBlock && !node.isTextblock;
  });
  return source;
}

function treeOf(source: string): XmlElement | undefined {
  try {
    return parseTree(source);
  } catch (error) {
    if (error instanceof NoRootElement) return undefined;
    throw error;
  }
}

interface Placed {
  readonly source: string;
  readonly element: XmlElement;
}

/** The smallest elements that have come, gone or become others within two elements. */
function changedIn(one: Placed, other: Placed): string[] {
  const [were, are] = [childrenOf(one), childrenOf(other)];
  const written = (of: readonly Placed[]) =>
    of.map(({ source, element }) => source.slice(element.start, element.end));
  const names: string[] = [];
  for (const { same, from, to, otherFrom, otherTo } of align(written(were), written(are))) {
    if (same) continue;
    const gone = were.slice(from, to);
    for (const fresh of are.slice(otherFrom, otherTo)) {
      const twin = gone.findIndex(({ element }) => element.localName === fresh.element.localName);
      const [former] = twin < 0 ? [] : gone.splice(twin, 1);
      names.push(...(former ? changedIn(former, fresh) : [fresh.element.localName]));
    }
    names.push(...gone.map(({ element }) => element.localName));
  }
  return names.length > 0 ? names : [other.element.localName];
}

function childrenOf({ source, element }: Placed): Placed[] {
  return element.children
    .filter((child) => child.type === 'element')
    .map((child) => ({ source, element: child }));
}
