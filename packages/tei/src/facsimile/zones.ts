import type { XmlElement } from '@chancery/xml';
import { attribute, within } from '../header/element-tree.js';
import { edgesOf } from './edges.js';
import type { Surface } from './surfaces.js';

/** Where a zone lies, in the pixels of the picture of its leaf, from the upper left. */
export interface ZoneArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Three corners or more, where the zone is more than the box around it. */
  readonly points?: readonly { readonly x: number; readonly y: number }[] | undefined;
}

/** A part of a leaf (TEI Guidelines, 12.1 and 12.2.1). */
export interface Zone {
  readonly element: XmlElement;
  /** Its `xml:id`; without one, nothing can point to it. */
  readonly id: string | undefined;
  /** What kind of part its `@type` says it is: `line`, `block`. */
  readonly type: string | undefined;
  readonly area: ZoneArea;
}

/** The coordinates of a leaf: what lies at `left` is the left edge of its picture. */
export interface SurfaceFrame {
  readonly left: number;
  readonly top: number;
  /** By how much a measure of the picture in pixels is multiplied. */
  readonly acrossBy: number;
  readonly downBy: number;
}

/** The size of a picture. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
}

/** The coordinates of a leaf, which are its picture’s pixels unless it says its own. */
export function frameOf({ element, picture }: Surface, { width, height }: Pixels): SurfaceFrame {
  const edges = edgesOf(picture) ?? edgesOf(element);
  if (!edges) return { left: 0, top: 0, acrossBy: 1, downBy: 1 };
  const { left, top, right, bottom } = edges;
  return { left, top, acrossBy: (right - left) / width, downBy: (bottom - top) / height };
}

/** The zones of a leaf that say where they lie, in the order of the file, those within others behind them. */
export function zonesOf(surface: Surface, pixels: Pixels): Zone[] {
  const frame = frameOf(surface, pixels);
  return [...within(surface.element)].flatMap((element) => {
    if (element.localName !== 'zone' || element === surface.picture) return [];
    const area = areaOf(element, frame);
    if (!area) return [];
    return [{ element, id: attribute(element, 'xml:id'), type: attribute(element, 'type'), area }];
  });
}

/** How much two areas are the same: what both have of what either has, by the boxes around them, from 0 to 1. */
export function overlap(one: ZoneArea, other: ZoneArea): number {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  if (across <= 0 || down <= 0) return 0;
  const size = ({ left, top, right, bottom }: ZoneArea) => (right - left) * (bottom - top);
  return (across * down) / (size(one) + size(other) - across * down);
}

/** The attributes that say where a zone lies: an outline where it has one, else a box. */
export function areaAttributes(
  { left, top, right, bottom, points }: ZoneArea,
  frame: SurfaceFrame,
): Record<'points' | 'ulx' | 'uly' | 'lrx' | 'lry', string | undefined> {
  const x = (value: number) => written(frame.left + value * frame.acrossBy);
  const y = (value: number) => written(frame.top + value * frame.downBy);
  const none = undefined;
  return points
    ? {
        points: points.map((each) => `${x(each.x)},${y(each.y)}`).join(' '),
        ulx: none,
        uly: none,
        lrx: none,
        lry: none,
      }
    : { points: none, ulx: x(left), uly: y(top), lrx: x(right), lry: y(bottom) };
}

/** Where a zone or surface says that it lies. */
export function areaOf(
  zone: XmlElement,
  { left, top, acrossBy, downBy }: SurfaceFrame,
): ZoneArea | undefined {
  const x = (value: number) => (value - left) / acrossBy;
  const y = (value: number) => (value - top) / downBy;
  const points = (attribute(zone, 'points') ?? '').split(' ').flatMap((corner) => {
    const [across, down] = corner.split(',').map(Number);
    return Number.isFinite(across) && Number.isFinite(down) ? [{ x: x(across ?? 0), y: y(down ?? 0) }] : [];
  });
  if (points.length >= 3) {
    const [xs, ys] = [points.map((each) => each.x), points.map((each) => each.y)];
    return {
      left: Math.min(...xs),
      top: Math.min(...ys),
      right: Math.max(...xs),
      bottom: Math.max(...ys),
      points,
    };
  }
  const edges = edgesOf(zone);
  if (!edges) return undefined;
  return { left: x(edges.left), top: y(edges.top), right: x(edges.right), bottom: y(edges.bottom) };
}

/** Whole where a measure of a picture is as good as whole. */
function written(value: number): string {
  return String(Math.abs(value) >= 20 ? Math.round(value) : Math.round(value * 1000) / 1000);
}
