import { applySteps, type OpenLetter, schema } from '@chancery/prosemirror-tei';
import { Step } from 'prosemirror-transform';
import { stepJson } from '../contract/letter.js';
import type { StoredStepsMessage } from '../contract/live.js';
import type { PrismaClient } from '../generated/client.js';
import { batchesOf } from './load-letter.js';
import type { RecentStep } from './recent-steps.js';

/** How many steps of other nodes are followed one by one; of more, the letter is opened from what is stored. */
const mostFollowed = 200;

/** What was stored of a letter behind one version, up to another. */
export function loggedSteps(
  prisma: PrismaClient,
  letterId: string,
  after: number,
  upTo: number,
): Promise<RecentStep[]> {
  return prisma.step.findMany({
    where: { letterId, version: { gt: after, lte: upTo } },
    orderBy: { version: 'asc' },
    select: { step: true, clientId: true, batch: true },
  });
}

/** A letter after some batches, if that is what was stored: undefined when it has to be opened from what is stored. */
export function follow(
  letter: OpenLetter,
  missed: readonly RecentStep[],
  source: string,
): OpenLetter | undefined {
  if (missed.length === 0 || missed.length > mostFollowed) return undefined;
  try {
    let now = letter;
    for (const batch of batchesOf(missed)) {
      const steps = batch.map(({ step }) => Step.fromJSON(schema, step));
      now = applySteps(now, steps);
    }
    return now.source === source ? now : undefined;
  } catch {
    return undefined;
  }
}

/** What everybody is sent of it. */
export function stepsMessage(version: number, logged: readonly RecentStep[]): StoredStepsMessage {
  const steps = logged.map(({ step, clientId }) => ({ step: stepJson.parse(step), clientId }));
  return { type: 'steps', version, steps };
}
