import type { DiscrepancyKind, Place } from '@chancery/collation';

/** A place in which two keyings differ, as indexes of their words. */
export interface PlacedDiscrepancy extends Place {
  readonly kind: DiscrepancyKind;
  /** What it has in common with the place that is settled with it, where there is one. */
  readonly pair: number | undefined;
}

/**
 * Widens places over the words around them that both keyings have, until each fits; what a place reaches over on its way
 * becomes one with it. The words between two places stay the same ones in both.
 *
 * @param places in order, none touching another
 */
export function fittingPlaces(
  places: readonly PlacedDiscrepancy[],
  ends: { readonly length: number; readonly otherLength: number },
  fits: (place: Place) => boolean,
): PlacedDiscrepancy[] {
  const done: PlacedDiscrepancy[] = [];
  const rest = [...places];
  for (let place = rest.shift(); place; place = rest.shift()) {
    if (fits(place)) {
      done.push(place);
      continue;
    }
    // What has been reached over is looked at again as one with it.
    let wide: PlacedDiscrepancy | undefined;
    for (let by = 1; !wide; by += 1) {
      const left = widenedLeft(place, done, by);
      const right = widenedRight(place, rest, by, ends);
      wide = [right, left, { ...left, to: right.to, otherTo: right.otherTo }].find(fits);
      const whole = left.from === 0 && left.otherFrom === 0 && right.to === ends.length;
      if (!wide && whole && right.otherTo === ends.otherLength)
        wide = { ...left, to: right.to, otherTo: right.otherTo };
    }
    while ((done.at(-1)?.to ?? -1) > wide.from || (done.at(-1)?.otherTo ?? -1) > wide.otherFrom) done.pop();
    while (
      (rest[0]?.from ?? ends.length) < wide.to ||
      (rest[0]?.otherFrom ?? ends.otherLength) < wide.otherTo
    )
      rest.shift();
    done.push(wide);
  }
  return done;
}

/** The place with so many more words before it that both have; a place among them is reached over as a whole. */
function widenedLeft(place: PlacedDiscrepancy, before: readonly Place[], by: number): PlacedDiscrepancy {
  let { from, otherFrom } = place;
  let next = before.length - 1;
  for (let count = 0; count < by && (from > 0 || otherFrom > 0); count += 1) {
    const other = before[next];
    if (other && other.to === from && other.otherTo === otherFrom) {
      ({ from, otherFrom } = other);
      next -= 1;
    } else {
      from -= 1;
      otherFrom -= 1;
    }
  }
  return { ...place, kind: 'structure', pair: undefined, from, otherFrom };
}

/** The same for words behind it. */
function widenedRight(
  place: PlacedDiscrepancy,
  after: readonly Place[],
  by: number,
  { length, otherLength }: { readonly length: number; readonly otherLength: number },
): PlacedDiscrepancy {
  let { to, otherTo } = place;
  let next = 0;
  for (let count = 0; count < by && (to < length || otherTo < otherLength); count += 1) {
    const other = after[next];
    if (other && other.from === to && other.otherFrom === otherTo) {
      ({ to, otherTo } = other);
      next += 1;
    } else {
      to += 1;
      otherTo += 1;
    }
  }
  return { ...place, kind: 'structure', pair: undefined, to, otherTo };
}
