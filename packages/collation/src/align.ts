import { diffArrays } from 'diff';

/**
 * A stretch of an alignment: what stands from `from` to `to` in the one stands against `otherFrom` to `otherTo` in the
 * other. Stretches follow each other without gaps and end where both end; same ones and changed ones alternate.
 */
export interface Stretch {
  readonly same: boolean;
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/** With more changes than this, two sequences have too little in common for an alignment to say anything. */
const most = 2_000;

/**
 * Aligns two sequences so that as much as possible is the same (Myers, An O(ND) Difference Algorithm, 1986). Read from
 * the other side, the alignment is the same one.
 */
export function align(one: readonly string[], other: readonly string[]): Stretch[] {
  // Of several alignments that are equally good one is taken, whichever of the two comes first.
  if (precedes(other, one)) return align(other, one).map(mirrored);
  let first = 0;
  while (first < one.length && first < other.length && one[first] === other[first]) first += 1;
  let last = 0;
  const shorter = Math.min(one.length, other.length) - first;
  while (last < shorter && one[one.length - 1 - last] === other[other.length - 1 - last]) last += 1;

  const between = diffArrays(one.slice(first, one.length - last), other.slice(first, other.length - last), {
    maxEditLength: most,
  }) ?? [
    { count: one.length - first - last, removed: true, added: false },
    { count: other.length - first - last, removed: false, added: true },
  ];
  const stretches = new Stretches();
  stretches.add(true, first, first);
  for (const { count, removed, added } of between) {
    stretches.add(!removed && !added, added ? 0 : count, removed ? 0 : count);
  }
  stretches.add(true, last, last);
  return stretches.all;
}

/** The alignment read from the other side. */
export function mirrored({ same, from, to, otherFrom, otherTo }: Stretch): Stretch {
  return { same, from: otherFrom, to: otherTo, otherFrom: from, otherTo: to };
}

/** Puts stretches one behind the other; neighbours of one kind become one. */
export class Stretches {
  readonly all: Stretch[] = [];

  add(same: boolean, length: number, otherLength: number): void {
    if (length === 0 && otherLength === 0) return;
    const before = this.all.at(-1);
    const from = before?.to ?? 0;
    const otherFrom = before?.otherTo ?? 0;
    const end = { to: from + length, otherTo: otherFrom + otherLength };
    if (before?.same === same) this.all[this.all.length - 1] = { ...before, ...end };
    else this.all.push({ same, from, otherFrom, ...end });
  }
}

function precedes(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return one.length < other.length;
  const differs = one.findIndex((item, index) => item !== other[index]);
  return differs >= 0 && (one[differs] ?? '') < (other[differs] ?? '');
}
