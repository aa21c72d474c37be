import { isRole, may } from '@chancery/workflow';
import type { Prisma } from '../generated/client.js';
import { firstPersonOf } from './first-person.js';

/** Whether a person may make volumes of their own: who may bring letters into one that is there, and whoever the house belongs to. */
export async function mayMakeVolumes(
  prisma: Pick<Prisma.TransactionClient, 'membership' | 'user'>,
  person: { readonly id: string },
): Promise<boolean> {
  const memberships = await prisma.membership.findMany({
    where: { userId: person.id },
    select: { role: true },
  });
  if (memberships.some(({ role }) => isRole(role) && may(role, 'import-letters'))) return true;
  return (await firstPersonOf(prisma)).id === person.id;
}
