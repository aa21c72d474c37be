import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import { topics } from '../contract/live.js';
import type { StoredMetadata } from '../editions/stored-metadata.js';
import type { SourcePatch } from './source-patch.js';

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
  /** What the batch did to the source. */
  readonly patch: SourcePatch;
  readonly metadata: StoredMetadata;
  /** Said to the other nodes when the batch is stored. */
  readonly notice: string;
}

/** The channel on which nodes tell each other what has changed. */
export const noticeChannel = 'chancery_letter';

const nodeNotice = z.union([
  z.object({ node: z.string(), letterId: z.string(), topic: z.enum(topics).optional() }),
  z.object({ node: z.string(), people: z.array(z.string()) }),
  z.object({ node: z.string(), userId: z.string() }),
  z.object({ node: z.string(), imported: z.string() }),
]);

/**
 * What one node tells the others: that a letter has a new version or, with a topic, that something beside its text is new;
 * or that something new concerns some people; or that a person's rights have changed; or that an edition has new letters.
 */
export type NodeNotice = z.infer<typeof nodeNotice>;

/** A notice as the database carries it. */
export function notice(told: NodeNotice): string {
  return JSON.stringify(told);
}

/** A notice that arrived; undefined when it is none of ours. */
export function readNotice(payload: string): NodeNotice | undefined {
  try {
    return nodeNotice.parse(JSON.parse(payload));
  } catch {
    return undefined;
  }
}

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
  INSERT INTO step ("letterId", version, step, "clientId", batch, "userId", patch)
  SELECT moved.id, $2::int + each.place::int, each.step, $6, $7, $8,
    CASE WHEN each.place = jsonb_array_length($5::jsonb) THEN $10::jsonb END
  FROM moved, jsonb_array_elements($5::jsonb) WITH ORDINALITY AS each(step, place)
  RETURNING version
)
SELECT (SELECT count(*)::int FROM stored) AS stored, pg_notify('${noticeChannel}', $9) FROM moved`;

/**
 * Stores a batch at (letter, version), with the letter's text and metadata and whatever is stored alongside, in one transaction.
 *
 * Answers false, having stored nothing, when the letter no longer has that version. When it answers true, the batch is
 * on the disk.
 */
export async function storeSteps(
  pool: Pool,
  batch: CheckedBatch,
  alongside?: (client: PoolClient) => Promise<void>,
): Promise<boolean> {
  if (!alongside) return storeIn(pool, batch);
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const stored = await storeIn(client, batch);
    if (stored) await alongside(client);
    await client.query(stored ? 'COMMIT' : 'ROLLBACK');
    client.release();
    return stored;
  } catch (error) {
    await client.query('ROLLBACK').then(
      () => client.release(),
      (lost: Error) => client.release(lost),
    );
    throw error;
  }
}

async function storeIn(connection: Pool | PoolClient, batch: CheckedBatch): Promise<boolean> {
  const { rows } = await connection.query<{ stored: number }>({
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
      JSON.stringify(batch.patch),
    ],
  });
  return rows.length === 1;
}
