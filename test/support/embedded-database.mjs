import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The address of the PostgreSQL that a server keeps in its data folder, with its password.
 *
 * @param {string} dataDir
 */
export function embeddedDatabaseUrl(dataDir) {
  const port = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
  const secret = readFileSync(join(dataDir, 'postgres.secret'), 'utf8').trim();
  return `postgresql://chancery:${secret}@127.0.0.1:${port}/postgres`;
}
