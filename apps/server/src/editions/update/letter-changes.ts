import { createHash } from 'node:crypto';
import {
  aloneSteps,
  applySteps,
  entangled,
  type LabelledStep,
  type OpenLetter,
  sourceStep,
} from '@chancery/prosemirror-tei';
import { uuidOf } from '@chancery/publishing/edition';
import type { Step } from 'prosemirror-transform';
import { type Proposal, suggestionLimits } from '../../contract/suggestion.js';
import { documentSteps } from '../../history/document-steps.js';
import { stepsAsJson } from '../../suggesting/stored-suggestion.js';

/** More places than this are suggested as one: to tell which of them can stand alone would take too long. */
const mostPlaces = 150;

/**
 * A letter with another source, in whose document everything that is not changed is what it was.
 *
 * @throws {NotWellFormed} when the source is not well-formed
 * @throws {EditRefused} when it cannot be a text of this letter
 */
export function withSource(letter: OpenLetter, source: string): OpenLetter {
  const step = sourceStep(letter, source);
  return step ? applySteps(letter, [step]) : letter;
}

/**
 * What leads from one text of a letter to another, place by place, each by itself upon the first: so that one can be taken and
 * another not. None where both read the same, and only the source is written otherwise; undefined where the texts cannot be compared
 * in this way.
 */
export function placesOf(base: OpenLetter, other: OpenLetter): (readonly Step[])[] | undefined {
  const steps = documentSteps(base.doc, other.doc);
  if (steps === undefined) return undefined;
  if (steps.length === 0) return [];
  if (steps.length > mostPlaces) return [steps];
  const row: LabelledStep[] = steps.map((step, index) => ({ step, label: String(index) }));
  const joins = entangled(row, base.doc);
  const placeOf = (label: string): string => {
    const other = joins.get(label);
    return other === undefined ? label : placeOf(other);
  };
  const places = [...new Set(row.map(({ label }) => placeOf(label)))];
  const alone = places.map((place) => aloneSteps(row, (label) => placeOf(label) === place, base.doc));
  const whole = alone.filter((each) => each !== undefined);
  // The last place comes first in a document’s steps.
  return whole.length === alone.length ? whole.toReversed() : [steps];
}

/**
 * What is to be suggested of the places. Where the same is brought in again, it is the same suggestions: what is decided of them
 * stays decided.
 *
 * @param version of the letter that the places stand upon
 */
export function proposalsOf(
  places: readonly (readonly Step[])[],
  {
    letterId,
    version,
    reason,
  }: { readonly letterId: string; readonly version: number; readonly reason: string },
): Proposal[] {
  return places.map((place) => {
    const steps = stepsAsJson(place);
    const told = JSON.stringify([letterId, version, steps]);
    return {
      id: uuidOf(told),
      revision: 0,
      write: createHash('sha256').update(told).digest('hex'),
      version,
      steps,
      reason: reason.slice(0, suggestionLimits.reason),
    };
  });
}
