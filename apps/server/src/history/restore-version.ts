import { randomUUID } from 'node:crypto';
import { auditLetter } from '../audit/audit.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import { openAt } from '../live/load-letter.js';
import { restoringSteps } from './restoring-steps.js';
import { restoreClient } from './server-clients.js';

/** What came of restoring. */
export interface Restored {
  /** The version that the letter has now. */
  readonly version: number;
  /** The version that it is again. */
  readonly restored: number;
}

/**
 * Leads a letter back to a former version, as a new one: nothing is taken out of its history, and restoring the version before
 * undoes it. Everybody who has the letter open is sent the steps.
 *
 * @throws {HttpProblem} `not-found` when the letter has no such version
 */
export async function restoreVersion(
  house: House,
  { letterId, version, userId }: { letterId: string; version: number; userId: string },
): Promise<Restored> {
  const former = await openAt(house.prisma, letterId, version);
  if (!former) throw new HttpProblem('not-found', 'The letter has no such version.');
  let made = 0;
  const now = await house.desk.amend(letterId, {
    userId,
    clientId: restoreClient(former.version),
    batch: randomUUID(),
    make: (letter, present) => {
      const steps = restoringSteps(letter, former.letter);
      made = present + steps.length;
      return steps;
    },
    alongside: async (client) => {
      await client.query(
        `INSERT INTO revision (id, "letterId", version, kind, label, "userId") VALUES ($1, $2, $3, 'restored', $4, $5)`,
        [randomUUID(), letterId, made, `Restored version ${former.version}`, userId],
      );
      const details = { version: former.version };
      await auditLetter(client, { letterId, personId: userId, action: 'version-restored', details });
    },
  });
  await house.desk.tellChanged(letterId, 'revisions');
  return { version: now, restored: former.version };
}
