import type { PrismaClient } from '../generated/client.js';
import { headerClient, revisionClient } from './server-clients.js';

/** A pause of more than so many minutes ends a stretch of work. */
const pause = 5;

/** A stretch of the step log that somebody worked through without a pause. */
export interface Stretch {
  /** The version that it began upon. */
  readonly from: number;
  /** The version that it ended with. */
  readonly to: number;
  readonly begunAt: Date;
  readonly endedAt: Date;
  readonly userIds: readonly string[];
  /** The server has written into the header in it, at a point of revision. */
  readonly byServer: boolean;
}

/**
 * The last stretches of a letter’s log that end at a version or before it, the latest first. A stretch ends with a pause, with a version
 * that has a name or passed to another stage, and where the letter was led back to a former version. What the server wrote into
 * the header at such a point belongs to the stretch that it ends.
 *
 * @param after the version after which the first of them begins, whatever came before it
 */
export async function stretchesOf(
  prisma: PrismaClient,
  letterId: string,
  upTo: number,
  limit: number,
  after = 0,
): Promise<Stretch[]> {
  return prisma.$queryRaw<Stretch[]>`
    WITH points AS (
      SELECT version FROM revision WHERE "letterId" = ${letterId}
      UNION SELECT version FROM stage_move WHERE "letterId" = ${letterId} AND "takenBackAt" IS NULL
    ), steps AS (
      SELECT version, "userId", "createdAt", "clientId",
        lag(version) OVER log AS former,
        lag("createdAt") OVER log AS before,
        lag("clientId") OVER log AS client
      FROM step WHERE "letterId" = ${letterId} AND version > ${after} AND version <= ${upTo}
      WINDOW log AS (ORDER BY version)
    ), begun AS (
      SELECT *, former IS NULL OR "clientId" <> ${revisionClient} AND (
        client = ${revisionClient}
        OR former IN (SELECT version FROM points)
        OR "createdAt" - before > make_interval(mins => ${pause}::int)
        OR client <> "clientId" AND (client LIKE 'server:restore:%' OR "clientId" LIKE 'server:restore:%')
      ) AS begins FROM steps
    ), numbered AS (
      SELECT *, count(*) FILTER (WHERE begins) OVER (ORDER BY version) AS stretch FROM begun
    )
    SELECT min(version) - 1 AS "from", max(version) AS "to",
      min("createdAt") AS "begunAt", max("createdAt") AS "endedAt",
      array_agg(DISTINCT "userId") AS "userIds",
      bool_or("clientId" IN (${revisionClient}, ${headerClient})) AS "byServer"
    FROM numbered GROUP BY stretch ORDER BY stretch DESC LIMIT ${limit}`;
}
