import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cleanUploads } from './clean-uploads.js';
import { ImageStore } from './image-store.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-uploads-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const hour = 3_600_000;
const hash = (digit: string) => digit.repeat(64);

/** A part that was sent so many hours ago. */
async function sent(store: ImageStore, sha256: string, part: number, hours: number): Promise<void> {
  await store.keepPart('small-volume', sha256, part, new Uint8Array([part]));
  const [edition = ''] = await readdir(join(folder, 'parts'));
  const at = new Date(Date.now() - hours * hour);
  await utimes(join(folder, 'parts', edition, sha256, String(part)), at, at);
}

test('what nobody has gone on with for a day is taken away when the server starts, and the rest stays', async () => {
  const store = ImageStore.inFolder(folder);
  await sent(store, hash('a'), 0, 49);
  await sent(store, hash('a'), 1, 48);
  // Begun long ago, and gone on with today.
  await sent(store, hash('b'), 0, 48);
  await sent(store, hash('b'), 1, 2);
  await sent(store, hash('c'), 0, 1);
  const end = cleanUploads(store);
  await expect.poll(() => store.partsOf('small-volume', hash('a'))).toEqual([]);
  end();
  expect(await store.partsOf('small-volume', hash('b'))).toEqual([0, 1]);
  expect(await store.partsOf('small-volume', hash('c'))).toEqual([0]);
});

test('it is done every day, until it is ended, and what fails is tried again', async () => {
  vi.useFakeTimers({ now: 10 * 24 * hour });
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const asked: Date[] = [];
  const end = cleanUploads({
    async removeUnfinished(before) {
      asked.push(before);
      throw new TypeError('no such disk');
    },
  });
  await vi.advanceTimersByTimeAsync(24 * hour);
  end();
  await vi.advanceTimersByTimeAsync(48 * hour);
  expect(asked).toEqual([new Date(9 * 24 * hour), new Date(10 * 24 * hour)]);
  expect(said).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a store in which nothing was sent is left as it is', async () => {
  await ImageStore.inFolder(folder).removeUnfinished(new Date());
  expect(await readdir(folder)).toEqual([]);
});
