import type { Node } from 'prosemirror-model';
import type { Step, StepMap } from 'prosemirror-transform';
import type { Zone } from './concordance.js';
import { inTheWay } from './in-the-way.js';
import type { TwoReadings } from './loss.js';
import type { Rebased } from './rebase.js';
import { wordsOf } from './words-of.js';

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where two people have changed the same words at once: the reading of either, in whole words. */
export function twoReadings(rebased: Rebased, others: readonly Step[]): TwoReadings[] {
  const mine = rebased.myChanges.zones.filter(({ one }) => says(rebased.base, one));
  if (mine.length === 0) return [];
  const theirs = rebased.theirChanges.zones.filter(({ other }) => says(rebased.theirs, other));
  return united(mine.flatMap((zone) => theirs.flatMap((their) => conflict(zone, their)))).flatMap((range) => {
    const { from, to } = inWholeWords(rebased.base, range);
    const own = outward(rebased.myChanges.map, { from, to });
    const words = rebased.mine.slice(own.from, own.to);
    // What one took away and brought back again is no reading of one's own.
    if (words.eq(rebased.base.slice(from, to))) return [];
    const their = outward(rebased.theirChanges.map, { from, to });
    const now = outward(rebased.concordance.map, own);
    return [
      {
        kind: 'readings',
        at: now.from,
        to: now.to,
        mine: words,
        theirs: rebased.theirs.slice(their.from, their.to),
        by: inTheWay(range.from, range.to, others),
      },
    ];
  });
}

/** What two changes of the same words are about; none when neither could take away what the other brought. */
function conflict({ one: mine }: Zone, { one: theirs }: Zone): Range[] {
  // What was typed within words that are gone is lost, not read in two ways.
  if (theirs.from < mine.from && mine.to < theirs.to) return [];
  const meet = Math.max(mine.from, theirs.from) < Math.min(mine.to, theirs.to);
  const within = mine.from < theirs.from && theirs.to < mine.to;
  if (!meet && !within) return [];
  return [{ from: Math.min(mine.from, theirs.from), to: Math.max(mine.to, theirs.to) }];
}

function says(doc: Node, { from, to }: Range): boolean {
  return from < to && wordsOf(doc.slice(from, to)) !== '';
}

/** Ranges that overlap are one. */
function united(ranges: readonly Range[]): Range[] {
  const one: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = one.at(-1);
    if (last && range.from < last.to) one[one.length - 1] = { ...last, to: Math.max(last.to, range.to) };
    else one.push(range);
  }
  return one;
}

/** Widened to the ends of the words that it begins and ends in. */
function inWholeWords(doc: Node, { from, to }: Range): Range {
  const [left] = aroundPlace(doc, from);
  const [, right] = aroundPlace(doc, to);
  return { from: from - left, to: to + right };
}

/** How much of a word there is before and after a place within it. */
function aroundPlace(doc: Node, pos: number): [before: number, after: number] {
  const { nodeBefore, nodeAfter } = doc.resolve(pos);
  const before = /[\p{L}\p{N}\p{M}]*$/u.exec(nodeBefore?.text ?? '')?.[0] ?? '';
  const after = /^[\p{L}\p{N}\p{M}]*/u.exec(nodeAfter?.text ?? '')?.[0] ?? '';
  return before === '' || after === '' ? [0, 0] : [before.length, after.length];
}

function outward(map: StepMap, { from, to }: Range): Range {
  return { from: map.map(from, -1), to: map.map(to, 1) };
}
