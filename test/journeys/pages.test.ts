import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from '../support/accessible.js';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import { caretBehind, openLetter, saved, signIn, textOf, until } from '../support/desk.js';

const letter = 'roosevelt-churchill-1941-08-15';

let chancery: RunningChancery;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [chancery, browser] = await Promise.all([startChancery(), openBrowser()]);
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await signIn(page, chancery);
  await openLetter(page, chancery, letter);
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
});

/** The page on which the line of the caret is marked. */
const markedPage = () =>
  page
    .locator('.leaf:has(.caret-line) img')
    .getAttribute('alt')
    .then((alt) => alt?.slice(0, 'Page 1 of 2'.length))
    .catch(() => undefined);

test('the pages stand beside the text, say what is typed, and follow the caret; by keys alone', async () => {
  await textOf(page).focus();
  await page.keyboard.press('Control+m');
  await page.keyboard.press('v');
  const first = page.getByRole('img', { name: /^Page 1 of 2: No\. 2/ });
  await first.waitFor();
  expect(await barriers(page)).toEqual([]);

  await caretBehind(page, 'Harry Hopkins');
  await until(async () => (await markedPage()) === 'Page 1 of 2');
  await page.keyboard.type(' the Elder');
  await saved(page);
  await page.getByRole('img', { name: /Harry Hopkins the Elder/ }).waitFor();

  await page.getByRole('button', { name: 'Next page' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Page 2 of 2', { exact: true }).waitFor();

  await page.reload();
  await first.waitFor();
  await textOf(page).focus();
  await page.keyboard.press('Control+m');
  await page.keyboard.press('v');
  await first.waitFor({ state: 'detached' });
});
