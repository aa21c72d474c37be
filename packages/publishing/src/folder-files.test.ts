import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { digestOfFile, fileSha256 } from './folder-files.js';

const ofAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

test('the sum of a file is that of its bytes; behind a link only where whoever asks follows it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-sum-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const [file, link, none] = ['abc', 'link', 'none'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await writeFile(file, 'abc');
  await symlink(file, link);
  expect([await fileSha256(file), await fileSha256(link)]).toEqual([ofAbc, ofAbc]);
  await expect(fileSha256(none)).rejects.toThrow('ENOENT');
  expect(await Promise.all([file, link, none].map(digestOfFile))).toEqual([ofAbc, undefined, undefined]);
});
