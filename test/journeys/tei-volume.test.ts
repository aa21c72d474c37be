import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers, overflow } from '../support/accessible.js';
import { atDesk } from '../support/at-desk.js';
import type { RunningChancery } from '../support/chancery.js';
import { embeddedDatabaseUrl } from '../support/embedded-database.mjs';
import { focusedName, tabTo } from '../support/keyboard.js';
import { seriesFile, teiFile } from '../support/tei-file.js';

const series = seriesFile('papers', 'Papers of the Office', ['k', 'l', 'm']);

let chancery: RunningChancery;
let page: Page;
let folder: string;
atDesk((running, opened) => {
  chancery = running;
  page = opened;
});
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-tei-'));
  await mkdir(join(folder, 'letters'));
  await writeFile(join(folder, 'letters/a.xml'), teiFile('of-a', 'To a', '<p>Of a.</p>'));
  await writeFile(join(folder, 'letters/b.xml'), teiFile('of-b', 'To b', '<p>Of <b.</p>'));
  await writeFile(join(folder, 'letters/c.xml'), '<html/>\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const panel = () => page.locator('.returned');
const choose = (text: string) =>
  page.setInputFiles('input[aria-label="Archive or file of TEI"]', {
    name: 'papers.xml',
    mimeType: 'application/xml',
    buffer: Buffer.from(text),
  });

test('a file of many documents becomes a volume, by keys alone, and the desk leads to it', async () => {
  await page.goto(chancery.address);
  await page.getByRole('link', { name: 'Volume', exact: true }).click();
  await page.getByRole('link', { name: 'Volume from TEI' }).click();
  await page.getByRole('heading', { name: 'Volume from TEI', level: 1 }).waitFor();
  await choose(series);
  await panel().getByText('A new volume, “Papers of the Office”, of 3 documents.').waitFor();
  await panel().getByText('papers.xml holds 3 documents, a div for each').waitFor();
  await expect.poll(() => focusedName(page)).toBe('What “papers.xml” would make');
  expect(await barriers(page)).toEqual([]);
  await tabTo(page, 'Bring in');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/volumes\/papers$/);
  await page.getByRole('link', { name: /Of l/ }).first().waitFor();
  await page.goto(`${chancery.address}/volumes/papers/log`);
  await page.getByText('imported 3 files').waitFor();
});

test('a volume that is here already is told of, and files can be forgotten', async () => {
  await page.goto(`${chancery.address}/volumes/papers/tei`);
  await choose(series);
  await panel().getByText('a volume of the same name, is here already').waitFor();
  await page.setInputFiles('input[aria-label="Archive or file of TEI"]', {
    name: 'notes.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF'),
  });
  await page.getByText('No TEI is among these files.').waitFor();
  await panel().waitFor({ state: 'detached' });
  await choose(series);
  await panel().getByRole('button', { name: 'Forget these files' }).click();
  await page.locator('.said', { hasText: 'The files are forgotten. Nothing was brought in.' }).waitFor();
  await panel().waitFor({ state: 'detached' });
});

test('mistakes are told with file and line, and what can be mended is brought in to be mended', async () => {
  const letters = () => page.setInputFiles('input[aria-label="Folder of TEI"]', join(folder, 'letters'));
  await letters();
  await panel().getByText('1 mistake. Nothing is brought in while there is one').waitFor();
  await panel().getByText('c.xml, line 1').waitFor();
  await panel().getByText('b.xml, line 4').waitFor();
  expect(await panel().getByRole('button', { name: 'Bring in' }).count()).toBe(0);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflow(page)).toBe(0);
  expect(await barriers(page)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await rm(join(folder, 'letters/c.xml'));
  await letters();
  const bring = panel().getByRole('button', { name: 'Bring in' });
  const title = panel().getByLabel('Title of the volume');
  expect(await title.inputValue()).toBe('letters');
  expect(await bring.getAttribute('aria-disabled')).toBe('true');
  await panel()
    .getByRole('checkbox', { name: /^Bring the volume in all the same/ })
    .check();
  await title.fill('');
  await bring.click();
  await panel().getByRole('alert').getByText('Give the volume a title.').waitFor();
  expect(await focusedName(page)).toBe('Title of the volume');
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.type('Letters to a and b');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/volumes\/letters$/);
  await page.getByRole('heading', { name: 'Letters to a and b' }).waitFor();
  await page.getByText('b.xml').first().waitFor();
});

test('a volume with nothing in it is not made: what would be needed is told', async () => {
  await page.goto(`${chancery.address}/volumes/papers/tei`);
  await choose(teiFile('of-b', 'To b', '<p>Of <b.</p>'));
  await panel()
    .getByText('No document could be read, and a volume with nothing in it is not made.')
    .waitFor();
  await panel().getByText('papers.xml, line').waitFor();
  expect(await panel().getByRole('button').allTextContents()).toEqual(['Forget these files']);
  expect(await panel().getByRole('checkbox').count()).toBe(0);
});

test('a house without a volume leads to both ways to begin one', async () => {
  const database = new pg.Client({ connectionString: embeddedDatabaseUrl(chancery.dataDir) });
  await database.connect();
  await database.query('DELETE FROM edition');
  await database.end();
  await page.goto(chancery.address);
  await page.getByRole('heading', { name: 'No volume yet' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('link', { name: 'Printed volume' }).click();
  await page.setInputFiles('input[aria-label="Text of a printed volume"]', {
    name: 'volume.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(
      'No. 1\n\nReceived on August 4, 1841\n\nA. ADAMS TO B. BOWEN\n\nIt came.\n\nA. ADAMS\n',
    ),
  });
  await page.getByText('1 letter found.').waitFor();
  await page.goto(chancery.address);
  await tabTo(page, 'Volume from TEI');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Volume from TEI', level: 1 }).waitFor();
  await choose(series);
  await panel().getByRole('button', { name: 'Bring in' }).click();
  await page.waitForURL(/\/volumes\/papers$/);
  await page.getByRole('link', { name: 'Chancery' }).click();
  await page.getByRole('link', { name: /Of l/ }).first().waitFor();
  // The text that was sent before is at hand in the volume, too.
  await page.goto(`${chancery.address}/volumes/papers/printed`);
  await page.getByRole('link', { name: 'volume.txt' }).waitFor();
});
