import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import {
  caretBehind,
  editable,
  keptOnDevice,
  openLetter,
  sampleLetter,
  saved,
  signIn,
  teiOf,
  textOf,
  until,
} from '../support/desk.js';

let chancery: RunningChancery;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [chancery, browser] = await Promise.all([startChancery(), openBrowser()]);
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  await signIn(page, chancery);
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
});

beforeEach(() => {
  // The desk asks before it is left with changes that wait.
  page.removeAllListeners('dialog');
  page.on('dialog', (dialog) => dialog.accept().catch(() => undefined));
});

test('a dead server stops nobody from typing, and loses nothing', async () => {
  const letter = 'stalin-1941-10-03';
  await openLetter(page, chancery, letter);
  await caretBehind(page, 'deep gratitude');
  await page.keyboard.type(', lasting');
  await chancery.kill();
  await page.keyboard.type(' and sincere');
  await page
    .getByRole('contentinfo')
    .getByText(/^Offline – [1-9]\d* changes? kept on this device$/)
    .waitFor();
  await page.getByText('Keep working').waitFor();
  await page.keyboard.type(' and warm, ');
  await caretBehind(page, 'fully as possible');
  await page.keyboard.type(' in every');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('y way');
  await textOf(page).getByText('fully as possible in every way').waitFor();
  await chancery.restart();
  await saved(page);
  const source = await sampleLetter(letter);
  expect(await teiOf(page, chancery, letter)).toBe(
    source
      .replace('deep gratitude', 'deep gratitude, lasting and sincere and warm, ')
      .replace('fully as possible', 'fully as possible in every way'),
  );
});

test('a tab that is closed with unsent changes has them again when it is opened', async () => {
  const letter = 'roosevelt-1941-11-06';
  await openLetter(page, chancery, letter);
  await caretBehind(page, 'medical supplies');
  await chancery.kill();
  const words = ' [from the closed tab]';
  await page.keyboard.type(words);
  await until(async () => (await keptOnDevice(page)) === words.length);
  await page.close();
  await chancery.restart();
  page = await context.newPage();
  await openLetter(page, chancery, letter);
  await textOf(page).getByText(words.trim()).waitFor();
  await saved(page);
  const source = await sampleLetter(letter);
  expect(await teiOf(page, chancery, letter)).toBe(
    source.replace('medical supplies', `medical supplies${words}`),
  );
  await until(async () => (await keptOnDevice(page)) === 0);
});

test('a page that is loaded again in the middle of typing has lost nothing', async () => {
  const letter = 'stalin-1941-11-04';
  const words = ' one man, as it was written, word for word, while the page was loaded again, and';
  await openLetter(page, chancery, letter);
  await caretBehind(page, 'primarily to');
  await page.keyboard.type(words);
  await page.reload();
  await editable(page);
  await saved(page);
  const source = await sampleLetter(letter);
  expect(await teiOf(page, chancery, letter)).toBe(source.replace('primarily to', `primarily to${words}`));
});

test('a part of the desk that cannot be had leaves the text alone, and comes when it can be had', async () => {
  const palette = /\/palette-(?!entries-)[^/]*\.js$/;
  await page.route(palette, (route) => route.abort());
  await openLetter(page, chancery, 'stalin-1941-11-04');
  await page.keyboard.press('Control+k');
  const missing = page.getByRole('alert').filter({ hasText: 'could not be loaded' });
  await missing.waitFor();
  expect(await textOf(page).innerText()).toContain('one man, as it was written');
  await page.unroute(palette);
  await missing.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  expect(await missing.count()).toBe(0);
});
