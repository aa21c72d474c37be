import { isRole, may, type Role } from '@chancery/workflow';
import { type Actor, audit } from '../audit/audit.js';
import type { MemberAnswer } from '../contract/people.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { Prisma, PrismaClient } from '../generated/client.js';
import { issueLinkToken } from '../sign-in/one-time-link.js';
import { roleIn } from '../sign-in/role-in.js';

/** Somebody who manages the members of an edition. */
type Manager = Actor & { readonly id: string };

interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly role: string;
}

/** The members of an edition by name; what is private only for those who manage them. */
export async function membersOf(
  prisma: PrismaClient,
  editionId: string,
  isManager: boolean,
): Promise<MemberAnswer[]> {
  const stored = await prisma.membership.findMany({
    where: { editionId },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
    select: {
      role: true,
      createdAt: true,
      user: { select: { id: true, name: true, email: true, lastSeenAt: true } },
    },
  });
  return stored.flatMap(({ role, createdAt, user }) =>
    isRole(role)
      ? [
          {
            id: user.id,
            name: user.name,
            role,
            since: createdAt.toISOString(),
            email: isManager ? user.email : null,
            lastSeenAt: isManager ? (user.lastSeenAt?.toISOString() ?? null) : null,
          },
        ]
      : [],
  );
}

/**
 * Holds the edition, so that those who manage its members take turns, and finds the member.
 *
 * Whoever asks is looked up again: another chief editor may have been first. As nobody does this to themself and who asks
 * is a chief editor, one is always left.
 */
async function lockedMember(
  tx: Prisma.TransactionClient,
  editionId: string,
  userId: string,
  by: Manager,
): Promise<Member> {
  await tx.$queryRaw`SELECT id FROM edition WHERE id = ${editionId} FOR UPDATE`;
  if (!may(await roleIn(tx, editionId, by.id), 'manage-members'))
    throw new HttpProblem('not-allowed', 'You are no longer a chief editor of this edition.');
  const found = await tx.membership.findUnique({
    where: { editionId_userId: { editionId, userId } },
    select: { role: true, user: { select: { id: true, name: true, email: true, emailVerified: true } } },
  });
  if (!found) throw new HttpProblem('not-found', 'This person does not belong to the edition any more.');
  if (userId === by.id)
    throw new HttpProblem(
      'conflict',
      'Nobody changes or ends their own role: an edition is never without a chief editor. Ask another chief editor.',
    );
  return { ...found.user, role: found.role };
}

const subjectOf = ({ id, name }: Member) => ({ kind: 'person', id, name });

/** Gives a member another role. */
export async function changeRole(
  prisma: PrismaClient,
  editionId: string,
  userId: string,
  role: Role,
  by: Manager,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const member = await lockedMember(tx, editionId, userId, by);
    if (member.role === role) return;
    await tx.membership.update({ where: { editionId_userId: { editionId, userId } }, data: { role } });
    await audit(tx, {
      editionId,
      actor: by,
      action: 'role-changed',
      subject: subjectOf(member),
      details: { from: member.role, to: role },
    });
  });
}

/** Ends a membership. What the person did stays, under their name; letters that wait for them wait for nobody. */
export async function removeMember(
  prisma: PrismaClient,
  editionId: string,
  userId: string,
  by: Manager,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const member = await lockedMember(tx, editionId, userId, by);
    await tx.membership.delete({ where: { editionId_userId: { editionId, userId } } });
    await tx.assignment.deleteMany({ where: { userId, letter: { editionId } } });
    await audit(tx, {
      editionId,
      actor: by,
      action: 'member-removed',
      subject: subjectOf(member),
      details: { role: member.role },
    });
  });
}

/** A token that signs a member in once. */
interface SignInLink {
  readonly token: string;
  /** An address that is known to be the member's; null where there is none. */
  readonly mailTo: string | null;
  /** Whether the link may be shown to whoever asked for it. */
  readonly mayShow: boolean;
}

/**
 * Issues a sign-in link for a member who has lost the way in.
 *
 * Whoever holds the link is that person, everywhere. So it is shown only to somebody who answers for every edition that
 * the person belongs to; otherwise it has to go to the person by mail.
 *
 * @param canMail whether links can be sent by mail
 * @throws {HttpProblem} `not-allowed` when the person belongs to other editions and it cannot be sent
 */
export async function issueSignInLink(
  prisma: PrismaClient,
  editionId: string,
  userId: string,
  by: Manager,
  canMail: boolean,
): Promise<SignInLink> {
  return prisma.$transaction(async (tx) => {
    const member = await lockedMember(tx, editionId, userId, by);
    const mailTo = member.emailVerified ? member.email : null;
    const mayShow = await leadsAllOf(tx, by.id, userId);
    if (!mayShow && !(canMail && mailTo !== null))
      throw new HttpProblem(
        'not-allowed',
        `${member.name} also belongs to an edition that you do not lead, and a link would open that one too. It can only be sent by mail to an address that is known to be theirs.`,
      );
    const token = await issueLinkToken(tx, userId);
    await audit(tx, { editionId, actor: by, action: 'sign-in-link-issued', subject: subjectOf(member) });
    return { token, mailTo, mayShow };
  });
}

/** Whether somebody is chief editor of every edition that a person belongs to. */
async function leadsAllOf(tx: Prisma.TransactionClient, chiefId: string, userId: string): Promise<boolean> {
  const led = await tx.membership.findMany({
    where: { userId: chiefId, role: 'chief-editor' },
    select: { editionId: true },
  });
  const others = await tx.membership.count({
    where: { userId, editionId: { notIn: led.map(({ editionId }) => editionId) } },
  });
  return others === 0;
}
