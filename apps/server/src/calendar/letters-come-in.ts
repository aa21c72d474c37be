import type { House } from '../house.js';

/**
 * Until the letters of a volume are in its calendar and in its order, also those that were just imported: what is read of the calendar as a whole and of its
 * first lines, at the same time, is then of the same letters. One that cannot be read now is left out, and the others are shown.
 */
export async function lettersComeIn({ pool, indexer }: House, editionId: string): Promise<void> {
  await indexer.flush();
  const { rows } = await pool.query<{ behind: number }>(
    `SELECT (SELECT count(*) FROM letter WHERE "editionId" = $1 AND kind <> 'front')::int
       - (SELECT count(*) FROM calendar_line WHERE "editionId" = $1)::int
       + (SELECT count(*) FROM letter WHERE "editionId" = $1 AND kind = 'front'
           AND NOT EXISTS (SELECT FROM volume_summary WHERE "editionId" = $1))::int AS behind`,
    [editionId],
  );
  if ((rows[0]?.behind ?? 0) > 0) await indexer.settledIn(editionId).catch(() => undefined);
}
