import type { PrismaClient } from '../generated/client.js';

/** A text that was sent before another one, and says the same. */
export interface SentBefore {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
}

/**
 * Which of these texts say letter by letter what another one says that was sent before, to the same edition; of those that were sent without an
 * edition, by the same person, to wherever. By their identifiers, each with the first such.
 */
export async function sentBefore(
  prisma: Pick<PrismaClient, '$queryRaw'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SentBefore>> {
  const rows = await prisma.$queryRaw<(SentBefore & { readonly later: string })[]>`
    SELECT DISTINCT ON (later.id) later.id AS later, earlier.id, earlier.name, earlier."createdAt"
    FROM printed_import AS later
    JOIN printed_import AS earlier ON earlier.source = later.source
      AND (earlier."editionId" = later."editionId" OR (later."editionId" IS NULL AND earlier."userId" = later."userId"))
      AND (earlier."createdAt", earlier.id) < (later."createdAt", later.id)
    WHERE later.id = ANY(${[...ids]})
    ORDER BY later.id, earlier."createdAt", earlier.id`;
  return new Map(rows.map(({ later, ...earlier }) => [later, earlier]));
}
