import type { Passage } from '@chancery/prosemirror-tei';
import { HttpProblem } from '../errors/http-problem.js';
import type { PrismaClient } from '../generated/client.js';
import { touchedIn } from './standing.js';

/**
 * Enters that somebody has read passages again that were changed after a proof was signed.
 *
 * @throws {HttpProblem} `stale` when the letter has been changed since the version that was read, `not-allowed` for
 * passages that nobody but the reader has changed: a second pair of eyes is a second person's
 */
export async function readPassages(
  prisma: PrismaClient,
  letterId: string,
  userId: string,
  read: { readonly version: number; readonly passages: readonly Passage[] },
): Promise<void> {
  const { version } = await prisma.letter.findUniqueOrThrow({
    where: { id: letterId },
    select: { version: true },
  });
  if (version !== read.version)
    throw new HttpProblem(
      'stale',
      'The letter has changed while you were reading. Read the passages once more.',
    );
  const touched = await touchedIn(prisma, letterId, version);
  for (const passage of read.passages) {
    const own = touched.filter(
      ({ from, to, by }) => from <= passage.to && to >= passage.from && isOnlyBy(by, userId),
    );
    if (own.length > 0)
      throw new HttpProblem(
        'not-allowed',
        'You have made this change yourself. Somebody else has to read it.',
      );
  }
  await prisma.passageRead.createMany({
    data: read.passages.map(({ from, to }) => ({ letterId, userId, version, from, to })),
  });
  await countTouched(prisma, letterId, version);
}

/** Whether nobody else has had a hand in it. */
export function isOnlyBy(by: readonly string[], userId: string): boolean {
  return by.every((each) => each === userId);
}

/** Keeps the number of passages to be read again where the calendar finds it. */
export async function countTouched(prisma: PrismaClient, letterId: string, version: number): Promise<void> {
  const touched = await touchedIn(prisma, letterId, version);
  await prisma.letter.updateMany({
    where: { id: letterId, version },
    data: { touched: touched.length },
  });
}
