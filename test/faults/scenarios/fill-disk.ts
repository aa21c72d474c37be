import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { OneServer } from '../one-server.js';
import type { Scenario } from '../scenario.js';
import { until } from '../until.js';

/** What the database may fill, in megabytes: little more than an empty one needs. */
const size = 220;

/** PostgreSQL, Appendix A: `disk_full`. */
const diskFull = '53100';

/** The disk that the database is on is full, and after a while it has room again. */
export const fillDisk: Scenario = {
  name: 'disk',
  rounds: 5,
  fewRounds: 1,
  async open(workplace) {
    const disk = await workplace.folder();
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}m,mode=755`, 'chancery', disk]);
    if (mounted.status !== 0)
      return 'A disk of its own for the database cannot be made here: that takes Linux and root.';
    const dataDir = join(disk, 'data');
    mkdirSync(dataDir);
    const filler = join(disk, 'filler');
    const one = await OneServer.start(workplace, { dataDir });
    return {
      origin: () => one.front.address,
      databaseUrl: () => one.databaseUrl(),
      async harm(gathering) {
        fill(filler);
        try {
          await until('the database finds the disk full', () => findsDiskFull(one.databaseUrl()));
          await gathering.typeFor(1_000 + workplace.random() * 2_000);
        } finally {
          rmSync(filler);
        }
        await until('the database works again', () => one.isReady());
      },
      async close() {
        await one.close();
        spawnSync('umount', [disk]);
      },
    };
  },
};

/** Has the database use up the room that it has set aside, and answers whether it came to the end of it. */
async function findsDiskFull(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  // The disk may be the end of the database.
  let ended = false;
  client.on('error', () => {
    ended = true;
  });
  try {
    await client.connect();
    await client.query('CREATE TABLE crowd AS SELECT md5(n::text) FROM generate_series(1, 10000000) AS n');
    return false;
  } catch (error) {
    return ended || (error instanceof Error && 'code' in error && error.code === diskFull);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Writes until nothing more can be written. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (const piece of [Buffer.alloc(1 << 20), Buffer.alloc(1 << 10)]) {
      for (;;) {
        try {
          writeSync(file, piece);
        } catch {
          break;
        }
      }
    }
  } finally {
    closeSync(file);
  }
}
