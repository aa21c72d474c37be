import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { madeLeaf } from '../testing/test-images.js';
import { ImageReader } from './image-reader.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-reader-'));
  await writeFile(join(folder, 'leaf.jpg'), await madeLeaf({}));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = (limits: ConstructorParameters<typeof ImageReader>[0]) =>
  new ImageReader(limits).read(join(folder, 'leaf.jpg'), folder);

it('reads a file in a process of its own', async () => {
  expect(await read({})).toEqual([{ page: 0, width: 600, height: 800, levels: 3 }]);
});

it('ends a reading that takes too much memory, or too long, and says so', async () => {
  await expect(read({ memory: 1024 * 1024 })).rejects.toThrow('takes more memory to read than 1 MB.');
  await expect(read({ milliseconds: 1 })).rejects.toThrow('takes longer to read than 0.001 seconds.');
});

it('reads many files, few at once', async () => {
  const reader = new ImageReader();
  const own = () => mkdtemp(join(folder, 'made-'));
  const all = await Promise.all(
    [1, 2, 3, 4].map(async () => reader.read(join(folder, 'leaf.jpg'), await own())),
  );
  expect(all).toHaveLength(4);
});
