import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers, overflow } from '../support/accessible.js';
import { atDesk } from '../support/at-desk.js';
import type { RunningChancery } from '../support/chancery.js';
import { runCommand } from '../support/command.js';
import { until } from '../support/desk.js';
import { focusedName, tabTo } from '../support/keyboard.js';
import { seriesDocument, seriesFile } from '../support/tei-file.js';

const series = seriesFile('series', 'Growing', ['k', 'l', 'm']);

let chancery: RunningChancery;
let page: Page;
let folder: string;
atDesk((running, opened) => {
  chancery = running;
  page = opened;
});
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-files-'));
  await writeFile(join(folder, 'series.xml'), series);
  const { status, err } = await runCommand(
    'import',
    folder,
    '--edition',
    'growing',
    '--data',
    chancery.dataDir,
  );
  expect(status, err).toBe(0);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What stands in the file of the series when the letters are exported. */
async function exported(name: string): Promise<string> {
  const out = join(folder, name);
  const { status } = await runCommand('export', out, '--edition', 'growing', '--data', chancery.dataDir);
  expect(status).toBe(0);
  return readFile(join(out, 'series.xml'), 'utf8');
}

const panel = () => page.locator('.returned');

test('letters are taken out as an archive, which changes nothing as it is', async () => {
  await page.goto(`${chancery.address}/volumes/growing/files`);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Take the letters out' }).click();
  const file = await (await saving).path();
  const archive = { name: 'growing.zip', mimeType: 'application/zip', buffer: await readFile(file) };
  await page.setInputFiles('input[aria-label="Archive of letters"]', archive);
  await panel().getByText('Nothing is to be brought back.').waitFor();
  expect(await panel().getByRole('button', { name: 'Bring them back' }).count()).toBe(0);
  await panel().getByRole('button', { name: 'Forget these files' }).click();
  await panel().waitFor({ state: 'detached' });
  await page.locator('.said', { hasText: 'The files are forgotten. Nothing was changed.' }).waitFor();
  await until(async () => (await focusedName(page)).startsWith('The files are forgotten'));
});

test('a document that its file has no more leaves it by a decision, made by keys alone, and comes back by one', async () => {
  await exported('out');
  const without = series.replace(`\n${seriesDocument('m')}`, '').replace('All of l', 'Most of l');
  await writeFile(join(folder, 'out/series.xml'), without);
  await page.setInputFiles('input[aria-label="Folder of letters"]', join(folder, 'out'));
  await panel().getByText('series.xml has no more: m.').waitFor();
  await panel().getByText('as in the files, as a revision: l.').waitFor();
  expect(await focusedName(page)).toBe('What “out” would do');
  await tabTo(page, /^Leave them as they are here/);
  await page.keyboard.press('ArrowDown');
  await panel().getByText('m will leave series.xml.').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.setViewportSize({ width: 820, height: 1100 });
  expect(await overflow(page)).toBe(0);
  await page.setViewportSize({ width: 1440, height: 900 });
  await tabTo(page, 'Bring them back');
  await page.keyboard.press('Enter');
  await panel().getByText('m left series.xml.').waitFor();
  await panel().getByText('1 letter brought up to date: l.').waitFor();
  expect(await exported('without')).toBe(without);
  expect(await readFile(join(folder, 'without/series/m.xml'), 'utf8')).toContain('All of m is here.');

  await writeFile(join(folder, 'without/series.xml'), series.replace('All of l', 'Most of l'));
  await page.setInputFiles('input[aria-label="Folder of letters"]', join(folder, 'without'));
  await panel().getByText('series.xml has again: m.').waitFor();
  await panel().getByRole('radio', { name: 'Have them as in the files' }).check();
  await panel().getByText('m will come back into series.xml.').waitFor();
  await panel().getByRole('button', { name: 'Bring them back' }).click();
  await panel().getByText('m came back into series.xml.').waitFor();
  expect(await exported('back')).toContain('All of m is here.');
});

test('a mistake is told with its line, and nothing is brought back', async () => {
  await exported('wrong');
  await writeFile(join(folder, 'wrong/series.xml'), series.replace('<p>All of k', '<p>All of <k'));
  await page.setInputFiles('input[aria-label="Folder of letters"]', join(folder, 'wrong'));
  await panel().getByText('1 mistake. Nothing is brought back while there is one').waitFor();
  await panel().getByText('series.xml, line 4').waitFor();
  expect(await panel().getByRole('button', { name: 'Bring them back' }).count()).toBe(0);
  await page.setInputFiles('input[aria-label="Archive of letters"]', {
    name: 'letters.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('no archive'),
  });
  await panel().getByText('This is no archive (ZIP) that can be unpacked.').waitFor();
});
