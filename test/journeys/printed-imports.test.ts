import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { barriers, overflow } from '../support/accessible.js';
import { atDesk } from '../support/at-desk.js';
import type { RunningChancery } from '../support/chancery.js';
import { until } from '../support/desk.js';
import { dropFiles } from '../support/drop-files.js';
import { focusedName } from '../support/keyboard.js';

let chancery: RunningChancery;
let page: Page;
atDesk((running, opened) => {
  chancery = running;
  page = opened;
});

const file = (name: string, words: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) });
const letter = 'London, May 1, 1850\n\nMy dear Sir,\n\nI write to you.\n\nYours truly,\n\nA. Adams\n';

test('what is wrong with a file is told of by itself, and a cancelled import is seen to be cancelled', async () => {
  await page.goto(`${chancery.address}/volumes/volume-two/printed`);
  const input = 'input[aria-label="Text of a printed volume"]';
  await page.setInputFiles(input, file('large.txt', 'x'.repeat(12 * 1024 * 1024 + 1)));
  await page.getByText('“large.txt” is larger than 12 MB.').waitFor();
  await page.setInputFiles(input, [file('a.txt', letter), file('b.docx', 'no document')]);
  await page.getByText('1 letter found.').waitFor();
  await page.getByText('b.docx is not read: This is no document of a word processor').waitFor();
  const cancel = page.getByRole('button', { name: 'Cancel the import' });
  await cancel.click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Go on with it' }).waitFor({ state: 'detached' });
  await cancel.click();
  await cancel.click();
  const said = page.locator('main').getByText('The import is cancelled. No letter was made or touched.');
  await said.waitFor();
  expect(await said.isVisible()).toBe(true);
  await page.getByText('No text has been sent yet.').waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
});

test('a rule is tried, used and taken back without the keys losing their place', async () => {
  await page.goto(`${chancery.address}/volumes/volume-two/printed`);
  await page.setInputFiles('input[aria-label="Text of a printed volume"]', file('kept.txt', letter));
  await page.getByText('1 letter found.').waitFor();
  await page.getByRole('button', { name: 'Rules' }).click();
  const patterns = page.getByLabel('Patterns, one a line; none switches the rule off');
  const usual = await patterns.inputValue();
  await patterns.fill('^Letter (?<number>\\d+)$');
  const use = page.getByRole('button', { name: 'Read the text by it' });
  await use.press('Enter');
  const back = page.getByRole('button', { name: 'Back to the usual' });
  await back.waitFor();
  expect(await focusedName(page)).toBe('Read the text by it');
  const came = page.getByRole('region', { name: 'What came of it' });
  await came.getByText('The text has been read by these rules.').waitFor();
  await came.getByRole('row', { name: /^Letters found 1 \d/ }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await back.press('Enter');
  await back.waitFor({ state: 'detached' });
  expect(await patterns.inputValue()).toBe(usual);
  expect(await patterns.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: 'All lines' }).click();
  await page
    .getByText(/^\d+ lines: \d+ used, 0 left out with a reason, 0 without a place yet, \d+ empty\.$/)
    .waitFor();
});

test('files are dropped with their folder', async () => {
  await page.goto(`${chancery.address}/volumes/volume-two/printed`);
  const folder = await mkdtemp(join(tmpdir(), 'chancery-dropped-'));
  try {
    for (const name of ['a.txt', 'b.txt', '.hidden'])
      await writeFile(join(folder, name), letter.replace('A. Adams', `A. ${name}`));
    await dropFiles(page, '.drop', [folder]);
    await page.getByText('2 letters found.').waitFor();
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('the list of doubts goes with the keys', async () => {
  const some = Array.from(
    { length: 30 },
    (_, at) => `No. ${at + 1}\n\nFROM A TO B\n\nDear Sir, I write to you.*\n\nA. Adams\n`,
  );
  await page.goto(`${chancery.address}/volumes/volume-two/printed`);
  await page.setInputFiles('input[aria-label="Text of a printed volume"]', file('many.txt', some.join('\n')));
  await page.getByText('30 letters found.').waitFor();
  const current = page.locator('.doubt-list [aria-current]');
  await current.waitFor();
  const first = await current.textContent();
  for (let times = 0; times < 20; times += 1) await page.keyboard.press('j');
  await until(async () => (await current.textContent()) !== first);
  await until(async () => {
    const [list, item] = [await page.locator('.doubt-list').boundingBox(), await current.boundingBox()];
    return (
      list !== null &&
      item !== null &&
      item.y >= list.y - 1 &&
      item.y + item.height <= list.y + list.height + 1
    );
  });
});
