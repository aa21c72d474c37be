import { schema } from '@chancery/prosemirror-tei';
import { Step } from 'prosemirror-transform';
import type { PrismaClient } from '../generated/client.js';
import { openedAnewAt } from '../live/checkpoints.js';
import type { LetterAtVersion } from '../live/letter-desk.js';
import type { LetterNow } from './stored-suggestion.js';

/** A letter with what was done to it since the earliest of some versions. */
export async function letterNow(
  prisma: PrismaClient,
  letterId: string,
  { letter, version }: LetterAtVersion,
  versions: readonly number[],
): Promise<LetterNow> {
  const earliest = Math.min(version, ...versions);
  const anewAt = earliest < version ? await openedAnewAt(prisma, letterId) : 0;
  const first = Math.max(anewAt, earliest);
  const stored = await prisma.step.findMany({
    where: { letterId, version: { gt: first, lte: version } },
    orderBy: { version: 'asc' },
    select: { step: true },
  });
  const maps = stored.map(({ step }) => Step.fromJSON(schema, step).getMap());
  return { doc: letter.doc, version, anewAt, since: (from) => maps.slice(from - first) };
}
