import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from '../support/accessible.js';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import { runCommand } from '../support/command.js';
import { editable, sampleLetter, saved, signIn, teiOf, textOf } from '../support/desk.js';

let chancery: RunningChancery;
let browser: Browser;
let page: Page;
let folder: string;
/** A letter of the sample volume under another name, whole, and with a tag closed by another. */
let sound: string;
let faulty: string;

beforeAll(async () => {
  const [started, opened, sample] = await Promise.all([
    startChancery(),
    openBrowser(),
    sampleLetter('stalin-1941-10-03'),
  ]);
  [chancery, browser] = [started, opened];
  sound = sample.replace('xml:id="stalin-1941-10-03"', 'xml:id="found-later"');
  faulty = sound.replace('</salute>', '</salut>');
  folder = await mkdtemp(join(tmpdir(), 'chancery-mend-'));
  await writeFile(join(folder, 'found-later.xml'), faulty);
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(page, chancery);
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

function importing(...more: string[]) {
  return runCommand('import', folder, '--edition', 'volume-two', '--data', chancery.dataDir, ...more);
}

test('the command says how such a file can be taken, and takes it so', async () => {
  const refused = await importing();
  expect(refused.status).toBe(1);
  expect(refused.err).toMatch(/found-later\.xml:52:\d+: error: .*<\/salut>/);
  expect(refused.err).toContain('--to-mend');
  const taken = await importing('--to-mend');
  expect(taken.err).toContain('1 file to be mended at the desk');
  expect(taken.status).toBe(0);
});

test('it waits over the calendar, and opens in its source with the place marked', async () => {
  await page.reload();
  const waiting = page.getByRole('region', { name: 'To be mended' });
  await waiting.getByText(/Line 52: .*<\/salut>/).waitFor();
  expect(await barriers(page)).toEqual([]);
  await waiting.getByRole('link', { name: 'found-later.xml' }).press('Enter');
  const source = page.getByRole('textbox', { name: 'Source of found-later.xml' });
  await source.waitFor();
  await page.getByText('Not well-formed, line 52').waitFor();
  await page.locator('.cm-fault').waitFor();
  expect(await textOf(page).count()).toBe(0);
  expect(await source.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  expect(await barriers(page)).toEqual([]);
});

test('exporting gives it as it is', async () => {
  const out = join(folder, 'out');
  expect(
    (await runCommand('export', out, '--edition', 'volume-two', '--data', chancery.dataDir)).status,
  ).toBe(0);
  expect(await readFile(join(out, 'found-later.xml'), 'utf8')).toBe(faulty);
});

test('what is written is kept, is mended, and opens as a letter', async () => {
  // The caret stands where the file is not well-formed: before </salut>.
  await page.keyboard.type('!');
  await saved(page);
  await page.reload();
  await page.getByText('Not well-formed, line 52').waitFor();
  await page.locator('.cm-line', { hasText: '!</salut>' }).waitFor();
  await page.keyboard.press('Backspace');
  for (let at = 0; at < '</salut'.length; at += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('e');
  await page.getByText('The file is well-formed.').waitFor();
  await saved(page);
  await page.getByRole('button', { name: 'Open as a letter' }).click();
  await page.waitForURL('**/letters/found-later');
  await editable(page);
  expect(await teiOf(page, chancery, 'found-later')).toBe(sound);
  await page.goto(chancery.address);
  await page
    .getByRole('grid')
    .getByText(/Stalin to F\. Roosevelt/)
    .first()
    .waitFor();
  expect(await page.getByRole('region', { name: 'To be mended' }).count()).toBe(0);
});
