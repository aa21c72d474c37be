import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClientBase } from 'pg';
import { takeTurns } from './take-turns.js';

/** The SQL files of this release. */
export const migrationsFolder = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/** The database and this release's migrations do not fit together; `message` says how and what to do. */
export class MigrationMismatch extends Error {
  override readonly name = 'MigrationMismatch';
}

/** Prisma's own table, column for column, so that Prisma's tools understand a database that we migrated. */
const migrationsTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

async function migrationsIn(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.toSorted().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Applies the migrations that a database lacks, in order, each in one transaction with its entry in
 * `_prisma_migrations`: after an interruption each has been applied whole or not at all. Answers the names of those applied.
 *
 * @throws {MigrationMismatch} when an applied migration was changed since, or the database is of a newer release
 */
export async function migrate(client: ClientBase, folder = migrationsFolder): Promise<string[]> {
  const migrations = await migrationsIn(folder);
  return takeTurns(client, async () => {
    await client.query(migrationsTable);
    const { rows } = await client.query<{ migration_name: string; checksum: string }>(
      `SELECT migration_name, checksum FROM "_prisma_migrations"
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    );
    const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
    for (const name of applied.keys()) {
      if (migrations.some((migration) => migration.name === name)) continue;
      throw new MigrationMismatch(
        `The database knows the migration “${name}”, which this release does not: it was last used by a newer Chancery. Start that release, or restore a backup made with this one.`,
      );
    }
    const done: string[] = [];
    for (const migration of migrations) {
      const checksum = applied.get(migration.name);
      if (checksum === migration.checksum) continue;
      if (checksum !== undefined) {
        throw new MigrationMismatch(
          `The migration “${migration.name}” was changed after it had been applied to this database. Put its file back as it was, and write a new migration.`,
        );
      }
      await apply(client, migration);
      done.push(migration.name);
    }
    return done;
  });
}

async function apply(client: ClientBase, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
