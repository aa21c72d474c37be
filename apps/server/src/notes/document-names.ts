import type { Pool } from 'pg';
import { frontMatterTitle } from '../editions/front-matter.js';

/** What a document is called where a note names it, and where it stands. */
export interface DocumentName {
  readonly letterId: string;
  readonly number: { text: string; supplied: boolean } | null;
  readonly title: string;
  /** In the order of the volume. */
  readonly position: number;
}

/** What some documents are called in the calendar, by their ids. */
export async function documentNames(
  pool: Pool,
  letterIds: readonly string[],
): Promise<ReadonlyMap<string, DocumentName>> {
  const { rows } = await pool.query<{
    id: string;
    position: number;
    number: string | null;
    supplied: boolean | null;
    title: string;
  }>(
    `SELECT letter.id, COALESCE(line.place, -1) AS position, line.number, line."numberSupplied" AS supplied,
       COALESCE(line.title, CASE letter.kind WHEN 'front' THEN $2 ELSE letter.name END) AS title
     FROM letter LEFT JOIN calendar_line AS line ON line."letterId" = letter.id WHERE letter.id = ANY($1)`,
    [[...new Set(letterIds)], frontMatterTitle],
  );
  return new Map(
    rows.map(({ id, position, number, supplied, title }) => [
      id,
      {
        letterId: id,
        number: number === null ? null : { text: number, supplied: supplied ?? false },
        title,
        position,
      },
    ]),
  );
}
