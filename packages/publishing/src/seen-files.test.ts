import { copyFile, lstat, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SeenFiles } from './seen-files.js';

const written = new Date('2026-01-01');
let folder: string;
let page: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-seen-'));
  page = join(folder, 'page.html');
  await writeFile(page, 'one');
  await utimes(page, written, written);
  const seen = new SeenFiles(folder);
  seen.saw('page.html', await lstat(page), 'its digest');
  seen.keep();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const isStill = (sha256 = 'its digest', of = folder) => new SeenFiles(of).isStill(page, 'page.html', sha256);

it('knows a file again that nobody has touched, as what it was and nothing else, in the folder that it was in', () => {
  expect(isStill()).toBe(true);
  expect(isStill('another digest')).toBe(false);
  expect(isStill('its digest', tmpdir())).toBe(false);
});

it('does not take one for it that was written into, as long though it is', async () => {
  await writeFile(page, 'two');
  expect(isStill()).toBe(false);
});

it('does not take another for it that was put into its place, as long and as old though it is', async () => {
  const other = join(folder, 'other.html');
  await copyFile(page, other);
  await utimes(other, written, written);
  await rename(other, page);
  expect(isStill()).toBe(false);
});

it('does not take one for it that is gone', async () => {
  await rm(page);
  expect(isStill()).toBe(false);
});

it('says nothing of one that was written just now, which may be written into again at the same time', async () => {
  const now = new Date();
  await utimes(page, now, now);
  const seen = new SeenFiles(folder);
  seen.saw('page.html', await lstat(page), 'its digest');
  seen.keep();
  expect(isStill()).toBe(false);
});
