import type { VolumeMetadata } from '@chancery/tei';
import type { Pool } from 'pg';
import type { EditionHead } from '../contract/edition.js';
import { HttpProblem } from '../errors/http-problem.js';
import { readableEndnotes } from '../notes/endnotes-in-words.js';
import { type Onlooker, visibleLetters } from '../stages/visible-letters.js';
import { editionRights } from './edition-rights.js';

/** What the desk says of an edition on every screen, without any of its letters: it costs the same for ten and for ten thousand. */
export async function readHead(
  pool: Pool,
  editionId: string,
  person: Onlooker,
): Promise<Omit<EditionHead, 'publication'>> {
  const { role } = person;
  const values: unknown[] = [editionId];
  const value = (given: unknown) => `$${values.push(given)}`;
  const visible = visibleLetters(person, { id: 'file.id', stage: 'file.stage' }, value) ?? 'true';
  const { rows } = await pool.query<{
    title: string;
    fileId: string | null;
    opensFile: boolean;
    said: VolumeMetadata | null;
    first: string | null;
    last: string | null;
  }>(
    `SELECT edition.title, file.id AS "fileId", file.id IS NOT NULL AND ${visible} AS "opensFile", (file.metadata->'volume') - 'letters' - 'nonExtant' AS said,
       (SELECT number FROM calendar_line WHERE "editionId" = $1 AND number IS NOT NULL ORDER BY place LIMIT 1) AS first,
       (SELECT number FROM calendar_line WHERE "editionId" = $1 AND number IS NOT NULL ORDER BY place DESC LIMIT 1) AS last
     FROM edition LEFT JOIN letter AS file
       ON file."editionId" = edition.id AND file.position < 0 AND file.kind = 'front'
     WHERE edition.id = $1 LIMIT 1`,
    values,
  );
  const [edition] = rows;
  if (!edition || !role) throw new HttpProblem('not-found');
  return {
    id: editionId,
    title: edition.title,
    role,
    may: editionRights(role),
    numbers: { first: edition.first, last: edition.last },
    fileId: edition.fileId,
    opensFile: edition.opensFile,
    volume: edition.said && {
      ...edition.said,
      endnotes: [...(await readableEndnotes(pool, editionId, role, edition.said.endnotes))],
    },
  };
}
