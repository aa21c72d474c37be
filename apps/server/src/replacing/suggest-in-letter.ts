import { randomUUID } from 'node:crypto';
import type { OpenLetter } from '@chancery/prosemirror-tei';
import { type Passage, planReplacement, readPassages } from '@chancery/tei';

import { z } from 'zod';
import { type LeftOut, leftOut as leftOutJson } from '../contract/replacement.js';
import { type SearchFor, searchFor } from '../contract/search.js';
import { type Proposal, suggestionLimits } from '../contract/suggestion.js';
import type { Replacement } from '../generated/client.js';
import type { FoundPassage } from '../searching/search-volume.js';
import { Search } from '../searching/search-volume.js';
import type { Onlooker } from '../stages/visible-letters.js';
import { stepsAsJson } from '../suggesting/stored-suggestion.js';
import { suggest } from '../suggesting/suggest.js';
import { replacementSteps } from './replacement-steps.js';
import type { ReplacerTools } from './replacer.js';

const editedSince =
  'It was edited after the preview, and something in it was left out: nothing was suggested here. Search again to replace in it.';

/**
 * Suggests what a replacement would change in a letter as it is now, each place by itself. What was suggested there by a
 * run that did not come to its end is suggested anew.
 *
 * @returns what could not be done, in words; empty where all was
 */
export async function suggestInLetter(
  house: ReplacerTools,
  replacement: Replacement,
  letterId: string,
  person: Onlooker,
): Promise<string> {
  const { id, authorId, editionId, words, reason } = replacement;
  const sought = storedSearch(replacement);
  await forgetUnfinished(house, replacement, letterId);
  const { letter, version } = await house.desk.read(letterId);
  const leftOut = z
    .array(leftOutJson)
    .parse(replacement.leftOut)
    .filter((each) => each.letterId === letterId);
  if (leftOut.some((each) => each.version !== version)) return editedSince;
  const passages = readPassages(letter.source);
  const search = await Search.of(house, { editionId, person, search: sought, words });
  const found = await search.inSource(letterId, passages);
  const { proposals, refused } = proposed({ letter, passages, found, sought, leftOut });
  const suggestions = proposals.map((steps): Proposal => {
    const made = { id: randomUUID(), revision: 0, write: id, version, reason };
    return { ...made, steps: stepsAsJson(steps) };
  });
  await house.prisma.replacementHit.createMany({
    data: suggestions.map((each) => ({ suggestionId: each.id, replacementId: id, letterId })),
  });
  for (let at = 0; at < suggestions.length; at += suggestionLimits.atOnce) {
    const some = suggestions.slice(at, at + suggestionLimits.atOnce);
    const outcomes = await suggest(house, letterId, authorId, some);
    for (const outcome of outcomes) {
      if (outcome.kept) continue;
      refused.set(outcome.reason, (refused.get(outcome.reason) ?? 0) + 1);
      await house.prisma.replacementHit.delete({ where: { suggestionId: outcome.id } });
    }
  }
  return [...refused].map(([why, times]) => (times === 1 ? why : `${times} times: ${why}`)).join(' ');
}

/** What a replacement looks for, as it is stored. */
export function storedSearch({ search }: Pick<Replacement, 'search'>): SearchFor {
  return searchFor.parse(search);
}

async function forgetUnfinished(
  { prisma, desk }: ReplacerTools,
  { id, authorId }: Replacement,
  letterId: string,
): Promise<void> {
  const begun = await prisma.replacementHit.findMany({ where: { replacementId: id, letterId } });
  if (begun.length === 0) return;
  const ids = begun.map(({ suggestionId }) => suggestionId);
  await prisma.$transaction(async (tx) => {
    const open = await tx.suggestion.findMany({
      where: { id: { in: ids }, state: { not: 'open' } },
      select: { id: true },
    });
    const decided = open.map((each) => each.id);
    await tx.suggestion.deleteMany({ where: { id: { in: ids }, authorId, state: 'open' } });
    await tx.replacementHit.deleteMany({ where: { suggestionId: { in: ids, notIn: decided } } });
  });
  await desk.tellChanged(letterId, 'suggestions');
}

function proposed(given: {
  readonly letter: OpenLetter;
  readonly passages: readonly Passage[];
  readonly found: readonly FoundPassage[];
  readonly sought: SearchFor;
  readonly leftOut: readonly LeftOut[];
}) {
  const { letter, passages, found, sought, leftOut } = given;
  const proposals: NonNullable<ReturnType<typeof replacementSteps>>[] = [];
  const refused = new Map<string, number>();
  const refuse = (why: string) => refused.set(why, (refused.get(why) ?? 0) + 1);
  for (const { passage, found: places } of found) {
    const reading = passages[passage.place]?.[sought.reading];
    if (!reading || passage.area === 'metadata') continue;
    for (const { from, to, words = '' } of places) {
      if (leftOut.some((each) => each.place === passage.place && each.from === from)) continue;
      const plan = planReplacement(reading, { from, to }, words);
      if (plan.can && plan.edits.length === 0) continue;
      const steps = plan.can ? replacementSteps(letter, reading, plan.edits) : undefined;
      if (steps) proposals.push(steps);
      else if (!plan.can) refuse(`It would leave “${plan.emptied}” without words. Replace it at the desk.`);
      else refuse('The words stand in something that is carried unopened. Replace them in the source.');
    }
  }
  return { proposals, refused };
}
