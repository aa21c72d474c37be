import { lineAndColumn, parseTree, type XmlElement } from '@chancery/xml';

/**
 * Where in its source an element stands that a stylesheet named by its path, `/TEI[1]/text[1]/body[1]/p[3]`. A path
 * that leads nowhere gives the last element that it passed.
 */
export function placeInSource(
  source: string,
  path: string,
): { readonly line: number; readonly column: number } {
  let element = parseTree(source);
  for (const step of path.split('/').slice(2)) {
    const [, name, position] = /^(.*)\[(\d+)\]$/.exec(step) ?? [];
    const next = element.children
      .filter((child): child is XmlElement => child.type === 'element' && child.name === name)
      .at(Number(position) - 1);
    if (!next) break;
    element = next;
  }
  return lineAndColumn(source, element.start);
}
