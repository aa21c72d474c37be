import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import type { StepJson } from '../contract/letter.js';
import { topics } from '../contract/live.js';
import { inTransaction } from '../database/in-transaction.js';
import type { StoredMetadata } from '../editions/stored-metadata.js';
import type { SourcePatch } from './source-patch.js';

/** A batch that has been checked. */
export interface CheckedBatch {
  readonly steps: readonly StepJson[];
  readonly clientId: string;
  readonly batch: string;
  readonly userId: string;
  /** What the batch did to the source. */
  readonly patch: SourcePatch;
}

/** Batches that follow each other, and the letter as it is with them. */
export interface CheckedBatches {
  readonly letterId: string;
  /** The version that the first of them follows. */
  readonly version: number;
  readonly batches: readonly CheckedBatch[];
  readonly source: string;
  /** Undefined where it is as it was. */
  readonly metadata: StoredMetadata | undefined;
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
  SET source = $3, metadata = coalesce($4::jsonb, metadata), version = version + jsonb_array_length($5::jsonb), "updatedAt" = now()
  WHERE id = $1 AND version = $2::int
  RETURNING id
), stored AS (
  INSERT INTO step ("letterId", version, step, "clientId", batch, "userId", patch)
  SELECT moved.id, $2::int + each.place::int, each.made -> 'step', each.made ->> 'clientId', each.made ->> 'batch',
    each.made ->> 'userId', each.made -> 'patch'
  FROM moved, jsonb_array_elements($5::jsonb) WITH ORDINALITY AS each(made, place)
  RETURNING version
)
SELECT (SELECT count(*)::int FROM stored) AS stored FROM moved`;

/**
 * Stores batches at (letter, version), with the letter's text and metadata and whatever is stored alongside, in one transaction.
 *
 * Answers false, having stored nothing, when the letter no longer has that version. When it answers true, the batches are
 * on the disk.
 */
export async function storeSteps(
  pool: Pool,
  batches: CheckedBatches,
  alongside?: (client: PoolClient) => Promise<void>,
): Promise<boolean> {
  if (!alongside) return storeIn(pool, batches);
  return inTransaction(pool, async (client) => {
    const stored = await storeIn(client, batches);
    if (stored) await alongside(client);
    return stored;
  });
}

/** The same within a transaction that is under way, or as one of its own. */
export async function storeIn(connection: Pool | PoolClient, checked: CheckedBatches): Promise<boolean> {
  const { letterId, version, batches, source, metadata } = checked;
  const steps = batches.flatMap(({ steps, patch, ...author }) =>
    steps.map((step, index) => ({ ...author, step, ...(index === steps.length - 1 ? { patch } : {}) })),
  );
  const { rows } = await connection.query<{ stored: number }>({
    name: 'store-steps',
    text: statement,
    values: [
      letterId,
      version,
      source,
      metadata === undefined ? null : JSON.stringify(metadata),
      JSON.stringify(steps),
    ],
  });
  return rows.length === 1;
}
