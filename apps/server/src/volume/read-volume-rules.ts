import type { VolumeMetadata } from '@chancery/tei';
import type { PoolClient } from 'pg';

/** What the file of a volume says of how its letters are listed and its notes labelled; each as if it said nothing where it does not. */
type VolumeRules = Pick<VolumeMetadata, 'dateRule' | 'dateStyle' | 'noteRules'>;

/**
 * The rules of an edition's volume. They are asked for with every letter that is indexed, so the list of the letters, which may
 * be long, is not read for them: only until the file itself is indexed do they come from what is stored beside its source.
 */
export async function readVolumeRules(
  client: Pick<PoolClient, 'query'>,
  editionId: string,
): Promise<VolumeRules> {
  const { rows } = await client.query<{ [Rule in keyof VolumeRules]: VolumeRules[Rule] | null }>(
    `SELECT said->'dateRule' AS "dateRule", said->>'dateStyle' AS "dateStyle", said->'noteRules' AS "noteRules"
     FROM (
       SELECT CASE WHEN indexed.version = letter.version THEN summary.said ELSE letter.metadata->'volume' END AS said
       FROM letter
       LEFT JOIN volume_summary AS summary ON summary."editionId" = letter."editionId"
       LEFT JOIN letter_index AS indexed ON indexed."letterId" = letter.id AND summary.said IS NOT NULL
       WHERE letter."editionId" = $1 AND letter.kind = 'front' ORDER BY letter.position, letter.id LIMIT 1
     ) AS file`,
    [editionId],
  );
  const { dateRule, dateStyle, noteRules } = rows[0] ?? {};
  return { dateRule: dateRule ?? [], dateStyle: dateStyle ?? undefined, noteRules: noteRules ?? [] };
}
