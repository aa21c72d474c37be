import { randomUUID } from 'node:crypto';
import type { Actor } from '../audit/audit.js';
import type { AccountAnswer } from '../contract/account.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { PrismaClient } from '../generated/client.js';
import { takeAttempt } from './attempts.js';
import { auditPerson } from './audit-person.js';
import type { Visit } from './auth.js';
import { oidcProvider } from './oidc.js';
import { faultOfPassword, hashPassword, isPassword } from './password.js';

/** better-auth's name of the account that is a password. */
const credential = 'credential';

/** So long after a sign-in link was followed, a password may be set without the old one, in milliseconds. */
const linkCounts = 60 * 60 * 1_000;

const oldPasswords = { what: 'old-password', most: 10 } as const;

function justByLink({ session }: Visit): boolean {
  return session.openedBy === 'link' && Date.now() - session.openedAt.getTime() < linkCounts;
}

/** A person's own account. */
export async function readAccount(
  prisma: PrismaClient,
  visit: Visit,
  oidcName: string | undefined,
): Promise<AccountAnswer> {
  const user = await prisma.user.findUniqueOrThrow({
    where: { id: visit.person.id },
    select: {
      id: true,
      name: true,
      email: true,
      accounts: { select: { providerId: true } },
      sessions: { where: { expiresAt: { gt: new Date() } }, orderBy: { updatedAt: 'desc' } },
    },
  });
  const { id, name, email, accounts, sessions } = user;
  const has = (provider: string) => accounts.some(({ providerId }) => providerId === provider);
  return {
    person: { id, name, email },
    hasPassword: has(credential),
    asksPassword: has(credential) && !justByLink(visit),
    oidc: oidcName === undefined ? null : { name: oidcName, connected: has(oidcProvider) },
    sessions: sessions.map((session) => ({
      id: session.id,
      here: session.id === visit.session.id,
      userAgent: session.userAgent || null,
      openedBy: session.openedBy,
      since: session.createdAt.toISOString(),
      lastUsedAt: session.updatedAt.toISOString(),
    })),
  };
}

/**
 * Changes a person's name and address. Another address counts as unproved: nobody is let in as this person because an
 * OpenID provider knows them by it.
 *
 * @throws {HttpProblem} `conflict` for an address that somebody else has
 */
export async function changeAccount(
  prisma: PrismaClient,
  userId: string,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    // Of two who take one address at a time, the second waits here.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${email}))`;
    const holder = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (holder && holder.id !== userId)
      throw new HttpProblem('conflict', 'Somebody else signs in with this address. Use another one.');
    const proof = holder ? {} : { emailVerified: false };
    await tx.user.update({ where: { id: userId }, data: { name, email, ...proof } });
  });
}

/**
 * Sets a password, and ends every other session of the person.
 *
 * @throws {HttpProblem} `password-refused` with the reason, `not-allowed` when the old one is not right,
 * `too-many-requests`
 */
export async function changePassword(
  prisma: PrismaClient,
  visit: Visit,
  { current, password }: { readonly current: string | null; readonly password: string },
): Promise<void> {
  const { person } = visit;
  const stored = await prisma.account.findFirst({ where: { userId: person.id, providerId: credential } });
  if (stored?.password && !justByLink(visit)) {
    await takeAttempt(prisma, oldPasswords, person.id);
    if (current === null || !(await isPassword(stored.password, current)))
      throw new HttpProblem('not-allowed', 'The old password is not right. Nothing was changed.');
  }
  const fault = faultOfPassword(password, person);
  if (fault !== undefined) throw new HttpProblem('password-refused', fault);
  const hash = await hashPassword(password);
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.account.updateMany({
      where: { userId: person.id, providerId: credential },
      data: { password: hash },
    });
    if (count === 0)
      await tx.account.create({
        data: {
          id: randomUUID(),
          accountId: person.id,
          providerId: credential,
          userId: person.id,
          password: hash,
        },
      });
    await tx.session.deleteMany({ where: { userId: person.id, NOT: { id: visit.session.id } } });
    await auditPerson(tx, person.id, { actor: person, action: 'password-changed' });
  });
}

/** Ends a person's session, or all of them. One that is not theirs, or not there, is left alone. */
export async function endSessions(
  prisma: PrismaClient,
  person: Actor & { readonly id: string },
  sessionId?: string,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({
      where: { userId: person.id, ...(sessionId === undefined ? {} : { id: sessionId }) },
    });
    if (count > 0)
      await auditPerson(tx, person.id, {
        actor: person,
        action: 'sessions-ended',
        details: { sessions: count },
      });
  });
}
