import { applySteps, sourceStep } from '@chancery/prosemirror-tei';
import type { Pool, PoolClient } from 'pg';
import { stepJson } from '../contract/letter.js';
import { inTransaction } from '../database/in-transaction.js';
import { metadataOf } from '../editions/stored-metadata.js';
import type { PrismaClient } from '../generated/client.js';
import { LetterBroken, loadLetter } from './load-letter.js';
import { patchBetween } from './source-patch.js';
import { type CheckedBatch, type CheckedBatches, storeIn } from './store-steps.js';

/** An edit of one letter among several. */
export interface JointEdit {
  readonly letterId: string;
  /** The source that is to stand in the place of what stands; called again when another edit came first. */
  make(source: string, version: number): string;
}

/** Several letters are edited at once, or none of them is. */
export interface JointAmendment extends Pick<CheckedBatch, 'userId' | 'clientId' | 'batch'> {
  readonly edits: readonly JointEdit[];
  /** Statements of the same transaction, behind the edits. Whatever it throws undoes all. */
  alongside(client: PoolClient): Promise<void>;
}

/** Thrown when letters are being typed in so fast that no moment was found to edit all of them; nothing has been done. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy';
}

/** How often a letter is prepared again that somebody has typed in meanwhile. */
const attempts = 20;

/**
 * Edits letters of the database in one transaction, without holding any of them open: answers which were changed.
 *
 * All is prepared before the letters' rows are taken, so that nobody who types waits for longer than the storing takes.
 *
 * @throws {TooBusy}
 * @throws {EditRefused} when a result cannot be written as TEI; nothing has happened then
 */
export async function amendTogether(
  prisma: PrismaClient,
  pool: Pool,
  amendment: JointAmendment,
): Promise<string[]> {
  const prepared = new Map<string, CheckedBatches>();
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    for (const edit of amendment.edits)
      if (!prepared.has(edit.letterId)) prepared.set(edit.letterId, await prepare(prisma, amendment, edit));
    const stale = await storeAll(pool, [...prepared.values()], (client) => amendment.alongside(client));
    if (stale.length === 0) return [...prepared.values()].filter(isChange).map(({ letterId }) => letterId);
    for (const letterId of stale) prepared.delete(letterId);
  }
  throw new TooBusy('The letters were changed again and again meanwhile.');
}

async function prepare(
  prisma: PrismaClient,
  { userId, clientId, batch }: JointAmendment,
  { letterId, make }: JointEdit,
): Promise<CheckedBatches> {
  const loaded = await loadLetter(prisma, letterId);
  if (!loaded) throw new LetterBroken(`There is no letter ${letterId}.`);
  const { letter: before, version, kind } = loaded;
  const step = sourceStep(before, make(before.source, version));
  const { source } = step ? applySteps(before, [step]) : before;
  const patch = patchBetween(before.source, source);
  const steps = step ? [stepJson.parse(step.toJSON())] : [];
  const metadata = step ? metadataOf(source, kind) : undefined;
  return { letterId, version, source, metadata, batches: [{ userId, clientId, batch, steps, patch }] };
}

function isChange({ batches }: CheckedBatches): boolean {
  return batches.some(({ steps }) => steps.length > 0);
}

/** Stores all, or answers which letters have another version by now, having stored nothing. */
async function storeAll(
  pool: Pool,
  prepared: readonly CheckedBatches[],
  alongside: (client: PoolClient) => Promise<void>,
): Promise<string[]> {
  return inTransaction(pool, async (client) => {
    // In one order, so that two who do this do not wait for each other.
    const { rows } = await client.query<{ id: string; version: number }>(
      'SELECT id, version FROM letter WHERE id = ANY($1) ORDER BY id FOR UPDATE',
      [prepared.map(({ letterId }) => letterId)],
    );
    const now = new Map(rows.map(({ id, version }) => [id, version]));
    const stale = prepared.filter(({ letterId, version }) => now.get(letterId) !== version);
    if (stale.length === 0) {
      for (const each of prepared) if (isChange(each)) await storeIn(client, each);
      await alongside(client);
    }
    return stale.map(({ letterId }) => letterId);
  });
}
