import { Slice } from 'prosemirror-model';
import { type Mappable, Mapping, StepMap } from 'prosemirror-transform';
import { tagPairs } from './tag-pairs.js';

/** A range that is replaced, and by what. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly slice: Slice;
  /** What stood in the range when the replacement was made, where that is known. */
  readonly gone?: Slice | undefined;
}

/**
 * A replacement, moved over the steps of others: in one piece; in several around what they wrote in its range; or not at
 * all. Where they wrote within an element that is taken away, the element stays around it; where they wrote between two
 * that are joined, these stay apart.
 */
export function spared(part: Part, mapping: Mappable, isUndoing = false): readonly Part[] {
  const { from, to, slice, gone } = part;
  const start = mapping.mapResult(from, 1);
  const end = mapping.mapResult(to, -1);
  // A place is followed to one side only: it comes to the same in one go as in several.
  const isGone = start.deletedAcross && (from === to || end.deletedAcross);
  // What was moved away from behind a place does not take along what is between.
  const whole = { from: start.pos, to: from === to ? start.pos : Math.max(start.pos, end.pos), slice, gone };
  if (from === to) return isGone && !isUndoing ? [] : [whole];
  if (!isTouched(from, to, mapping)) return [whole];

  const places: (number | undefined)[] = [];
  for (let token = from; token < to; token += 1) {
    const place = mapping.mapResult(token, 1);
    places.push(place.deletedAfter ? undefined : place.pos);
  }
  const kept = gone?.size === to - from ? keptTags(gone, places) : undefined;
  const ranges: { from: number; to: number }[] = [];
  places.forEach((place, token) => {
    if (place === undefined || kept?.has(token)) return;
    const last = ranges.at(-1);
    if (last?.to === place) last.to += 1;
    else ranges.push({ from: place, to: place + 1 });
  });
  if (ranges.length === 0 && ((isGone && !isUndoing) || slice.size === 0)) return [];
  // Others may have moved what stood behind to before what stood first.
  ranges.sort((one, other) => one.from - other.from);
  // What is brought comes first, before what others wrote at the very beginning of the range.
  const first = Math.min(whole.from, ranges[0]?.from ?? whole.from);
  if (slice.size > 0 && ranges[0]?.from !== first) ranges.unshift({ from: first, to: first });
  const [only] = ranges;
  // What was taken away and has come back, as by undoing, is whole again.
  if (ranges.length === 1 && only && only.to - only.from === to - from) return [{ ...only, slice, gone }];
  return ranges.map((range, index) => ({ ...range, slice: index === 0 ? slice : Slice.empty }));
}

/** The ends of elements that others have written between, or of which others have taken one away. */
function keptTags(gone: Slice, places: readonly (number | undefined)[]): Set<number> {
  /** How many tokens of others there are before each token. */
  const written: number[] = [];
  let count = 0;
  let last: number | undefined;
  for (const place of places) {
    if (place !== undefined) {
      if (last !== undefined) count += place - last - 1;
      last = place;
    }
    written.push(count);
  }
  const kept = new Set<number>();
  tagPairs(gone).forEach((tag, token) => {
    if (tag === 'content') return;
    const { other } = tag;
    if (other === undefined || places[other] === undefined || written[other] !== written[token])
      kept.add(token);
  });
  return kept;
}

/** Whether anything was done within a range. What it was is found out token by token, which takes longer. */
function isTouched(from: number, to: number, mapping: Mappable): boolean {
  const maps = mapsOf(mapping);
  if (!maps) return true;
  let start = from;
  let end = to;
  for (const map of maps) {
    let touched = false;
    map.forEach((oldStart, oldEnd) => {
      if (oldStart < end && oldEnd > start) touched = true;
    });
    if (touched) return true;
    start = map.map(start, 1);
    end = map.map(end, -1);
  }
  return false;
}

function mapsOf(mapping: Mappable): readonly StepMap[] | undefined {
  if (mapping instanceof StepMap) return [mapping];
  return mapping instanceof Mapping ? mapping.maps.slice(mapping.from, mapping.to) : undefined;
}
