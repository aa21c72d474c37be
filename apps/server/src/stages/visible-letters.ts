import type { Role } from '@chancery/workflow';
import type { Pool } from 'pg';
import { clericalClients } from '../history/server-clients.js';

/** Somebody whose letters are listed. */
export interface Onlooker {
  readonly id: string;
  readonly role: Role | undefined;
}

/** Whether somebody sees every letter of the edition. */
export function seesAll({ role }: Onlooker): boolean {
  return role === 'chief-editor' || role === 'editor';
}

/**
 * Which letters a list shows to somebody, as a condition of SQL: the same that `whyNot` lets them read one by one.
 *
 * @param letter the columns of a letter's id and stage
 * @param value adds a value to the query, and answers the parameter that stands for it
 */
export function visibleLetters(
  person: Onlooker,
  letter: { readonly id: string; readonly stage: string },
  value: (given: unknown) => string,
): string | undefined {
  if (seesAll(person)) return undefined;
  if (person.role === 'reader' || person.role === undefined) return `${letter.stage} = 'published'`;
  const id = value(person.id);
  const own = person.role === 'transcriber' ? ` UNION ${transcribedBy(id, value([...clericalClients]))}` : '';
  return `${letter.id} IN (${assignedTo(id)}${own})`;
}

/** The letters of an edition that somebody may see; undefined for those who see all. */
export async function visibleIds(
  pool: Pool,
  editionId: string,
  person: Onlooker,
): Promise<ReadonlySet<string> | undefined> {
  const values: unknown[] = [editionId];
  const visible = visibleLetters(
    person,
    { id: 'letter.id', stage: 'letter.stage' },
    (given) => `$${values.push(given)}`,
  );
  if (visible === undefined) return undefined;
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM letter WHERE "editionId" = $1 AND ${visible}`,
    values,
  );
  return new Set(rows.map(({ id }) => id));
}

/** What is assigned to somebody, or was read by them together with somebody. */
function assignedTo(person: string): string {
  return `SELECT "letterId" FROM assignment WHERE "userId" = ${person}
    UNION SELECT "letterId" FROM reading WHERE "partnerId" = ${person}`;
}

/** What somebody has typed in before it was handed on, handed on themselves, or keyed as one of two. */
function transcribedBy(person: string, headers: string): string {
  return `SELECT typed."letterId" FROM (
      SELECT "letterId", min(version) AS version FROM step
      WHERE "userId" = ${person} AND "clientId" <> ALL(${headers}::text[]) GROUP BY "letterId"
    ) AS typed
    WHERE typed.version <= COALESCE((
      SELECT version FROM stage_move AS move
      WHERE move."letterId" = typed."letterId" AND move."from" = 'transcription' AND move."takenBackAt" IS NULL
      ORDER BY move."createdAt" LIMIT 1
    ), 2147483647)
    UNION SELECT "letterId" FROM stage_move
    WHERE "userId" = ${person} AND "from" = 'transcription' AND "takenBackAt" IS NULL
    UNION SELECT "letterId" FROM keying WHERE "userId" = ${person}`;
}
