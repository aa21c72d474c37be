import { auditLetter } from '../audit/audit.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { PrismaClient } from '../generated/client.js';

/**
 * Signs a reading in tandem as the second person, who has been asked for it; answers its letter. What is signed already stays
 * as it is.
 *
 * @throws {HttpProblem} `not-found` for a reading that the person has not read with somebody, or not in their edition any more
 */
export async function signReading(
  prisma: PrismaClient,
  readingId: string,
  personId: string,
): Promise<string> {
  return prisma.$transaction(async (db) => {
    const reading = await db.reading.findFirst({
      where: {
        id: readingId,
        partnerId: personId,
        letter: { edition: { memberships: { some: { userId: personId } } } },
      },
      select: { letterId: true, method: true },
    });
    if (!reading) throw new HttpProblem('not-found', 'There is no such reading for you to sign.');
    const { letterId, method } = reading;
    const { count } = await db.reading.updateMany({
      where: { id: readingId, partnerSignedAt: null },
      data: { partnerSignedAt: new Date() },
    });
    await db.notification.updateMany({
      where: { userId: personId, subjectId: readingId, readAt: null },
      data: { readAt: new Date() },
    });
    if (count > 0)
      await auditLetter(db, { letterId, personId, action: 'reading-signed', details: { method } });
    return letterId;
  });
}
