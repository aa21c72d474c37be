import type { Pool, PoolClient } from 'pg';

/**
 * Does work in one transaction: all of it stays, or nothing.
 *
 * A connection that cannot even take the work back is given up.
 *
 * @throws whatever the work throws, after all has been taken back
 */
export async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    await client.query('ROLLBACK').then(
      () => client.release(),
      (lost: Error) => client.release(lost),
    );
    throw error;
  }
}
