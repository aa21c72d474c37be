import { mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { OutputFolder, standingPublication } from './output-folder.js';

let folder: string;
let out: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-output-'));
  out = join(folder, 'edition');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function publishAs(words: string): Promise<void> {
  const made = await OutputFolder.begin(out);
  await made.write('web', 'index.html', words);
  await made.commit();
}

const page = () => readFile(join(out, 'index.html'), 'utf8');
const beside = async () => (await readdir(folder)).filter((name) => name !== 'edition');

it('keeps nothing of a publication that another has replaced meanwhile', async () => {
  await publishAs('first');
  const slow = await OutputFolder.begin(out);
  await slow.write('txt', 'volume.txt', 'words');
  await slow.keep('web');
  await publishAs('second');
  await expect(slow.commit()).rejects.toMatchObject({ code: 'overtaken' });
  await slow.abandon();
  expect(await page()).toBe('second');
  expect(await beside()).toEqual([]);
});

it('takes the place of one that ended meanwhile, where it is whole itself', async () => {
  await publishAs('first');
  const slow = await OutputFolder.begin(out);
  await slow.write('web', 'index.html', 'slow');
  await publishAs('second');
  await slow.commit();
  expect(await page()).toBe('slow');
  expect(await beside()).toEqual([]);
});

it('takes the place of none that it would forget a release or an address of', async () => {
  await publishAs('first');
  const slow = await OutputFolder.begin(out);
  await slow.write('web', 'index.html', 'slow');
  const release = await OutputFolder.begin(out);
  release.enterRelease({ name: '1.0', date: '2026-01-01' });
  await release.write('web', 'index.html', 'release');
  await release.commit();
  const knows = await OutputFolder.begin(out);
  await knows.write('web', 'index.html', 'knows');
  await expect(slow.commit()).rejects.toMatchObject({ code: 'overtaken' });
  await slow.abandon();
  const more = await OutputFolder.begin(out);
  await more.write('web', 'index.html', 'more');
  await more.write('web', 'letters/a/index.html', 'a');
  await more.commit();
  await expect(knows.commit()).rejects.toMatchObject({ code: 'overtaken' });
  await knows.abandon();
  expect(await page()).toBe('more');
  expect(await beside()).toEqual([]);
});

it('takes over no file that another has replaced meanwhile', async () => {
  const first = await OutputFolder.begin(out);
  await first.write('web', 'index.html', 'first');
  first.reuse('web').note('front', { key: 'k', files: ['index.html'], warnings: [] });
  await first.commit();
  const slow = await OutputFolder.begin(out);
  await publishAs('second');
  expect(slow.reuse('web').take('front', 'k')).toBeUndefined();
  await slow.abandon();
});

it.each([
  ['is gone', '999999999'],
  ['was killed before it wrote its number', ''],
])('waits for no process that %s', async (_what, owner) => {
  const turn = join(folder, '.edition.turn');
  await writeFile(turn, owner);
  const anHourAgo = Date.now() / 1000 - 3600;
  await utimes(turn, anHourAgo, anHourAgo);
  await publishAs('first');
  expect(await page()).toBe('first');
  expect(await beside()).toEqual([]);
});

it('has a publication that stands at each moment of being replaced', async () => {
  expect(await standingPublication(out)).toBeUndefined();
  await publishAs('first');
  const standing = new Set<string | undefined>();
  let replaced = false;
  const looking = (async () => {
    while (!replaced) standing.add(await standingPublication(out));
  })();
  for (let each = 0; each < 30; each += 1) await publishAs(`number ${each}`);
  replaced = true;
  await looking;
  expect([...standing]).toContain(out);
  expect([...standing]).not.toContain(undefined);
});

it('finds the last publication beside the folder where a process died while it was replaced', async () => {
  await publishAs('first');
  const last = join(folder, '.edition.last-999999999-1');
  await rename(out, last);
  await mkdir(join(folder, '.edition.building-999999999-2'));
  expect(await standingPublication(out)).toBe(last);
  await publishAs('second');
  expect(await standingPublication(out)).toBe(out);
  expect(await beside()).toEqual([]);
});
