import { type AuditFilter, type AuditRow, auditDetails } from '../contract/audit.js';
import type { PrismaClient } from '../generated/client.js';

/** Lines of an edition's log that a filter lets through, the latest first: at most `take`, older than `before`. */
export async function readLog(
  prisma: PrismaClient,
  editionId: string,
  filter: AuditFilter,
  { before, take }: { readonly before?: string | undefined; readonly take: number },
): Promise<AuditRow[]> {
  const { person, action, letter, from, to } = filter;
  const rows = await prisma.auditEvent.findMany({
    where: {
      editionId,
      ...(before === undefined ? {} : { id: { lt: BigInt(before) } }),
      ...(person === undefined ? {} : { actorId: person }),
      ...(action === undefined ? {} : { action }),
      ...(letter === undefined ? {} : { letterId: letter }),
      at: { ...(from === undefined ? {} : { gte: from }), ...(to === undefined ? {} : { lt: to }) },
    },
    orderBy: { id: 'desc' },
    take,
  });
  return rows.map(({ id, at, actorId, actorName, action: done, letterId, details, ...subject }) => ({
    id: String(id),
    at: at.toISOString(),
    actor: { id: actorId, name: actorName },
    action: done,
    subject:
      subject.subjectKind === null
        ? null
        : { kind: subject.subjectKind, id: subject.subjectId, name: subject.subjectName },
    letterId,
    details: auditDetails.parse(details),
  }));
}

/** Everybody who has done something in an edition, by the name they had last. */
export async function peopleInLog(
  prisma: PrismaClient,
  editionId: string,
): Promise<{ id: string; name: string }[]> {
  // From one person to the next in the index, however long the log is.
  return prisma.$queryRaw`
    WITH RECURSIVE person AS (
      (SELECT "actorId" AS id FROM audit_event
       WHERE "editionId" = ${editionId} AND "actorId" IS NOT NULL ORDER BY "actorId" LIMIT 1)
      UNION ALL
      SELECT (SELECT "actorId" FROM audit_event
              WHERE "editionId" = ${editionId} AND "actorId" > person.id ORDER BY "actorId" LIMIT 1)
      FROM person WHERE person.id IS NOT NULL
    )
    SELECT person.id, latest.name FROM person
    CROSS JOIN LATERAL (
      SELECT "actorName" AS name FROM audit_event
      WHERE "editionId" = ${editionId} AND "actorId" = person.id ORDER BY audit_event.id DESC LIMIT 1
    ) AS latest
    WHERE person.id IS NOT NULL ORDER BY latest.name, person.id`;
}
