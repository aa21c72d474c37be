import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient } from '../generated/client.js';
import { startEmbeddedPostgres } from './embedded/embedded-postgres.js';
import { migrate } from './migrate.js';

/** An open, migrated database. */
export interface Database {
  readonly prisma: PrismaClient;
  /** The connections that Prisma uses, too. */
  readonly pool: Pool;
  /** For a connection of one's own. Holds the password: never to be shown. */
  readonly url: string;
  /** Closes the connections, and stops PostgreSQL where it is our own and nobody else uses it. */
  close(): Promise<void>;
}

/** The database cannot be used; `message` says why and what to do. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';
}

const oldestVersion = 150_000;

/** The address without the password in it. */
function shown(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}

async function migratePool(pool: Pool, url: string): Promise<void> {
  const client = await pool.connect().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message || String(error) : String(error);
    throw new DatabaseUnusable(
      `The database at ${shown(url)} cannot be reached: ${reason}. Check DATABASE_URL, and that PostgreSQL is running.`,
    );
  });
  try {
    const { rows } = await client.query<{ version: string }>(
      `SELECT current_setting('server_version_num') AS version`,
    );
    if (Number(rows[0]?.version) < oldestVersion) {
      throw new DatabaseUnusable(
        `The database at ${shown(url)} is older than PostgreSQL 15. Chancery needs 15 or later.`,
      );
    }
    await migrate(client);
  } finally {
    client.release();
  }
}

/**
 * Opens the database at `databaseUrl`, or the embedded one in `dataDir` where none is given, and brings it to this
 * release's schema.
 *
 * @throws {DatabaseUnusable}, {PostgresFailed}, {MigrationMismatch}, each with a message for the person who started it
 */
export async function openDatabase(options: {
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  readonly progress?: (step: string) => void;
}): Promise<Database> {
  const embedded =
    options.databaseUrl === undefined
      ? await startEmbeddedPostgres(options.dataDir, options.progress)
      : undefined;
  const url = embedded?.url ?? options.databaseUrl ?? '';
  const pool = new Pool({ connectionString: url, max: 12, application_name: 'chancery' });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', (error) => console.warn(`A database connection was lost: ${error.message}`));
  // One that breaks in use is told of by the query that fails, as soon as there is one.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const close = async () => {
    await pool.end();
    await embedded?.stop();
  };
  try {
    await migratePool(pool, url);
  } catch (error) {
    await close();
    throw error;
  }
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    // A busy moment is waited for, as every other query is.
    transactionOptions: { maxWait: 15_000, timeout: 15_000 },
  });
  return {
    prisma,
    pool,
    url,
    async close() {
      await prisma.$disconnect();
      await close();
    },
  };
}
