import { childElements, type XmlElement } from '@chancery/xml';
import { at, attribute } from '../header/element-tree.js';
import { lineOf, removal } from '../header/write/element-patch.js';
import type { SourcePatch } from '../header/write/source-patch.js';
import { NoSuchPlace } from './no-such-place.js';

/**
 * The patches that put a piece of the front or back matter before another one of the same, or last.
 *
 * @throws {NoSuchPlace} for a piece that is not there
 */
export function matterPatches(
  source: string,
  tei: XmlElement,
  piece: string,
  before: string | null,
): SourcePatch[] {
  const matter = [...at(tei, 'text', 'front'), ...at(tei, 'text', 'back')];
  const holder = matter.find((part) => childElements(part).some((child) => isCalled(child, piece)));
  const pieces = holder ? childElements(holder) : [];
  const moved = pieces.find((child) => isCalled(child, piece));
  const next = before === null ? undefined : pieces.find((child) => isCalled(child, before));
  const last = pieces.at(-1);
  if (!moved || !last || (before !== null && !next))
    throw new NoSuchPlace('The front and back matter has been changed meanwhile. Look at it again.');
  if (next === moved || pieces[pieces.indexOf(moved) + 1] === next || (!next && moved === last)) return [];
  const text = source.slice(moved.start, moved.end);
  const line = lineOf(source, moved) ?? '';
  const there = next
    ? { start: next.start, end: next.start, text: text + line }
    : { start: last.end, end: last.end, text: line + text };
  return [removal(source, moved), there];
}

function isCalled(element: XmlElement, id: string): boolean {
  return attribute(element, 'xml:id') === id;
}
