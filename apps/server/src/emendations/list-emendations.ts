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
  readonly letterPlace: number;
}

/** Where the volume's own file stands: behind all letters. */
const last = 2_147_483_647;

/**
 * Where the letters of an edition depart from their copies, in the order of the volume, its own file last; a page of it, from
 * the letters that somebody may see.
 */
export async function listEmendations(
  pool: Pool,
  editionId: string,
  person: Onlooker,
  { kind, after }: EmendationsQuery,
): Promise<EmendationList> {
  const seen = seenBy(person, [editionId]);
  const page = seenBy(person, [editionId, kind ?? null, ...cursorOf(after), emendationsAtOnce + 1]);
  const where = `emendation."editionId" = $1 AND ($2::text IS NULL OR emendation.kind = $2) ${page.condition}`;
  const [counted, { rows }, names] = await Promise.all([
    pool.query<{ kind: string; count: number }>(
      `SELECT emendation.kind, count(*)::int AS count FROM letter_emendation AS emendation ${seen.join}
       WHERE emendation."editionId" = $1 ${seen.condition} GROUP BY emendation.kind`,
      seen.values,
    ),
    // The first comparison, which says less than the second, is one that the index of the calendar answers.
    pool.query<StoredEmendation>(
      `WITH picked AS (
         (SELECT emendation."letterId", emendation.place, line.place AS "letterPlace"
          FROM calendar_line AS line
          JOIN letter_emendation AS emendation ON emendation."letterId" = line."letterId" ${page.join}
          WHERE line."editionId" = $1 AND (line.place, line."letterId") >= ($3, $4)
            AND (line.place, line."letterId", emendation.place) > ($3, $4, $5) AND ${where}
          ORDER BY line.place, line."letterId", emendation.place LIMIT $6)
         UNION ALL
         (SELECT emendation."letterId", emendation.place, ${last} AS "letterPlace"
          FROM letter AS front
          JOIN letter_emendation AS emendation ON emendation."letterId" = front.id ${page.join}
          WHERE front."editionId" = $1 AND front.kind = 'front'
            AND (${last}, front.id, emendation.place) > ($3, $4, $5) AND ${where}
          ORDER BY emendation.place LIMIT $6)
         ORDER BY "letterPlace", "letterId", place LIMIT $6
       )
       SELECT emendation."letterId", emendation.place, picked."letterPlace", line.number, line."numberSupplied",
         coalesce(line.title, '${frontMatterTitle}') AS title, kind, label, copy, edition, before, after,
         reason, resp, cert
       FROM picked JOIN letter_emendation AS emendation USING ("letterId", place)
       LEFT JOIN calendar_line AS line ON line."letterId" = emendation."letterId"
       ORDER BY picked."letterPlace", emendation."letterId", emendation.place`,
      page.values,
    ),
    responsibleIn(pool, editionId),
  ]);
  const counts = new Map(counted.rows.map((row) => [row.kind, row.count]));
  const kinds = Object.fromEntries(emendationKinds.map((each) => [each, counts.get(each) ?? 0])) as Record<
    EmendationRow['kind'],
    number
  >;
  const shown = rows.slice(0, emendationsAtOnce);
  const final = rows.length > emendationsAtOnce ? shown.at(-1) : undefined;
  return {
    emendations: shown.map(({ number, numberSupplied, letterPlace: _, ...row }) => ({
      ...row,
      resp: row.resp === null ? null : (names.get(row.resp) ?? row.resp),
      number: number === null ? null : { text: number, supplied: numberSupplied ?? false },
    })),
    total: kind ? kinds[kind] : counted.rows.reduce((sum, { count }) => sum + count, 0),
    kinds,
    next: final ? `${final.letterPlace}/${final.place}/${final.letterId}` : null,
  };
}

/** Behind which emendation a page begins: the place of its letter, the letter, and its place there. */
function cursorOf(after: string): [number, string, number] {
  const [, letterPlace, place, letterId] = /^(\d{1,10})\/(\d{1,9})\/(.*)$/s.exec(after) ?? [];
  return [Math.min(Number(letterPlace ?? -1), last), letterId ?? '', Number(place ?? -1)];
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
