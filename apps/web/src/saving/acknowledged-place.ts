import { schema } from '@chancery/prosemirror-tei';
import { type Mappable, Step } from 'prosemirror-transform';
import type { StepLog } from './step-log.js';

/** A selection in the document on the screen. */
export interface SelectionPlace {
  readonly anchor: number;
  readonly head: number;
}

/** A selection in a version of the letter as it was acknowledged. */
export interface StoredPlace extends SelectionPlace {
  readonly version: number;
}

/**
 * Where a selection in the document on the screen stands in the letter as acknowledged: what only this screen has is
 * taken out of it, the latest first.
 */
export function acknowledgedPlace(
  { anchor, head }: SelectionPlace,
  waiting: readonly Step[],
): SelectionPlace {
  let place = { anchor, head };
  for (const step of waiting.toReversed()) place = mapped(place, step.getMap().invert());
  return place;
}

/**
 * Where a place of a stored version stands on this screen; undefined while the letter here is not yet, or no longer, at the version
 * that it speaks of.
 *
 * @param sides the sides to which its ends keep, as in {@link mapped}
 */
export function placeHere(
  stored: StoredPlace,
  log: StepLog,
  waiting: readonly Step[],
  sides?: Sides,
): SelectionPlace | undefined {
  if (!log.knows(stored.version)) return undefined;
  let place: SelectionPlace = stored;
  for (const { step } of log.since(stored.version))
    place = mapped(place, Step.fromJSON(schema, step).getMap(), sides);
  for (const step of waiting) place = mapped(place, step.getMap(), sides);
  return place;
}

/** To which side the two ends of a place keep when something is put in there: -1 stays before it, 1 goes behind it. */
export type Sides = readonly [anchor: number, head: number];

const behind: Sides = [1, 1];

/** A place after a change: what is put in at its ends is behind it, unless the ends keep to other sides. */
export function mapped(
  { anchor, head }: SelectionPlace,
  by: Mappable,
  [ofAnchor, ofHead]: Sides = behind,
): SelectionPlace {
  return { anchor: by.map(anchor, ofAnchor), head: by.map(head, ofHead) };
}
