import { isRole, type Role } from '@chancery/workflow';
import type { Prisma } from '../generated/client.js';

/** The role of a person in an edition, or undefined for somebody who is not a member of it. */
export async function roleIn(
  prisma: Prisma.TransactionClient,
  editionId: string,
  userId: string,
): Promise<Role | undefined> {
  const membership = await prisma.membership.findUnique({
    where: { editionId_userId: { editionId, userId } },
    select: { role: true },
  });
  return membership && isRole(membership.role) ? membership.role : undefined;
}
