import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import {
  caretBehind,
  openLetter,
  sampleLetter,
  saved,
  signIn,
  signInAs,
  teiOf,
  textOf,
} from '../support/desk.js';

const letter = 'stalin-1941-08-04';

let chancery: RunningChancery;
let browser: Browser;
let first: Page;
let second: Page;

beforeAll(async () => {
  [chancery, browser] = await Promise.all([startChancery(), openBrowser()]);
  const viewport = { width: 1280, height: 800 };
  first = await (await browser.newContext({ viewport })).newPage();
  second = await (await browser.newContext({ viewport })).newPage();
  await signIn(first, chancery);
  await signInAs(second, chancery, { name: 'Editor Two', role: 'editor' });
  await Promise.all([openLetter(first, chancery, letter), openLetter(second, chancery, letter)]);
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
});

test('each window sees what is typed in the other', async () => {
  await caretBehind(first, 'great importance');
  await first.keyboard.type(' and weight');
  await textOf(second).getByText('great importance and weight').waitFor();
});

test('typing in both at once, they end equal, and so does the TEI', async () => {
  await Promise.all([caretBehind(first, 'and weight'), caretBehind(second, 'conflicts among')]);
  await Promise.all([first.keyboard.type(' and urgency'), second.keyboard.type(' others')]);
  await Promise.all([
    textOf(first).getByText('conflicts among others').waitFor(),
    textOf(second).getByText('weight and urgency').waitFor(),
  ]);
  await Promise.all([saved(first), saved(second)]);
  expect(await textOf(first).innerText()).toBe(await textOf(second).innerText());
  const source = await sampleLetter(letter);
  expect(await teiOf(first, chancery, letter)).toBe(
    source
      .replace('great importance', 'great importance and weight and urgency')
      .replace('conflicts among', 'conflicts among others'),
  );
});

test('what both took away at once stands there once when both undo it', async () => {
  const before = await textOf(first).innerText();
  const erase = async (page: Page, words: string) => {
    await caretBehind(page, 'more resolute');
    for (const _key of words) await page.keyboard.press('Backspace');
  };
  await first.context().setOffline(true);
  await erase(first, ' more resolute');
  await first.getByText(/^Offline – 14 changes kept on this device$/).waitFor();
  await erase(second, ' resolute');
  await saved(second);
  await first.context().setOffline(false);
  await Promise.all(
    [first, second].map((page) => textOf(page).getByText('would be in the matter').waitFor()),
  );
  await Promise.all([saved(first), saved(second)]);
  await first.keyboard.press('Control+z');
  await textOf(second).getByText('would be more in the matter').waitFor();
  await second.keyboard.press('Control+z');
  await textOf(first).getByText('would be more resolute in the matter').waitFor();
  await Promise.all([saved(first), saved(second)]);
  expect(await textOf(first).innerText()).toBe(before);
  expect(await textOf(second).innerText()).toBe(before);
});
