import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseOwner } from './database-owner.js';
import { withinReach } from './within-reach.js';

/** Where a root's database goes when its own user cannot get to the data folder. */
const systemFolder = '/var/lib/chancery';

/**
 * The folder that holds the embedded database: the data folder itself, or, where PostgreSQL's own user cannot pass
 * through a folder above it (`/root` is closed to others), a folder below `/var/lib/chancery` that the file
 * `database-home` in the data folder names.
 *
 * Only ever opens the data folder for passing through, never for listing, and never touches the folders above it.
 */
export function databaseHome(dataDir: string, owner: DatabaseOwner | undefined): string {
  if (!owner) return dataDir;
  const pointer = join(dataDir, 'database-home');
  if (existsSync(pointer)) {
    const home = readFileSync(pointer, 'utf8').trim();
    mkdirSync(home, { recursive: true, mode: 0o711 });
    return home;
  }
  const { mode, uid } = statSync(dataDir);
  if (uid === process.getuid?.()) chmodSync(dataDir, mode | 0o001);
  if (withinReach(dataDir, owner)) return dataDir;

  const home = join(systemFolder, randomBytes(8).toString('hex'));
  mkdirSync(home, { recursive: true, mode: 0o711 });
  // The umask may have closed what was just made.
  chmodSync(systemFolder, 0o711);
  chmodSync(home, 0o711);
  writeFileSync(pointer, `${home}\n`, { mode: 0o600 });
  return home;
}
