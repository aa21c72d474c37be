import type { Responsible } from '@chancery/tei';
import type { Pool } from 'pg';
import {
  type EmendationList,
  type EmendationRow,
  type EmendationsQuery,
  emendationKinds,
  emendationsAtOnce,
} from '../contract/emendation.js';
import { frontMatterTitle } from '../editions/front-matter.js';
import { type Onlooker, visibleLetters } from '../stages/visible-letters.js';

interface StoredEmendation extends Omit<EmendationRow, 'number'> {
  readonly number: string | null;
  readonly numberSupplied: boolean | null;
}

/**
 * Where the letters of an edition depart from their copies, in the order of the volume, its own file last; a page of it, from
 * the letters that somebody may see.
 */
export async function listEmendations(
  pool: Pool,
  editionId: string,
  person: Onlooker,
  { kind, from }: EmendationsQuery,
): Promise<EmendationList> {
  const seen = seenBy(person, [editionId]);
  const page = seenBy(person, [editionId, kind ?? null, from]);
  const [counted, { rows }, names] = await Promise.all([
    pool.query<{ kind: string; count: number }>(
      `SELECT emendation.kind, count(*)::int AS count FROM letter_emendation AS emendation ${seen.join}
       WHERE emendation."editionId" = $1 ${seen.condition} GROUP BY emendation.kind`,
      seen.values,
    ),
    pool.query<StoredEmendation>(
      `WITH picked AS (
         SELECT emendation."letterId", emendation.place, line.place AS "letterPlace"
         FROM letter_emendation AS emendation
         LEFT JOIN calendar_line AS line ON line."letterId" = emendation."letterId" ${page.join}
         WHERE emendation."editionId" = $1 AND ($2::text IS NULL OR emendation.kind = $2) ${page.condition}
         ORDER BY line.place NULLS LAST, emendation."letterId", emendation.place
         LIMIT ${emendationsAtOnce} OFFSET $3
       )
       SELECT emendation."letterId", emendation.place, line.number, line."numberSupplied",
         coalesce(line.title, '${frontMatterTitle}') AS title, kind, label, copy, edition, before, after,
         reason, resp, cert
       FROM picked JOIN letter_emendation AS emendation USING ("letterId", place)
       LEFT JOIN calendar_line AS line ON line."letterId" = emendation."letterId"
       ORDER BY picked."letterPlace" NULLS LAST, emendation."letterId", emendation.place`,
      page.values,
    ),
    responsibleIn(pool, editionId),
  ]);
  const counts = new Map(counted.rows.map((row) => [row.kind, row.count]));
  const kinds = Object.fromEntries(emendationKinds.map((each) => [each, counts.get(each) ?? 0])) as Record<
    EmendationRow['kind'],
    number
  >;
  return {
    emendations: rows.map(({ number, numberSupplied, ...row }) => ({
      ...row,
      resp: row.resp === null ? null : (names.get(row.resp) ?? row.resp),
      number: number === null ? null : { text: number, supplied: numberSupplied ?? false },
    })),
    total: kind ? kinds[kind] : counted.rows.reduce((sum, { count }) => sum + count, 0),
    kinds,
  };
}

/** What a query has beside it, so that it finds only what somebody may see. */
function seenBy(person: Onlooker, first: readonly unknown[]) {
  const values = [...first];
  const letter = { id: 'letter.id', stage: 'letter.stage' };
  const visible = visibleLetters(person, letter, (given) => `$${values.push(given)}`);
  if (visible === undefined) return { join: '', condition: '', values };
  return {
    join: 'JOIN letter ON letter.id = emendation."letterId"',
    condition: `AND ${visible}`,
    values,
  };
}

/** Those whom the volume names as answerable, by the identifiers that its letters point to. */
async function responsibleIn(pool: Pool, editionId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ responsible: Responsible[] | null }>(
    `SELECT metadata->'volume'->'responsible' AS responsible FROM letter WHERE "editionId" = $1 AND kind = 'front'`,
    [editionId],
  );
  return new Map((rows[0]?.responsible ?? []).map(({ id, name }) => [id, name]));
}
