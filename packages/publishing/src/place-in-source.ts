import { lineAndColumn, parseTree, type XmlElement } from '@chancery/xml';

/**
 * Where in its source an element stands that a stylesheet named by its path, as XPath writes it (XPath and XQuery Functions
 * 3.1, 14.7): `/Q{http://www.tei-c.org/ns/1.0}TEI[1]/Q{http://www.tei-c.org/ns/1.0}text[1]`. A path that leads nowhere gives
 * the last element that it passed.
 */
export function placeInSource(
  source: string,
  path: string,
): { readonly line: number; readonly column: number } {
  let element = parseTree(source);
  for (const [, namespace, name, position] of [...path.matchAll(/\/Q\{([^}]*)\}([^/[]+)\[(\d+)\]/g)].slice(
    1,
  )) {
    const next = element.children
      .filter(
        (child): child is XmlElement =>
          child.type === 'element' && child.localName === name && child.namespace === namespace,
      )
      .at(Number(position) - 1);
    if (!next) break;
    element = next;
  }
  return lineAndColumn(source, element.start);
}
