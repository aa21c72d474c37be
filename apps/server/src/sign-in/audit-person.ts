import { type Actor, audit } from '../audit/audit.js';
import type { AuditAction, AuditDetails } from '../contract/audit.js';
import type { Prisma } from '../generated/client.js';

/** An act about a person alone, such as signing in: it stands in the log of each edition that the person belongs to. */
export async function auditPerson(
  tx: Prisma.TransactionClient,
  userId: string | undefined,
  event: { readonly actor: Actor; readonly action: AuditAction; readonly details?: AuditDetails },
): Promise<void> {
  const person =
    userId === undefined
      ? null
      : await tx.user.findUnique({
          where: { id: userId },
          select: { id: true, name: true, memberships: { select: { editionId: true } } },
        });
  const subject = person ? { kind: 'person', id: person.id, name: person.name } : null;
  const editions = person?.memberships.map(({ editionId }) => editionId) ?? [];
  for (const editionId of editions.length === 0 ? [null] : editions)
    await audit(tx, { editionId, ...event, ...(subject ? { subject } : {}) });
}
