import { createHash } from 'node:crypto';
import { HttpProblem } from '../errors/http-problem.js';
import type { PrismaClient } from '../generated/client.js';

/** How often something may be tried within a quarter of an hour. */
export interface AttemptLimit {
  /** What is tried; counts of different things are apart. */
  readonly what: string;
  readonly most: number;
}

/** Tries to sign in with one address of mail, from wherever. */
export const perAddress: AttemptLimit = { what: 'sign-in', most: 10 };

/** Tries from one client, whomever they concern. A whole institute may be one client. */
export const perClient: AttemptLimit = { what: 'client', most: 100 };

/** Only a digest is kept: who tried to sign in where is nobody's business. */
function keyOf({ what }: AttemptLimit, whose: string): string {
  return `${what}:${createHash('sha256').update(whose).digest('base64url')}`;
}

/**
 * Counts an attempt before it is made, in the database, so that neither several servers nor many attempts at once get
 * more than their share.
 *
 * @throws {HttpProblem} `too-many-requests`, which says how long to wait
 */
export async function takeAttempt(prisma: PrismaClient, limit: AttemptLimit, whose: string): Promise<void> {
  const key = keyOf(limit, whose);
  const [taken] = await prisma.$queryRaw<{ count: number; minutes: number }[]>`
    WITH swept AS (DELETE FROM attempt WHERE until < now() - interval '1 hour' AND key <> ${key})
    INSERT INTO attempt (key, count, until) VALUES (${key}, 1, now() + interval '15 minutes')
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN attempt.until < now() THEN 1 ELSE attempt.count + 1 END,
      until = CASE WHEN attempt.until < now() THEN now() + interval '15 minutes' ELSE attempt.until END
    RETURNING count, ceil(extract(epoch FROM until - now()) / 60)::int AS minutes`;
  if (!taken || taken.count <= limit.most) return;
  const wait = taken.minutes === 1 ? 'a minute' : `${taken.minutes} minutes`;
  throw new HttpProblem(
    'too-many-requests',
    `There were too many attempts. Wait ${wait}, or ask the chief editor for a sign-in link.`,
  );
}

/** Forgets the attempts that led to a success. */
export async function forgetAttempts(
  prisma: PrismaClient,
  limit: AttemptLimit,
  whose: string,
): Promise<void> {
  await prisma.attempt.deleteMany({ where: { key: keyOf(limit, whose) } });
}
