import { parseTree, type XmlElement } from '@chancery/xml';
import { at, attribute, within } from '../header/element-tree.js';
import { attributePatch } from '../header/write/attribute-patch.js';
import { CannotWrite } from '../header/write/cannot-write.js';
import { insertion, type NewElement, removal } from '../header/write/element-patch.js';
import type { SourcePatch } from '../header/write/source-patch.js';
import { anchorsOf } from '../references/anchors-of.js';
import { type Surface, surfacesOf } from './surfaces.js';
import {
  areaAttributes,
  frameOf,
  overlap,
  type SurfaceFrame,
  type Zone,
  type ZoneArea,
  zonesOf,
} from './zones.js';

/** A zone that is to be entered, with those within it. One that does not say where it lies is not written; those within it are. */
export interface ZoneToWrite {
  readonly area: ZoneArea | undefined;
  readonly type: 'block' | 'line';
  readonly within?: readonly ZoneToWrite[];
}

/** A zone as it was entered, with those within it. */
export interface WrittenZone {
  /** What points to it: `#leaf-1-line-4`; nothing where it was not written. */
  readonly pointer: string | undefined;
  readonly within: readonly WrittenZone[];
}

/** Where on a leaf zones are entered or changed. */
export interface LeafOfZones {
  /** As `graphic` has it. */
  readonly url: string;
  /** Of the picture, in pixels. */
  readonly width: number;
  readonly height: number;
}

/** So much of two zones must be the same that they count as one. */
const same = 0.7;

/**
 * Enters zones on a leaf, behind those that it has (TEI Guidelines, 12.2.1). A zone that lies where one of its type lies already is
 * not entered a second time.
 *
 * @throws {CannotWrite} where the file has no such leaf
 */
export function zonePatches(
  source: string,
  leaf: LeafOfZones,
  zones: readonly ZoneToWrite[],
): { patches: SourcePatch[]; written: WrittenZone[] } {
  const tei = parseTree(source);
  const surface = surfaceOf(tei, leaf.url);
  const known = zonesOf(surface, leaf).filter(({ id }) => id !== undefined);
  const names = namesFor(tei, attribute(surface.element, 'xml:id') ?? 'leaf');
  const frame = frameOf(surface, leaf);
  const made = zones.map((zone) => makeZone(zone, { known, names, frame }));
  return {
    patches: made.flatMap(({ elements }) =>
      elements.map((element) => insertion(source, surface.element, element)),
    ),
    written: made.map(({ written }) => written),
  };
}

/**
 * The patches that lay a zone elsewhere on its leaf.
 *
 * @throws {CannotWrite} where the leaf has no zone of that name
 */
export function movedZonePatches(
  source: string,
  leaf: LeafOfZones,
  id: string,
  area: ZoneArea,
): SourcePatch[] {
  const surface = surfaceOf(parseTree(source), leaf.url);
  const { element } = zoneNamed(surface, leaf, id);
  const attributes = Object.entries(areaAttributes(area, frameOf(surface, leaf)));
  return attributes.flatMap(([name, value]) => attributePatch(source, element, name, value));
}

/**
 * The patches that take a zone away, and what in the text points to it does so no longer. Zones within it stay where they lie.
 *
 * @throws {CannotWrite} where the leaf has no zone of that name
 */
export function removedZonePatches(source: string, leaf: LeafOfZones, id: string): SourcePatch[] {
  const tei = parseTree(source);
  const { element } = zoneNamed(surfaceOf(tei, leaf.url), leaf, id);
  const inner = source.slice(element.contentStart, element.contentEnd);
  const gone: SourcePatch[] =
    inner.trim() === ''
      ? [removal(source, element)]
      : [
          { start: element.start, end: element.contentStart, text: '' },
          { start: element.contentEnd, end: element.end, text: '' },
        ];
  const unlinked = at(tei, 'text')
    .flatMap((text) => [text, ...within(text)])
    .flatMap((each) => {
      const pointers = attribute(each, 'facs')?.split(' ') ?? [];
      if (!pointers.includes(`#${id}`)) return [];
      const left = pointers.filter((pointer) => pointer !== `#${id}`).join(' ');
      return attributePatch(source, each, 'facs', left || undefined);
    });
  return [...gone, ...unlinked];
}

function surfaceOf(tei: XmlElement, url: string): Surface {
  const surface = surfacesOf(tei).find((each) => each.url === url && each.element.localName === 'surface');
  if (!surface)
    throw new CannotWrite('The letter does not tell of this image yet. Put it beside a page first.');
  return surface;
}

function zoneNamed(surface: Surface, leaf: LeafOfZones, id: string): Zone {
  const zone = zonesOf(surface, leaf).find((each) => each.id === id);
  if (!zone) throw new CannotWrite('This zone is not there any more.');
  return zone;
}

function makeZone(
  zone: ZoneToWrite,
  of: { known: readonly Zone[]; names: (type: string) => string; frame: SurfaceFrame },
): { elements: NewElement[]; written: WrittenZone } {
  const { area, type } = zone;
  const there = area && of.known.find((each) => each.type === type && overlap(each.area, area) >= same)?.id;
  const id = area && (there ?? of.names(type));
  const inner = (zone.within ?? []).map((each) => makeZone(each, of));
  const content = inner.flatMap(({ elements }) => elements);
  const written = { pointer: id && `#${id}`, within: inner.map((each) => each.written) };
  if (!area || there !== undefined) return { elements: content, written };
  const attributes = { 'xml:id': id, type, ...areaAttributes(area, of.frame) };
  return { elements: [{ name: 'zone', attributes, content }], written };
}

/** Gives names that nothing has: `leaf-1-line-1`, `leaf-1-line-2`. */
function namesFor(tei: XmlElement, leaf: string): (type: string) => string {
  const taken = new Set(anchorsOf(tei).keys());
  const counts = new Map<string, number>();
  return (type) => {
    let count = counts.get(type) ?? 0;
    let name: string;
    do {
      count += 1;
      name = `${leaf}-${type}-${count}`;
    } while (taken.has(name));
    counts.set(type, count);
    taken.add(name);
    return name;
  };
}
