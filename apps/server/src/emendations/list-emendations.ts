import type { Pool } from 'pg';
import {
  type EmendationList,
  type EmendationRow,
  type EmendationsQuery,
  emendationKinds,
  emendationsAtOnce,
} from '../contract/emendation.js';

interface StoredEmendation extends Omit<EmendationRow, 'number'> {
  readonly number: string | null;
  readonly numberSupplied: boolean | null;
}

/** Where the letters of an edition depart from their copies, in the order of the volume, its own file last; a page of it. */
export async function listEmendations(
  pool: Pool,
  editionId: string,
  { kind, from }: EmendationsQuery,
): Promise<EmendationList> {
  const [counted, { rows }] = await Promise.all([
    pool.query<{ kind: string; count: number }>(
      `SELECT kind, count(*)::int AS count FROM letter_emendation WHERE "editionId" = $1 GROUP BY kind`,
      [editionId],
    ),
    pool.query<StoredEmendation>(
      `WITH picked AS (
         SELECT emendation."letterId", emendation.place, line.place AS "letterPlace"
         FROM letter_emendation AS emendation
         LEFT JOIN calendar_line AS line ON line."letterId" = emendation."letterId"
         WHERE emendation."editionId" = $1 AND ($2::text IS NULL OR kind = $2)
         ORDER BY line.place NULLS LAST, emendation."letterId", emendation.place
         LIMIT ${emendationsAtOnce} OFFSET $3
       )
       SELECT emendation."letterId", emendation.place, line.number, line."numberSupplied",
         coalesce(line.title, 'Front matter and notes') AS title, kind, label, copy, edition, before, after,
         reason, resp, cert
       FROM picked JOIN letter_emendation AS emendation USING ("letterId", place)
       LEFT JOIN calendar_line AS line ON line."letterId" = emendation."letterId"
       ORDER BY picked."letterPlace" NULLS LAST, emendation."letterId", emendation.place`,
      [editionId, kind ?? null, from],
    ),
  ]);
  const counts = new Map(counted.rows.map((row) => [row.kind, row.count]));
  const kinds = Object.fromEntries(emendationKinds.map((each) => [each, counts.get(each) ?? 0])) as Record<
    EmendationRow['kind'],
    number
  >;
  return {
    emendations: rows.map(({ number, numberSupplied, ...row }) => ({
      ...row,
      number: number === null ? null : { text: number, supplied: numberSupplied ?? false },
    })),
    total: kind ? kinds[kind] : counted.rows.reduce((sum, { count }) => sum + count, 0),
    kinds,
  };
}
