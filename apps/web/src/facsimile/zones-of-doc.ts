import { attributeOf, elementOf } from '@chancery/prosemirror-tei';
import { beginsLine, surfacesOf, type ZoneArea, zonesOf } from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import type { Node, ResolvedPos } from 'prosemirror-model';
import type { Leaf } from './use-leaves.js';

/** A zone of a leaf, in the pixels of its picture. */
export interface ZoneOfLeaf {
  readonly id: string;
  readonly type: string | undefined;
  readonly area: ZoneArea;
}

/** An element of the text that points to a zone. */
export interface ZoneInText {
  readonly zone: ZoneOfLeaf;
  /** Where the element stands in the document, and where it ends. */
  readonly at: number;
  readonly to: number;
  /** It begins a line or a page, and does not hold what it stands before. */
  readonly begins: boolean;
}

/** The parts of a document that tell of its facsimile, as their sources. */
export function facsimilesOf(doc: Node): string[] {
  const sources: string[] = [];
  doc.descendants((node) => {
    if (node.attrs.kind !== 'facsimile') return !node.isTextblock;
    sources.push(String(node.attrs.source));
    return false;
  });
  return sources;
}

/** The zones of a leaf that have names. A part of the facsimile that cannot be read has none. */
export function zonesOfLeaf(
  facsimiles: readonly string[],
  leaf: Pick<Leaf, 'pointers' | 'width' | 'height'>,
): ZoneOfLeaf[] {
  return facsimiles.flatMap((source) => {
    // As the only element of a letter, so that it is found as it is in one.
    const surfaces = surfacesOf(parseTree(`<TEI>${source}</TEI>`));
    const surface = surfaces.find(({ url }) => leaf.pointers.includes(url));
    const zones = surface ? zonesOf(surface, leaf) : [];
    return zones.flatMap(({ id, type, area }) => (id === undefined ? [] : [{ id, type, area }]));
  });
}

/** What in the text points to zones, in its order. */
export function zonesInText(doc: Node, zones: readonly ZoneOfLeaf[]): ZoneInText[] {
  const found: ZoneInText[] = [];
  doc.descendants((node, at) => {
    const name = elementOf(node);
    if (name === 'teiHeader' || name === 'facsimile') return false;
    for (const pointer of pointersOf(node)) {
      const zone = zones.find(({ id }) => pointer === `#${id}`);
      if (zone) found.push({ zone, at, to: at + node.nodeSize, begins: beginsLine(name) });
    }
    return true;
  });
  return found;
}

/**
 * The zone that a place of the text stands in: its line’s, where that is known, else its block’s. It looks only at what stands before the
 * place, and again only at what has changed: the caret moves with each key.
 */
export function zoneAt(doc: Node, zones: readonly ZoneOfLeaf[], place: number): ZoneOfLeaf | undefined {
  const $place = doc.resolve(place);
  const line = breakBefore($place);
  const begun = line && zoneOf(line, zones);
  if (begun) return begun;
  for (let depth = $place.depth; depth >= 0; depth -= 1) {
    const zone = zoneOf($place.node(depth), zones);
    if (zone) return zone;
  }
  return undefined;
}

function zoneOf(node: Node, zones: readonly ZoneOfLeaf[]): ZoneOfLeaf | undefined {
  const pointers = pointersOf(node);
  return zones.findLast(({ id }) => pointers.includes(`#${id}`));
}

function pointersOf(node: Node): string[] {
  return attributeOf(node, 'facs').split(/\s+/u);
}

/** What in the text belongs to a point of the picture: the smallest zone around it that the text points to. */
export function textAt(linked: readonly ZoneInText[], x: number, y: number): ZoneInText | undefined {
  const size = ({ zone: { area } }: ZoneInText) => (area.right - area.left) * (area.bottom - area.top);
  return linked
    .filter(({ zone: { area } }) => x >= area.left && x <= area.right && y >= area.top && y <= area.bottom)
    .sort((one, other) => size(one) - size(other))[0];
}

/** What begins the line or page of a place. */
function breakBefore($place: ResolvedPos): Node | undefined {
  for (let depth = $place.depth; depth >= 0; depth -= 1) {
    const parent = $place.node(depth);
    for (let index = $place.index(depth) - 1; index >= 0; index -= 1) {
      const last = lastBreakIn(parent.child(index));
      if (last) return last;
    }
  }
  return undefined;
}

/** The last break in each node that was looked at, null where it has none: what nobody changes is never looked at again. */
const lastBreaks = new WeakMap<Node, Node | null>();

function lastBreakIn(node: Node): Node | null {
  if (beginsLine(elementOf(node))) return node;
  if (node.childCount === 0) return null;
  const known = lastBreaks.get(node);
  if (known !== undefined) return known;
  let found: Node | null = null;
  for (let index = node.childCount - 1; index >= 0 && !found; index -= 1)
    found = lastBreakIn(node.child(index));
  lastBreaks.set(node, found);
  return found;
}
