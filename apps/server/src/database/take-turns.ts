import type { ClientBase } from 'pg';

/** Any number will do that no other user of the database takes. */
const lockKey = 4_242_001;

/**
 * Does what only one server at a time may do to a database: of two that start at once the second waits here, and then
 * finds the work done. PostgreSQL lets the next one in when a server is killed in the middle (PostgreSQL, Explicit
 * Locking, Advisory Locks).
 *
 * @throws whatever the work throws
 */
export async function takeTurns<Result>(client: ClientBase, work: () => Promise<Result>): Promise<Result> {
  await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
  try {
    return await work();
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [lockKey]);
  }
}
