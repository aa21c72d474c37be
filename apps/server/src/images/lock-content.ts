import type { ClientBase } from 'pg';

/** Keeps others from entering or removing a content until the transaction ends. */
export async function lockContent(client: ClientBase, sha256: string): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [sha256]);
}
