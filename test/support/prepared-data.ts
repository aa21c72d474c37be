import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preparedData, startChancery } from './chancery.js';

/**
 * Has one Chancery make its database and load the sample volume; each journey then begins on a copy of what it left,
 * which takes half the time. On Windows each makes its own.
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.platform === 'win32') return async () => undefined;
  const folder = await mkdtemp(join(tmpdir(), 'chancery-prepared-'));
  const chancery = await startChancery({ dataDir: folder });
  await chancery.end();
  process.env[preparedData] = folder;
  return async () => {
    delete process.env[preparedData];
    await rm(folder, { recursive: true, force: true });
  };
}
