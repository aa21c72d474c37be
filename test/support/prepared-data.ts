import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { preparedData, startChancery } from './chancery.js';
import { embeddedDatabaseUrl } from './embedded-database.mjs';

/**
 * Has one Chancery make its database, load the sample volume and read its letters; each journey then begins on a copy of
 * what it left, which takes half the time. On Windows each makes its own.
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.platform === 'win32') return async () => undefined;
  const folder = await mkdtemp(join(tmpdir(), 'chancery-prepared-'));
  const chancery = await startChancery({ dataDir: folder });
  await lettersRead(folder);
  await chancery.end();
  process.env[preparedData] = folder;
  return async () => {
    delete process.env[preparedData];
    await rm(folder, { recursive: true, force: true });
  };
}

/** Waits until the letters are checked and indexed, which a server does at leisure: each journey would do it again. */
async function lettersRead(dataDir: string): Promise<void> {
  const client = new pg.Client({ connectionString: embeddedDatabaseUrl(dataDir) });
  await client.connect();
  try {
    for (const until = Date.now() + 100_000; Date.now() < until; await pause(250)) {
      const { rows } = await client.query<{ unread: number }>(
        `SELECT count(*)::int AS unread FROM letter LEFT JOIN letter_index ON letter_index."letterId" = letter.id
         WHERE letter."errorCount" IS NULL OR letter_index.version IS DISTINCT FROM letter.version`,
      );
      if (rows[0]?.unread === 0) return;
    }
    throw new Error('The letters of the sample volume were not checked and indexed.');
  } finally {
    await client.end();
  }
}
