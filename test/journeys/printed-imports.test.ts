import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { barriers, overflow } from '../support/accessible.js';
import { atDesk } from '../support/at-desk.js';
import type { RunningChancery } from '../support/chancery.js';

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
  await page.getByRole('button', { name: 'Cancel the import' }).click();
  await page.getByRole('button', { name: 'Cancel the import' }).click();
  const said = page.locator('main').getByText('The import is cancelled. No letter was made or touched.');
  await said.waitFor();
  expect(await said.isVisible()).toBe(true);
  await page.getByText('No text has been sent yet.').waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
});
