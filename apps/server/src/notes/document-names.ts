import type { LetterNumber } from '@chancery/tei';
import type { Pool } from 'pg';
import { frontMatterTitle } from '../editions/front-matter.js';
import { storedMetadata } from '../editions/stored-metadata.js';

/** What a document is called where a note names it, and where it stands. */
export interface DocumentName {
  readonly letterId: string;
  readonly number: { text: string; supplied: boolean } | null;
  readonly title: string;
  /** In the order of the volume. */
  readonly position: number;
}

/** What some documents are called, by their ids. */
export async function documentNames(
  pool: Pool,
  letterIds: readonly string[],
): Promise<ReadonlyMap<string, DocumentName>> {
  const { rows } = await pool.query<{
    id: string;
    name: string;
    position: number;
    kind: string;
    metadata: unknown;
  }>(
    `SELECT letter.id, letter.name, letter.kind, COALESCE(line.place, -1) AS position, letter.metadata
     FROM letter LEFT JOIN calendar_line AS line ON line."letterId" = letter.id WHERE letter.id = ANY($1)`,
    [[...new Set(letterIds)]],
  );
  return new Map(
    rows.map(({ id, name, position, kind, metadata }) => {
      const { number, title, headerTitle } = storedMetadata(metadata).letter;
      const called = kind === 'front' ? frontMatterTitle : (title?.text ?? headerTitle ?? name);
      return [id, { letterId: id, number: asAnswered(number), title: called, position }];
    }),
  );
}

function asAnswered(number: LetterNumber | undefined): DocumentName['number'] {
  return number ? { text: number.text, supplied: number.supplied } : null;
}
