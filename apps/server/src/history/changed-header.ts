import { elementLabel } from '@chancery/prosemirror-tei';
import { NoRootElement, parseTree, type XmlElement } from '@chancery/xml';
import type { Node } from 'prosemirror-model';

/** What has become another in the header of a letter: “Changed the header: date”. Empty when nothing has. */
export function changedHeader(before: Node, after: Node): string[] {
  const [was, is] = [headerOf(before), headerOf(after)];
  if (was === is) return [];
  let start = 0;
  while (start < Math.min(was.length, is.length) && was[start] === is[start]) start += 1;
  let same = 0;
  const most = Math.min(was.length, is.length) - start;
  while (same < most && was[was.length - 1 - same] === is[is.length - 1 - same]) same += 1;
  const places = [nameAt(is, start, is.length - same), nameAt(was, start, was.length - same)];
  const name = places.find((each) => each !== undefined && each !== 'teiHeader');
  return [
    name === undefined ? 'Changed the header' : `Changed the header: ${elementLabel(name).toLowerCase()}`,
  ];
}

function headerOf(doc: Node): string {
  let source = '';
  doc.descendants((node) => {
    if (node.attrs.name === 'teiHeader') source = String(node.attrs.source ?? '');
    return source === '' && node.isBlock && !node.isTextblock;
  });
  return source;
}

/** The element that lies within a stretch of the source or, where none does, the innermost one that holds it. */
function nameAt(source: string, from: number, to: number): string | undefined {
  let root: XmlElement;
  try {
    root = parseTree(source);
  } catch (error) {
    if (error instanceof NoRootElement) return undefined;
    throw error;
  }
  let holds = root;
  for (;;) {
    const inner = holds.children.find(
      (child): child is XmlElement => child.type === 'element' && child.start <= from && to <= child.end,
    );
    if (!inner) break;
    holds = inner;
  }
  const within = holds.children.find(
    (child) => child.type === 'element' && from <= child.start && child.end <= to,
  );
  return within?.type === 'element' ? within.localName : holds.localName;
}
