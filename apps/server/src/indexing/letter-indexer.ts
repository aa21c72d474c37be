import { parseTree } from '@chancery/xml';
import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '../database/in-transaction.js';
import type { IndexedLetter, LetterIndex } from './letter-index.js';

/** How long after the last edit a letter is indexed, and how long after the first one at the latest, in milliseconds. */
const pause = 2_000;
const longest = 20_000;
/** How much longer than the work is the rest after it, while more letters wait. */
const rest = 4;
/** How often letters are looked for that another node has left behind, in milliseconds. */
const round = 60_000;
/** How many letters are fetched at once when many are behind. */
const batchSize = 500;

/**
 * Keeps the tables that are read out of the letters' TEI at what it says now.
 *
 * Any number of these may work on one database: whoever comes second to a letter finds it done.
 */
export class LetterIndexer {
  readonly #pool: Pool;
  readonly #indexes: readonly LetterIndex[];
  readonly #stamp: string;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  /** When the first edit came of those that a letter's timer is for. */
  readonly #since = new Map<string, number>();
  /** Letters whose turn will come. */
  readonly #due = new Set<string>();
  #last: Promise<void> = Promise.resolve();
  readonly #rounds: NodeJS.Timeout;
  readonly #running = new Set<Promise<unknown>>();
  #catchingUp: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(pool: Pool, indexes: readonly LetterIndex[]) {
    this.#pool = pool;
    this.#indexes = indexes;
    this.#stamp = indexes.map(({ name, revision }) => `${name}.${revision}`).join(' ');
    this.#rounds = setInterval(() => void this.catchUp(), round);
    this.#rounds.unref();
  }

  /** A letter has changed. */
  changed(letterId: string): void {
    if (this.#stopped) return;
    const now = performance.now();
    const since = this.#timers.has(letterId) ? (this.#since.get(letterId) ?? now) : now;
    this.#since.set(letterId, since);
    clearTimeout(this.#timers.get(letterId));
    // Whoever asks for a list has what is waited for here read at once.
    const wait = Math.max(0, Math.min(pause, since + longest - now));
    const timer = setTimeout(() => {
      this.#timers.delete(letterId);
      this.#since.delete(letterId);
      if (this.#due.has(letterId)) return;
      this.#due.add(letterId);
      this.#last = this.#last.then(() => this.#inTurn(letterId));
    }, wait);
    timer.unref();
    this.#timers.set(letterId, timer);
  }

  /** Indexes one letter and rests: many letters that are typed in at once must not keep their typists waiting. */
  async #inTurn(letterId: string): Promise<void> {
    this.#due.delete(letterId);
    if (this.#stopped) return;
    const begin = performance.now();
    await this.#quietly(letterId);
    const taken = performance.now() - begin;
    await new Promise((rested) => setTimeout(rested, this.#due.size > 0 ? rest * taken : 0).unref());
  }

  /** Indexes whatever letters are behind, at leisure: an error is told in the log, and the letter's turn comes again. */
  catchUp(): Promise<void> {
    // One after the other: what came to be behind since the last one began is found by the next.
    this.#catchingUp = this.#catchingUp.then(() => this.#catchUp());
    return this.#catchingUp;
  }

  /**
   * Until the tables say of the letters what is stored of them now.
   *
   * @throws whatever the database or an index throws
   */
  async settled(letterIds: readonly string[]): Promise<void> {
    for (const letterId of letterIds)
      await inTransaction(this.#pool, (client) => this.#index(client, letterId));
  }

  /** The same for all letters of an edition. */
  async settledIn(editionId: string): Promise<void> {
    await this.settled(await this.#behind('', editionId));
  }

  /** Until what has changed at this node is in the tables: who asks for a list finds in it what they have just done. */
  async flush(): Promise<void> {
    for (const [letterId, timer] of [...this.#timers]) {
      clearTimeout(timer);
      this.#timers.delete(letterId);
      await this.#quietly(letterId);
    }
    await Promise.all(this.#running);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#rounds);
    for (const timer of this.#timers.values()) clearTimeout(timer);
    await Promise.allSettled(this.#running);
    await this.#catchingUp;
  }

  async #catchUp(): Promise<void> {
    let after = '';
    while (!this.#stopped) {
      const behind = await this.#behind(after).catch(() => []);
      for (const letterId of behind) {
        if (this.#stopped) return;
        await this.#quietly(letterId);
      }
      const last = behind.at(-1);
      if (last === undefined || behind.length < batchSize) return;
      after = last;
    }
  }

  /** Letters whose tables are behind: in the order of their ids, from one on; all of them for an edition. */
  async #behind(after: string, editionId?: string): Promise<string[]> {
    const { rows } = await this.#pool.query<{ id: string }>(
      `SELECT letter.id FROM letter LEFT JOIN letter_index ON letter_index."letterId" = letter.id
       WHERE letter.id > $1 AND ($2::text IS NULL OR letter."editionId" = $2)
         AND (letter_index.version IS DISTINCT FROM letter.version OR letter_index.stamp IS DISTINCT FROM $3)
       ORDER BY letter.id LIMIT $4`,
      [after, editionId ?? null, this.#stamp, editionId === undefined ? batchSize : null],
    );
    return rows.map(({ id }) => id);
  }

  async #quietly(letterId: string): Promise<void> {
    const work = inTransaction(this.#pool, (client) => this.#index(client, letterId)).catch(
      (error: unknown) => {
        // Only the kind of error: its message may hold words of the letter.
        if (!this.#stopped) {
          console.warn(
            `Letter ${letterId} was not indexed: ${error instanceof Error ? error.name : 'error'}`,
          );
        }
      },
    );
    this.#running.add(work);
    await work.finally(() => this.#running.delete(work));
  }

  async #index(client: PoolClient, letterId: string): Promise<void> {
    // Takes the row, so that two who index one letter do it one after the other; the letter is read after that.
    const held = await client.query<{ version: number; stamp: string }>(
      `INSERT INTO letter_index ("letterId", version, stamp) SELECT id, -1, '' FROM letter WHERE id = $1
       ON CONFLICT ("letterId") DO UPDATE SET version = letter_index.version RETURNING version, stamp`,
      [letterId],
    );
    const stands = held.rows[0];
    if (!stands) return;
    const read = await client.query<Omit<IndexedLetter, 'tei'>>(
      `SELECT id, "editionId", name, path, kind, version,
         CASE WHEN version = $2 THEN '' ELSE source END AS source
       FROM letter WHERE id = $1`,
      [letterId, stands.stamp === this.#stamp ? stands.version : -1],
    );
    const letter = read.rows[0];
    if (!letter || (letter.version === stands.version && stands.stamp === this.#stamp)) return;
    const indexed: IndexedLetter = { ...letter, tei: parseTree(letter.source) };
    for (const index of this.#indexes) await index.write(client, indexed);
    await client.query('UPDATE letter_index SET version = $2, stamp = $3 WHERE "letterId" = $1', [
      letterId,
      letter.version,
      this.#stamp,
    ]);
  }
}
