import { isRole } from '@chancery/workflow';
import { type Actor, audit } from '../audit/audit.js';
import type { AuditAction } from '../contract/audit.js';
import type { InvitationAnswer, InvitationRequest } from '../contract/people.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { Invitation, Prisma, PrismaClient } from '../generated/client.js';
import { newToken } from '../sign-in/token.js';

const goodFor = 14 * 24 * 60 * 60 * 1_000;

const noSuch = 'There is no such invitation any more: it was accepted, or taken back.';

const open = { acceptedAt: null, revokedAt: null } as const;
const withInviter = { invitedBy: { select: { name: true } } } as const;

type WithInviter = Invitation & { readonly invitedBy: { readonly name: string } | null };

/** An invitation that is new, or new again, with the token of its link. */
export interface Invited {
  readonly invitation: InvitationAnswer;
  readonly token: string;
}

/** An invitation for the members' page. */
function invitationOf(stored: WithInviter): InvitationAnswer[] {
  const { id, name, email, role, invitedBy, createdAt, expiresAt } = stored;
  if (!isRole(role)) return [];
  return [
    {
      id,
      name,
      email,
      role,
      invitedBy: invitedBy?.name ?? null,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      state: expiresAt > new Date() ? 'pending' : 'expired',
    },
  ];
}

function told(invitation: Invitation, actor: Actor, action: AuditAction) {
  const { id, editionId, name, role } = invitation;
  return { editionId, actor, action, subject: { kind: 'invitation', id, name }, details: { role } };
}

function invited(stored: WithInviter, token: string): Invited {
  const [invitation] = invitationOf(stored);
  if (!invitation) throw new HttpProblem('not-found', noSuch);
  return { invitation, token };
}

/** The invitations of an edition that nobody has accepted, the latest first. */
export async function openInvitations(prisma: PrismaClient, editionId: string): Promise<InvitationAnswer[]> {
  const stored = await prisma.invitation.findMany({
    where: { editionId, ...open },
    orderBy: { createdAt: 'desc' },
    include: withInviter,
  });
  return stored.flatMap(invitationOf);
}

/**
 * Invites somebody.
 *
 * @throws {HttpProblem} `conflict` for somebody who is a member, or has been invited
 */
export async function invite(
  prisma: PrismaClient,
  editionId: string,
  request: InvitationRequest,
  by: Actor,
): Promise<Invited> {
  const { token, hash } = newToken();
  const { name, email, role } = request;
  const stored = await prisma.$transaction(async (tx) => {
    if (email !== null) await checkAddress(tx, editionId, email);
    const created = await tx.invitation.create({
      data: {
        editionId,
        name,
        email,
        role,
        tokenHash: hash,
        invitedById: by.id,
        expiresAt: new Date(Date.now() + goodFor),
      },
      include: withInviter,
    });
    await audit(tx, told(created, by, 'person-invited'));
    return created;
  });
  return invited(stored, token);
}

async function checkAddress(tx: Prisma.TransactionClient, editionId: string, email: string): Promise<void> {
  // Of two who invite one person at a time, the second waits here.
  await tx.$queryRaw`SELECT id FROM edition WHERE id = ${editionId} FOR UPDATE`;
  const member = await tx.membership.findFirst({
    where: { editionId, user: { email } },
    select: { user: { select: { name: true } } },
  });
  if (member)
    throw new HttpProblem(
      'conflict',
      `${member.user.name} has this address and belongs to the edition already.`,
    );
  const before = await tx.invitation.findFirst({ where: { editionId, email, ...open } });
  if (before)
    throw new HttpProblem(
      'conflict',
      `${before.name} has been invited with this address. Send that invitation again, or take it back first.`,
    );
}

/** Gives an invitation a new link and two more weeks. The old link leads nowhere from then on. */
export async function renewInvitation(
  prisma: PrismaClient,
  editionId: string,
  id: string,
  by: Actor,
): Promise<Invited> {
  const { token, hash } = newToken();
  const stored = await prisma.$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id, editionId, ...open },
      data: { tokenHash: hash, mailed: false, invitedById: by.id, expiresAt: new Date(Date.now() + goodFor) },
    });
    if (count === 0) throw new HttpProblem('not-found', noSuch);
    const renewed = await tx.invitation.findUniqueOrThrow({ where: { id }, include: withInviter });
    await audit(tx, told(renewed, by, 'invitation-renewed'));
    return renewed;
  });
  return invited(stored, token);
}

/** Takes an invitation back. Its link leads nowhere from then on. */
export async function revokeInvitation(
  prisma: PrismaClient,
  editionId: string,
  id: string,
  by: Actor,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id, editionId, ...open },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw new HttpProblem('not-found', noSuch);
    await audit(tx, told(await tx.invitation.findUniqueOrThrow({ where: { id } }), by, 'invitation-revoked'));
  });
}
