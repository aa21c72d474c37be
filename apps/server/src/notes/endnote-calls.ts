import type { Pool, PoolClient } from 'pg';

/** A callout of an endnote of the volume. */
interface EndnoteCall {
  readonly letterId: string;
  readonly noteId: string;
}

/**
 * The callouts of the endnotes of an edition in the order of the volume: the front matter, the letters, and what the back
 * matter itself calls.
 */
export async function endnoteCalls(
  client: Pick<PoolClient, 'query'>,
  editionId: string,
): Promise<EndnoteCall[]> {
  const { rows } = await client.query<EndnoteCall>(
    `SELECT callout."letterId", callout."noteId"
     FROM letter AS file
     JOIN letter_callout AS callout ON callout."editionId" = file."editionId" AND callout.path = file.path
     LEFT JOIN calendar_line AS line ON line."letterId" = callout."letterId"
     WHERE file."editionId" = $1 AND file.kind = 'front'
     ORDER BY CASE WHEN callout."letterId" <> file.id THEN 1 WHEN callout."inBack" THEN 2 ELSE 0 END,
       line.place, callout."letterId", callout.place`,
    [editionId],
  );
  return rows;
}

/** The endnotes that the letters before one call, and those behind it, each once in the order of its first callout. */
export async function endnotesCalledAround(
  pool: Pool,
  letterId: string,
): Promise<{ before: string[]; after: string[] }> {
  const { rows } = await pool.query<{ noteId: string; before: boolean }>(
    `SELECT callout."noteId", placed.before
     FROM letter AS here
     JOIN letter AS file ON file."editionId" = here."editionId" AND file.kind = 'front'
     JOIN letter_callout AS callout ON callout."editionId" = file."editionId" AND callout.path = file.path
     LEFT JOIN calendar_line AS own ON own."letterId" = here.id
     LEFT JOIN calendar_line AS line ON line."letterId" = callout."letterId"
     CROSS JOIN LATERAL (
       SELECT CASE
         WHEN here.id = file.id THEN false
         WHEN callout."letterId" = file.id THEN NOT callout."inBack"
         ELSE (line.place, callout."letterId") < (own.place, here.id)
       END AS before, callout."letterId" = file.id AND callout."inBack" AS last
     ) AS placed
     WHERE here.id = $1 AND callout."letterId" <> here.id
     ORDER BY placed.last, line.place NULLS FIRST, callout."letterId", callout.place`,
    [letterId],
  );
  const called = (before: boolean) => [
    ...new Set(rows.flatMap((row) => (row.before === before ? row.noteId : []))),
  ];
  return { before: called(true), after: called(false) };
}
