import { attributeOf, elementOf } from '@chancery/prosemirror-tei';
import { surfacesOf, type ZoneArea, zonesOf } from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import type { Node } from 'prosemirror-model';
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

/** The zones of a leaf that have names, as the document tells them. A part of the facsimile that cannot be read has none. */
export function zonesOfLeaf(doc: Node, leaf: Pick<Leaf, 'pointers' | 'width' | 'height'>): ZoneOfLeaf[] {
  return facsimilesOf(doc).flatMap((source) => {
    // As the only element of a letter, so that it is found as it is in one.
    const surfaces = surfacesOf(parseTree(`<TEI>${source}</TEI>`));
    const surface = surfaces.find(({ url }) => leaf.pointers.includes(url));
    const zones = surface ? zonesOf(surface, leaf) : [];
    return zones.flatMap(({ id, type, area }) => (id === undefined ? [] : [{ id, type, area }]));
  });
}

/** What in the text points to zones, in its order. */
export function zonesInText(doc: Node, zones: readonly ZoneOfLeaf[]): ZoneInText[] {
  const byPointer = new Map(zones.map((zone) => [`#${zone.id}`, zone]));
  const found: ZoneInText[] = [];
  doc.descendants((node, at) => {
    const name = elementOf(node);
    if (name === 'teiHeader' || name === 'facsimile') return false;
    for (const pointer of attributeOf(node, 'facs')?.split(/\s+/u) ?? []) {
      const zone = byPointer.get(pointer);
      if (zone) found.push({ zone, at, to: at + node.nodeSize, begins: name === 'lb' || name === 'pb' });
    }
    return true;
  });
  return found;
}

/** The zone that a place of the text stands in: its line’s, where that is known, else its block’s. */
export function zoneAt(doc: Node, linked: readonly ZoneInText[], place: number): ZoneOfLeaf | undefined {
  const line = lastBreak(doc, place);
  const begun = linked.find(({ begins, at }) => begins && at === line);
  return (begun ?? linked.findLast(({ begins, at, to }) => !begins && at < place && place < to))?.zone;
}

/** What in the text belongs to a point of the picture: the smallest zone around it that the text points to. */
export function textAt(linked: readonly ZoneInText[], x: number, y: number): ZoneInText | undefined {
  const size = ({ zone: { area } }: ZoneInText) => (area.right - area.left) * (area.bottom - area.top);
  return linked
    .filter(({ zone: { area } }) => x >= area.left && x <= area.right && y >= area.top && y <= area.bottom)
    .sort((one, other) => size(one) - size(other))[0];
}

/** The last line or page break before a place. */
function lastBreak(doc: Node, place: number): number | undefined {
  let last: number | undefined;
  doc.nodesBetween(0, Math.min(place, doc.content.size), (node, at) => {
    const name = elementOf(node);
    if ((name === 'lb' || name === 'pb') && at < place) last = at;
    return name !== 'teiHeader' && name !== 'facsimile';
  });
  return last;
}

function facsimilesOf(doc: Node): string[] {
  const sources: string[] = [];
  doc.descendants((node) => {
    if (node.attrs.kind !== 'facsimile') return !node.isTextblock;
    sources.push(String(node.attrs.source));
    return false;
  });
  return sources;
}
