import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTeiFolder } from './node.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-importing-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the sample volume is read without an error, in its order', async () => {
  const corpus = join(dirname(fileURLToPath(import.meta.url)), '../../../corpus');
  const { edition, report } = await readTeiFolder([corpus]);
  expect(report.findings).toEqual([]);
  expect(edition?.volume?.path).toBe('volume.xml');
  expect(edition?.letters.map(({ id }) => id)).toEqual([
    'stalin-1941-08-04',
    'roosevelt-churchill-1941-08-15',
    'roosevelt-1941-09-30',
    'stalin-1941-10-03',
    'aide-memoire-1941-11-02',
    'stalin-1941-11-04',
    'roosevelt-1941-11-06',
  ]);
});

test('hidden folders, other files and installed packages are passed over', async () => {
  for (const name of ['.git', 'node_modules', 'letters']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, `${name}.xml`), '<TEI/>');
  }
  writeFileSync(join(folder, 'readme.txt'), 'no TEI');
  const { report } = await readTeiFolder([folder]);
  expect(report.rows.map((row) => row.file)).toEqual(['letters/letters.xml']);
});

test('a file of 60 MB is refused without being loaded', async () => {
  writeFileSync(join(folder, 'large.xml'), '');
  truncateSync(join(folder, 'large.xml'), 60 * 1024 * 1024);
  const { report } = await readTeiFolder([folder]);
  expect(report.findings).toMatchObject([{ file: 'large.xml', code: 'file-too-large' }]);
});

test.skipIf(process.platform === 'win32')('a pipe is told of and not waited for', async () => {
  spawnSync('mkfifo', [join(folder, 'pipe.xml')]);
  const { report } = await readTeiFolder([folder]);
  expect(report.findings).toMatchObject([{ file: 'pipe.xml', code: 'unreadable' }]);
});

test('a path that leads nowhere is told of', async () => {
  const { report } = await readTeiFolder([join(folder, 'nowhere')]);
  expect(report.findings).toMatchObject([{ file: 'nowhere', code: 'unreadable' }]);
  expect(report.findings[0]?.message).toContain('there is no such file');
});
