import { randomUUID } from 'node:crypto';
import { isRole, type Role } from '@chancery/workflow';
import { audit } from '../audit/audit.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { Invitation, Prisma, PrismaClient } from '../generated/client.js';
import { faultOfPassword, hashPassword } from '../sign-in/password.js';
import { hashOf } from '../sign-in/token.js';

type FoundInvitation = Invitation & {
  readonly edition: { readonly title: string };
  readonly invitedBy: { readonly name: string } | null;
};

/** Somebody who accepts. */
interface Accepting {
  readonly id: string;
  readonly name: string;
}

/** Somebody new, as they describe themself. */
export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Why an invitation leads nowhere, and what to do. */
function whyGone({ acceptedAt, revokedAt, invitedBy }: FoundInvitation): string {
  const who = invitedBy?.name ?? 'the chief editor';
  if (acceptedAt) return 'This invitation has been accepted already. If it was you, sign in.';
  if (revokedAt) return `This invitation was taken back. Ask ${who} for a new one.`;
  return `This invitation is no longer good: it held for two weeks. Ask ${who} to send it again.`;
}

/**
 * The invitation that a link's token belongs to.
 *
 * @throws {HttpProblem} `not-found` for what never was one, `gone` when it was accepted, was taken back, or ran out
 */
export async function findInvitation(
  prisma: Prisma.TransactionClient,
  token: string,
): Promise<FoundInvitation> {
  const found = await prisma.invitation.findUnique({
    where: { tokenHash: hashOf(token) },
    include: { edition: { select: { title: true } }, invitedBy: { select: { name: true } } },
  });
  if (!found)
    throw new HttpProblem(
      'not-found',
      'No invitation has this link. Was it copied whole? Sending an invitation again makes a new link, and ends the old one.',
    );
  if (found.acceptedAt || found.revokedAt || found.expiresAt <= new Date())
    throw new HttpProblem('gone', whyGone(found));
  return found;
}

/** Takes the invitation, once: of two who do it at a time, the second waits here and finds it taken. */
async function take(tx: Prisma.TransactionClient, id: string, userId: string): Promise<boolean> {
  const now = new Date();
  const { count } = await tx.invitation.updateMany({
    where: { id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now, acceptedById: userId },
  });
  return count === 1;
}

async function join(
  tx: Prisma.TransactionClient,
  invitation: Pick<Invitation, 'id' | 'editionId'>,
  role: Role,
  who: Accepting,
): Promise<void> {
  await tx.membership.create({ data: { editionId: invitation.editionId, userId: who.id, role } });
  await audit(tx, {
    editionId: invitation.editionId,
    actor: who,
    action: 'member-joined',
    subject: { kind: 'person', id: who.id, name: who.name },
    details: { role },
  });
}

function roleOf({ role }: Pick<Invitation, 'role'>): Role {
  // A role that a newer release wrote.
  if (!isRole(role)) throw new HttpProblem('gone', 'This invitation is to a role that there is not.');
  return role;
}

/**
 * Makes somebody who has an account a member.
 *
 * @throws {HttpProblem} as `findInvitation`, and `conflict` for somebody who is a member already
 */
export async function acceptAs(prisma: PrismaClient, token: string, who: Accepting): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const found = await findInvitation(tx, token);
    const { editionId } = found;
    const there = await tx.membership.findUnique({
      where: { editionId_userId: { editionId, userId: who.id } },
    });
    if (there)
      throw new HttpProblem(
        'conflict',
        `You belong to this edition already, as ${there.role.replaceAll('-', ' ')}. The invitation is left for somebody else.`,
      );
    if (!(await take(tx, found.id, who.id))) await findInvitation(tx, token);
    await join(tx, found, roleOf(found), who);
  });
}

/**
 * Makes somebody new a person with a password, and a member. Answers their id.
 *
 * @throws {HttpProblem} as `findInvitation`, `password-refused`, and `conflict` for an address that is taken
 */
export async function acceptAsNew(prisma: PrismaClient, token: string, person: NewPerson): Promise<string> {
  const found = await findInvitation(prisma, token);
  const email = found.email ?? person.email;
  const fault = faultOfPassword(person.password, { name: person.name, email });
  if (fault !== undefined) throw new HttpProblem('password-refused', fault);
  // Before the transaction: it takes a while on purpose.
  const password = await hashPassword(person.password);
  const id = randomUUID();
  await prisma.$transaction(async (tx) => {
    // Of two with one address, the second waits here.
    const [made] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO "user" (id, name, email, "emailVerified") VALUES (${id}, ${person.name}, ${email}, ${found.mailed})
      ON CONFLICT (email) DO NOTHING RETURNING id`;
    if (!(await take(tx, found.id, id))) await findInvitation(tx, token);
    if (!made)
      throw new HttpProblem(
        'conflict',
        'Somebody signs in with this address already. If it is you, sign in first, and follow the link again.',
      );
    await tx.account.create({
      data: { id: randomUUID(), accountId: id, providerId: 'credential', userId: id, password },
    });
    await join(tx, found, roleOf(found), { id, name: person.name });
  });
  return id;
}

/** Whether somebody with this address, which is known to be theirs, has been invited anywhere. */
export async function isInvited(prisma: PrismaClient, email: string): Promise<boolean> {
  return (await pendingFor(prisma, email)).length > 0;
}

/** Accepts every invitation to an address that is known to be this person's. */
export async function acceptAllFor(
  prisma: PrismaClient,
  { id, name, email }: Accepting & { readonly email: string },
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    for (const found of await pendingFor(tx, email)) {
      const key = { editionId_userId: { editionId: found.editionId, userId: id } };
      if (await tx.membership.findUnique({ where: key })) continue;
      if (await take(tx, found.id, id)) await join(tx, found, roleOf(found), { id, name });
    }
  });
}

function pendingFor(prisma: Prisma.TransactionClient, email: string): Promise<Invitation[]> {
  const where = { email, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } };
  return prisma.invitation.findMany({ where, orderBy: { createdAt: 'asc' } });
}
