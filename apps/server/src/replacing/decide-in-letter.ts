import type { Replacement } from '../generated/client.js';
import { decideSuggestions } from '../suggesting/decide-suggestions.js';
import { listSuggestions } from '../suggesting/list-suggestions.js';
import type { ReplacerTools } from './replacer.js';

/**
 * Accepts, rejects or withdraws what is open of a replacement in a letter, as whoever reads the letter's suggestions would.
 *
 * @returns what could not be done, in words; empty where all was
 */
export async function decideInLetter(
  house: ReplacerTools,
  { id, task, taskById, taskReason }: Replacement,
  letterId: string,
): Promise<string> {
  const hits = await house.prisma.replacementHit.findMany({
    where: { replacementId: id, letterId },
    select: { suggestionId: true },
  });
  const own = new Set(hits.map(({ suggestionId }) => suggestionId));
  const { suggestions } = await listSuggestions(house, letterId);
  const open = suggestions.filter((each) => own.has(each.id) && each.state === 'open');
  if (open.length === 0) return '';
  const who = { house, letterId, personId: taskById, decides: task !== 'withdraw', reason: taskReason };
  const decision = task === 'accept' || task === 'reject' ? task : 'withdraw';
  const outcomes = await decideSuggestions(who, decision, open);
  const refused = new Map<string, number>();
  for (const outcome of outcomes) {
    if (!outcome.done) refused.set(outcome.reason, (refused.get(outcome.reason) ?? 0) + 1);
  }
  return [...refused].map(([why, times]) => (times === 1 ? why : `${times} times: ${why}`)).join(' ');
}
