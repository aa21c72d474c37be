import type { NoteRule } from '@chancery/tei';
import type { PoolClient } from 'pg';

/** How the volume of an edition says that notes are labelled: see `noteRule` of @chancery/tei for what it says nothing of. */
export async function readNoteRules(
  client: Pick<PoolClient, 'query'>,
  editionId: string,
): Promise<readonly NoteRule[]> {
  const { rows } = await client.query<{ rules: readonly NoteRule[] | null }>(
    `SELECT metadata->'volume'->'noteRules' AS rules FROM letter
     WHERE "editionId" = $1 AND kind = 'front' ORDER BY position, id LIMIT 1`,
    [editionId],
  );
  return rows[0]?.rules ?? [];
}
