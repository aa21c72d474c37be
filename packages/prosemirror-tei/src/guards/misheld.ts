import type { Node } from 'prosemirror-model';
import { placeElement, type Surroundings } from '../schema/place-element.js';
import { type ShapeTable, teiShapes } from '../schema/shape-table.js';
import { beginning, type Fault } from './fault.js';

/**
 * The elements between two positions that are not held as they would be if they were read where they stand: a phrase
 * without text that has come to stand between blocks, a list that has lost the phrase around it, a phrase around what has
 * come to be a paragraph. Such a document cannot be written.
 */
export function misheld(
  doc: Node,
  { from, to }: { readonly from: number; readonly to: number },
  shapes: ShapeTable = teiShapes,
): Fault[] {
  const found: Fault[] = [];
  doc.nodesBetween(Math.max(0, from - 1), Math.min(doc.content.size, to + 1), (node, pos, parent) => {
    const name = nameOf(node);
    if (!parent || parent === doc || name === undefined) return;
    const around = node.marks.at(-1);
    // Read again, the phrase would be held by what it holds.
    if (around && shapes(name)?.shape === 'textblock') {
      const line = `<${String(around.attrs.name)}> around <${name}>`;
      found.push({ line, words: `${beginning(name)} cannot stand there.` });
    }
    // Loose words have no tag of their own: what stands among them stands in the element around them.
    const holder = parent.type.name === 'bare' ? doc.resolve(pos).node(-1) : parent;
    const surroundings = node.marks.length > 0 ? 'text' : surroundingsIn(holder, holder === doc.firstChild);
    const empty = node.isLeaf && node.attrs.source === undefined;
    const hints = { empty, hasTextblock: () => hasTextblock(node, shapes) };
    const holding = placeElement(shapes, name, surroundings, hints);
    if (holding === node.type.name) return;
    found.push({
      line: `<${name}> as ${node.type.name} in ${parent.type.name}`,
      words: `${beginning(name)} cannot stand there.`,
    });
  });
  return found;
}

/** The name of the element that a node holds. Of what is carried unopened, only elements in running text could have come to stand elsewhere. */
function nameOf({ type, attrs }: Node): string | undefined {
  if (typeof attrs.source !== 'string') return typeof attrs.name === 'string' ? attrs.name : undefined;
  if (type.name !== 'opaque' || attrs.kind !== 'element') return undefined;
  return /^<(?:[^\s/>:]+:)?([^\s/>]+)/.exec(attrs.source)?.[1];
}

function surroundingsIn(parent: Node, isRoot: boolean): Surroundings {
  switch (parent.type.name) {
    case 'textblock':
      return 'text';
    case 'either':
    case 'inlineEither':
    case 'anonymous':
      return 'mixed';
    default:
      return isRoot && /^(?:TEI|teiCorpus)/.test(String(parent.attrs.name)) ? 'root' : 'blocks';
  }
}

function hasTextblock(node: Node, shapes: ShapeTable): boolean {
  let found = false;
  node.forEach((child) => {
    if (shapes(String(child.attrs.name))?.shape === 'textblock') found = true;
  });
  return found;
}
