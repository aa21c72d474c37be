import { childElements, parseTree, type XmlElement } from '@chancery/xml';
import { contentAllows } from '../content/content-guard.js';
import { attribute } from '../header/element-tree.js';
import { attributePatch, quoteOf } from '../header/write/attribute-patch.js';
import type { SourcePatch } from '../header/write/source-patch.js';
import { edgeNames } from './edges.js';
import { type Surface, surfacesOf } from './surfaces.js';
import type { LeafOfZones } from './zone-patches.js';
import { areaOf, frameOf, type Pixels, type ZoneArea } from './zones.js';

/** How a leaf is set upright, and what of its picture is the leaf. */
export interface LeafView {
  /** Degrees clockwise that set it upright. */
  readonly rotation: number;
  /** What of the picture is the leaf, in its pixels before it is turned; null for all of it. */
  readonly crop: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  } | null;
}

/**
 * How a file says that a leaf lies on its picture.
 *
 * Where the picture shows more than the leaf, or shows it turned, its `graphic` fills a `zone` of the leaf's `surface`: the zone is as
 * large as the picture, and so may be larger than the surface, whose coordinates say what of it the leaf is. By how much the zone was turned to the
 * right, against the leaf, is its `rotate`; `surface` has no such attribute (TEI Guidelines, 12.1, and the reference of `zone`
 * with its example “larger than its parent surface in order to match the dimensions of the graphic it contains”). All coordinates of a leaf
 * are those of its picture as it lies: turning it moves none of its zones.
 */
export function leafViewOf(surface: Surface, pixels: Pixels): LeafView {
  const { element, picture } = surface;
  if (picture === element) return { rotation: 0, crop: null };
  const turned = Number.parseFloat(attribute(picture, 'rotate') ?? '0') || 0;
  const area = areaOf(element, frameOf(surface, pixels));
  return { rotation: (((360 - turned) % 360) + 360) % 360, crop: area ? cropOf(area, pixels) : null };
}

/**
 * The patches by which a file says how a leaf lies on its picture: attributes of the `surface`, and of the `zone` that the picture fills, which is laid
 * around its `graphic` where it is needed, and taken away where it says nothing more. None for a leaf that the file does not tell of, or of
 * which it has several pictures.
 */
export function leafViewPatches(source: string, leaf: LeafOfZones, view: LeafView): SourcePatch[] {
  const surface = surfacesOf(parseTree(source)).find(
    ({ url, element }) => url === leaf.url && element.localName === 'surface',
  );
  if (!surface || isSame(leafViewOf(surface, leaf), view)) return [];
  const { element, picture, graphic } = surface;
  const whole = edgesIn(picture) ?? edgesIn(element);
  const full = whole ?? ['0', '0', String(leaf.width), String(leaf.height)];
  // What the file does not tell of the surface need not be told of it either where it is what the picture says.
  const isTold = edgesIn(element) !== undefined || (whole !== undefined && !isAllOf(whole, leaf));
  const edges = view.crop ? edgesOf(view.crop, surface, leaf) : isTold ? full : undefined;
  const ofSurface = edges
    ? edgeNames.flatMap((name, at) => attributePatch(source, element, name, edges[at]))
    : [];
  const rotate = view.rotation === 0 ? undefined : String(Math.round((360 - view.rotation) * 1000) / 1000);
  if (picture === element) {
    if (!mayBeZone(element, graphic)) return [];
    const quote = quoteOf(source, element);
    const written = (name: string, value: string) => ` ${name}=${quote}${value}${quote}`;
    const name = element.name.replace(/[^:]*$/, 'zone');
    const box = edgeNames.map((edge, at) => written(edge, full[at] ?? '0')).join('');
    const turn = rotate === undefined ? '' : written('rotate', rotate);
    return [
      ...ofSurface,
      { start: graphic.start, end: graphic.start, text: `<${name}${box}${turn}>` },
      { start: graphic.end, end: graphic.end, text: `</${name}>` },
    ];
  }
  const isPlain = rotate === undefined && view.crop === null;
  if (isPlain && saysNothingElse(source, picture))
    return [
      ...ofSurface,
      { start: picture.start, end: graphic.start, text: '' },
      { start: graphic.end, end: picture.end, text: '' },
    ];
  return [...ofSurface, ...attributePatch(source, picture, 'rotate', rotate)];
}

/**
 * Whether a file says that a leaf lies so. One that has several pictures of a leaf, or a picture without a `surface`, has no place to say it;
 * nothing is missing in one that does not tell of the leaf at all.
 */
export function saysLeafView(tei: XmlElement, leaf: LeafOfZones, view: LeafView): boolean {
  const surface = surfacesOf(tei).find(({ url }) => url === leaf.url);
  return !surface || isSame(leafViewOf(surface, leaf), view);
}

function isSame(one: LeafView, other: LeafView): boolean {
  const told = ({ rotation, crop }: LeafView) =>
    [rotation, crop?.left, crop?.top, crop?.width, crop?.height].join();
  return told(one) === told(other);
}

/** The part of a picture that an area takes up; null where that is all of it. */
function cropOf(area: ZoneArea, { width, height }: Pixels): LeafView['crop'] {
  const inside = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value)));
  const [left, top] = [inside(area.left, width), inside(area.top, height)];
  const [right, bottom] = [inside(area.right, width), inside(area.bottom, height)];
  if (right - left >= width && bottom - top >= height) return null;
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : null;
}

/** The edges that an element has, as they are written. */
function edgesIn(element: XmlElement): readonly string[] | undefined {
  const edges = edgeNames.flatMap((name) => attribute(element, name) ?? []);
  return edges.length === edgeNames.length ? edges : undefined;
}

/** Whether edges are those of a picture, counted in its pixels. */
function isAllOf(edges: readonly string[], { width, height }: Pixels): boolean {
  return edges.map(Number).join() === [0, 0, width, height].join();
}

/** A crop in the coordinates of a leaf: more exact than what is drawn by hand, so that it is the same pixels when it is read again. */
function edgesOf(
  crop: NonNullable<LeafView['crop']>,
  surface: Surface,
  leaf: LeafOfZones,
): readonly string[] {
  const { left, top, acrossBy, downBy } = frameOf(surface, leaf);
  const exact = (value: number) => String(Math.round(value * 10_000) / 10_000);
  return [
    exact(left + crop.left * acrossBy),
    exact(top + crop.top * downBy),
    exact(left + (crop.left + crop.width) * acrossBy),
    exact(top + (crop.top + crop.height) * downBy),
  ];
}

/** Whether a zone may stand in place of a graphic; of a surface that is wrong already, nothing more is asked. */
function mayBeZone(surface: XmlElement, graphic: XmlElement): boolean {
  const names = (ofGraphic: string) =>
    childElements(surface).map((child) => (child === graphic ? ofGraphic : child.localName));
  return contentAllows('surface', names('zone')) || !contentAllows('surface', names('graphic'));
}

/** Whether a zone has but its coordinates and the one picture. */
function saysNothingElse(source: string, zone: XmlElement): boolean {
  const [graphic, ...others] = childElements(zone);
  const own = zone.attributes.every(({ name }) => ['rotate', ...edgeNames].includes(name));
  if (!graphic || others.length > 0 || !own) return false;
  const around = source.slice(zone.contentStart, graphic.start) + source.slice(graphic.end, zone.contentEnd);
  return around.trim() === '';
}
