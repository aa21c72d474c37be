import type { Pool } from 'pg';
import type { StoredMetadata } from '../editions/stored-metadata.js';

/** A batch that has been checked, and the letter as it is with it. */
export interface CheckedBatch {
  readonly letterId: string;
  /** The version that the batch follows. */
  readonly version: number;
  readonly steps: readonly unknown[];
  readonly clientId: string;
  readonly batch: string;
  readonly userId: string;
  readonly source: string;
  readonly metadata: StoredMetadata;
  /** Said to the other nodes when the batch is stored. */
  readonly notice: string;
}

/** The channel on which nodes tell each other that a letter has a new version. */
export const noticeChannel = 'chancery_letter';

// One statement is one transaction and one round trip. The update compares the version and takes the letter's row, so
// that of two writers on two nodes the second finds the version changed; the step's key holds even against a writer
// that does not ask.
const statement = `
WITH moved AS (
  UPDATE letter
  SET source = $3, metadata = $4::jsonb, version = version + jsonb_array_length($5::jsonb), "updatedAt" = now()
  WHERE id = $1 AND version = $2::int
  RETURNING id
), stored AS (
  INSERT INTO step ("letterId", version, step, "clientId", batch, "userId")
  SELECT moved.id, $2::int + each.place::int, each.step, $6, $7, $8
  FROM moved, jsonb_array_elements($5::jsonb) WITH ORDINALITY AS each(step, place)
  RETURNING version
)
SELECT (SELECT count(*)::int FROM stored) AS stored, pg_notify('${noticeChannel}', $9) FROM moved`;

/**
 * Stores a batch at (letter, version), with the letter's text and metadata, in one transaction.
 *
 * Answers false, having stored nothing, when the letter no longer has that version. When it answers true, the batch is
 * on the disk.
 */
export async function storeSteps(pool: Pool, batch: CheckedBatch): Promise<boolean> {
  const { rows } = await pool.query<{ stored: number }>({
    name: 'store-steps',
    text: statement,
    values: [
      batch.letterId,
      batch.version,
      batch.source,
      JSON.stringify(batch.metadata),
      JSON.stringify(batch.steps),
      batch.clientId,
      batch.batch,
      batch.userId,
      batch.notice,
    ],
  });
  return rows.length === 1;
}
