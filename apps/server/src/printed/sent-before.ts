import { Prisma, type PrismaClient } from '../generated/client.js';

/** A text that was sent before another one, and says the same. */
export interface SentBefore {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
}

/**
 * Which texts of an edition, or of one person without an edition, say letter by letter what another one says that was sent before, by their identifiers, each with the first such.
 *
 * @param importId asks after this one only
 */
export async function sentBefore(
  prisma: Pick<PrismaClient, '$queryRaw'>,
  { editionId, importId }: { readonly editionId: string | null; readonly importId?: string },
): Promise<ReadonlyMap<string, SentBefore>> {
  const only = importId === undefined ? Prisma.empty : Prisma.sql`AND later.id = ${importId}`;
  const rows = await prisma.$queryRaw<(SentBefore & { readonly later: string })[]>`
    SELECT DISTINCT ON (later.id) later.id AS later, earlier.id, earlier.name, earlier."createdAt"
    FROM printed_import AS later
    JOIN printed_import AS earlier ON earlier.source = later.source AND earlier."editionId" IS NOT DISTINCT FROM later."editionId"
      AND (later."editionId" IS NOT NULL OR earlier."userId" = later."userId")
      AND (earlier."createdAt", earlier.id) < (later."createdAt", later.id)
    WHERE later."editionId" IS NOT DISTINCT FROM ${editionId} ${only}
    ORDER BY later.id, earlier."createdAt", earlier.id`;
  return new Map(rows.map(({ later, ...earlier }) => [later, earlier]));
}
