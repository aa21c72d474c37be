import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from '../support/accessible.js';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import { editable, saved, signIn, signInAs, teiOf, textOf } from '../support/desk.js';

const letter = 'stalin-1941-08-04';

let chancery: RunningChancery;
let browser: Browser;
let chief: Page;
let one: Page;
let two: Page;

beforeAll(async () => {
  [chancery, browser] = await Promise.all([startChancery(), openBrowser()]);
  const page = async () => (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  [chief, one, two] = [await page(), await page(), await page()];
  await signIn(chief, chancery);
  await signInAs(one, chancery, { name: 'Transcriber One', role: 'transcriber' });
  await signInAs(two, chancery, { name: 'Transcriber Two', role: 'transcriber' });
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
});

const collations = (page: Page) => page.goto(`${chancery.address}/volumes/volume-two/collation`);

test('the chief editor has a letter keyed twice', async () => {
  await collations(chief);
  await chief.getByLabel('Letter', { exact: true }).selectOption('stalin-1941-08-04');
  await chief.getByLabel('Transcriber A').selectOption({ label: 'Transcriber One' });
  await chief.getByLabel('Transcriber B').selectOption({ label: 'Transcriber Two' });
  await chief.getByRole('button', { name: 'Begin' }).press('Enter');
  await chief.getByText('Being keyed.').waitFor();
  expect(await barriers(chief)).toEqual([]);
});

/** Keys a text into the blank letter that waits, and hands it in. */
async function key(page: Page, text: string): Promise<void> {
  await collations(page);
  await page.getByRole('link', { name: /^Key No. 1/ }).click();
  await editable(page);
  await textOf(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
  await saved(page);
  await collations(page);
  await page.getByRole('link', { name: 'Hand in' }).click();
  await page.getByRole('button', { name: 'Hand my transcription in' }).click();
  await page.getByRole('button', { name: 'Hand my transcription in' }).waitFor({ state: 'detached' });
}

test('each keys it without seeing the other’s text', async () => {
  await key(one, 'The U.S.S.R. attaches great importance to neutralising Finland, and to ten years.');
  expect((await two.request.get(`${chancery.address}/api/letters/${letter}~a`)).status()).toBe(404);
  await key(two, 'The U.S.S.R. attaches great Importance to neutralizing Finland and to 10 years.');
});

test('what they differ in is decided by single keys', async () => {
  await collations(chief);
  await chief.getByRole('link', { name: 'Open the collation' }).click();
  const list = chief.getByRole('complementary', { name: 'Discrepancies' });
  await list.getByText('4 places differ.').waitFor();
  expect(await chief.evaluate(() => document.activeElement?.getAttribute('data-choice'))).toBe('a');
  expect(await barriers(chief)).toEqual([]);
  await chief.keyboard.press('a');
  await chief.getByText('1 of 4 settled').waitFor();
  await chief.keyboard.press('b');
  await chief.getByText('2 of 4 settled').waitFor();
  await chief.keyboard.press('q');
  await list.getByText('Referred').waitFor();
  await chief.keyboard.press('o');
  await chief.keyboard.press('Escape');
  await chief.keyboard.press('o');
  await chief.getByLabel('Another reading').fill('twenty');
  await chief.keyboard.press('Enter');
  await chief.getByText('3 of 4 settled').waitFor();
  await list.getByRole('button', { name: /^3/ }).press('Enter');
  await chief.locator('[data-choice="a"]').press('a');
  await chief.getByText('4 of 4 settled').waitFor();
  await chief.getByRole('button', { name: /^Make the letter/ }).press('Enter');
  await chief.getByText('The letter is made of its two transcriptions.').first().waitFor();
  expect(await teiOf(chief, chancery, letter)).toContain(
    '<p>The U.S.S.R. attaches great importance to neutralizing Finland, and to twenty years.</p>',
  );
});
