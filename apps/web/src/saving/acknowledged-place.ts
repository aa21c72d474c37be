import { schema } from '@chancery/prosemirror-tei';
import type { Present } from '@chancery/server/api';
import { type Mappable, Step } from 'prosemirror-transform';
import type { StepLog } from '../saving/step-log.js';

/** A selection in the document on the screen. */
export interface SelectionPlace {
  readonly anchor: number;
  readonly head: number;
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
 * Where somebody's selection stands on this screen; undefined while the letter here is not yet, or no longer, at the version
 * that it speaks of.
 */
export function placeHere(
  selection: NonNullable<Present['selection']>,
  log: StepLog,
  waiting: readonly Step[],
): SelectionPlace | undefined {
  if (!log.knows(selection.version)) return undefined;
  let place: SelectionPlace = selection;
  for (const { step } of log.since(selection.version))
    place = mapped(place, Step.fromJSON(schema, step).getMap());
  for (const step of waiting) place = mapped(place, step.getMap());
  return place;
}

/** A selection after a change: what is put in at its edge is behind it. */
export function mapped({ anchor, head }: SelectionPlace, by: Mappable, assoc = 1): SelectionPlace {
  return { anchor: by.map(anchor, assoc), head: by.map(head, assoc) };
}
