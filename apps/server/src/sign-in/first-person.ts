import type { Prisma } from '../generated/client.js';

/** Who signs in with the printed link: whoever has been chief editor of an edition for longest, or was there first. */
export async function firstPersonOf(
  prisma: Pick<Prisma.TransactionClient, 'membership' | 'user'>,
): Promise<{ id: string; name: string; email: string }> {
  const select = { id: true, name: true, email: true } as const;
  const chief = await prisma.membership.findFirst({
    where: { role: 'chief-editor' },
    orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
    select: { user: { select } },
  });
  return chief?.user ?? prisma.user.findFirstOrThrow({ orderBy: { createdAt: 'asc' }, select });
}
