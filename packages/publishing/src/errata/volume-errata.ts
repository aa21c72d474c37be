import { parseTree } from '@chancery/xml';
import { partsOfVolume, type VolumePart } from '../parts-of-volume.js';
import { type Erratum, errataBetween } from './errata-between.js';

/** What has become of one part of the front or back matter. */
export interface ChangedPart {
  /** The address of its page; empty for the title page and what else is no part, which the front page shows. */
  readonly slug: string;
  readonly errata: readonly Erratum[];
}

/**
 * The places at which the front and back matter read otherwise than before, part by part: in the order of the volume, with
 * what is no more at the end.
 *
 * @param before a TEI volume that is well-formed
 * @param after the same
 */
export function volumeErrata(before: string, after: string): ChangedPart[] {
  if (before === after) return [];
  const [was, is] = [partsIn(before), partsIn(after)];
  const rest = errataBetween(withoutParts(before, was), withoutParts(after, is));
  const parts = Array.from(new Set([...is.keys(), ...was.keys()]), (slug) => {
    const [one, other] = [was.get(slug), is.get(slug)];
    const isSame = one && other && textOf(one, before) === textOf(other, after);
    return { slug, errata: isSame ? [] : errataBetween(onlyPart(one, before), onlyPart(other, after)) };
  });
  return [{ slug: '', errata: rest }, ...parts].filter(({ errata }) => errata.length > 0);
}

function partsIn(source: string): ReadonlyMap<string, VolumePart> {
  return new Map(partsOfVolume(parseTree(source)).map((part) => [part.slug, part]));
}

function textOf({ element }: VolumePart, source: string): string {
  return source.slice(element.start, element.end);
}

function withoutParts(source: string, parts: ReadonlyMap<string, VolumePart>): string {
  let end = 0;
  let kept = '';
  for (const { element } of parts.values()) {
    kept += source.slice(end, element.start);
    end = element.end;
  }
  return kept + source.slice(end);
}

/** The volume with nothing in its text but one part, which keeps what is declared before it and stands where it stood. */
function onlyPart(part: VolumePart | undefined, source: string): string {
  const place = part?.element.parent;
  const text = place?.parent;
  if (!part || !place || !text) return '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>';
  return [
    source.slice(0, text.contentStart),
    source.slice(place.start, place.contentStart),
    textOf(part, source),
    source.slice(place.contentEnd, place.end),
    source.slice(text.contentEnd),
  ].join('');
}
