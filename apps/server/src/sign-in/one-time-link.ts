import { randomUUID } from 'node:crypto';
import type { Prisma } from '../generated/client.js';
import { hashOf, newToken } from './token.js';

/** How long a sign-in link may be used, in hours. */
export const linkHours = 12;

const identifierOf = (hash: string) => `sign-in-link:${hash}`;

/** A token that signs this person in once, within twelve hours. */
export async function issueLinkToken(tx: Prisma.TransactionClient, userId: string): Promise<string> {
  const { token, hash } = newToken();
  const now = Date.now();
  await tx.verification.deleteMany({ where: { expiresAt: { lt: new Date(now) } } });
  await tx.verification.create({
    data: {
      id: randomUUID(),
      identifier: identifierOf(hash),
      value: userId,
      expiresAt: new Date(now + linkHours * 60 * 60 * 1_000),
    },
  });
  return token;
}

/** Uses a token up, and answers whom it signs in; undefined when it was used, has expired, or never was one. */
export async function takeLinkToken(
  tx: Prisma.TransactionClient,
  token: string,
): Promise<string | undefined> {
  const taken = await tx.$queryRaw<{ value: string }[]>`
    DELETE FROM verification WHERE identifier = ${identifierOf(hashOf(token))} AND "expiresAt" > now()
    RETURNING value`;
  return taken[0]?.value;
}
