import { expect, test } from 'vitest';
import { oneFile } from './one-file.js';

const sized = (name: string, megabytes: number) =>
  Object.defineProperty(new File([], name), 'size', { value: megabytes * 1024 * 1024 });

test('several files are sent as an archive, one as it is', async () => {
  const one = new File(['Words'], 'a.md');
  expect(await oneFile([one])).toBe(one);
  const packed = await oneFile([one, new File(['More'], 'b.txt')]);
  expect(packed.name).toBe('a.md and 1 more.zip');
  expect(await packed.text()).toContain('b.txt');
});

test('what is too large is named before it is read', async () => {
  await expect(oneFile([sized('a.md', 1), sized('huge.txt', 2_048)])).rejects.toThrow(
    '“huge.txt” is larger than 12 MB.',
  );
  await expect(oneFile([sized('a.md', 8), sized('b.md', 8)])).rejects.toThrow('Together these files');
  await expect(oneFile([])).rejects.toThrow('no file');
});
