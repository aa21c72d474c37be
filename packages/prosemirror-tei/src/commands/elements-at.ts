import { mayContain, rowOf } from '@chancery/tei';
import type { Mark, Node, ResolvedPos } from 'prosemirror-model';
import { isTagless } from '../to-tei/doc-token.js';

/** An element that a place of the text is in, outermost first: what the breadcrumb of the desk shows. */
export interface ElementAt {
  readonly id: string;
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly isMark: boolean;
}

/** The elements that a position is in, outermost first; `marks` are those that typing there would be in. */
export function elementsAt($pos: ResolvedPos, marks: readonly Mark[] = $pos.marks()): ElementAt[] {
  const found: ElementAt[] = [];
  for (let depth = 1; depth <= $pos.depth; depth += 1) {
    const node = $pos.node(depth);
    for (const mark of node.marks) found.push(elementOf(mark, true));
    if (node.attrs.name) found.push(elementOf(node, false));
  }
  for (const mark of marks) found.push(elementOf(mark, true));
  return found;
}

function elementOf(held: Node | Mark, isMark: boolean): ElementAt {
  return { id: String(held.attrs.id), name: String(held.attrs.name), attrs: held.attrs.attrs ?? {}, isMark };
}

/** The name of the element whose content begins with running text at a position, under the given marks. */
export function parentName($pos: ResolvedPos, marks: readonly Mark[]): string {
  const inner = marks.at(-1);
  if (inner) return String(inner.attrs.name);
  const node = isTagless($pos.parent) ? $pos.node($pos.depth - 1) : $pos.parent;
  return String(node.attrs.name ?? '');
}

/** Whether the table lets an element stand in another; what it does not know, it does not forbid. */
export function allows(parent: string, child: string): boolean {
  return rowOf(parent) === undefined || rowOf(child) === undefined || mayContain(parent, child);
}
