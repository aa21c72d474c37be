import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from '../support/accessible.js';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import { caretBehind, openLetter, saved, signIn, signInAs, textOf, until } from '../support/desk.js';

const letter = 'stalin-1941-08-04';

let chancery: RunningChancery;
let browser: Browser;
let first: Page;
let second: Page;

beforeAll(async () => {
  [chancery, browser] = await Promise.all([startChancery(), openBrowser()]);
  const viewport = { width: 1280, height: 600 };
  first = await (await browser.newContext({ viewport })).newPage();
  second = await (await browser.newContext({ viewport })).newPage();
  await signIn(first, chancery);
  await signInAs(second, chancery, { name: 'Editor Two', role: 'editor' });
  await openLetter(first, chancery, letter);
  await openLetter(second, chancery, letter);
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
});

const twoHere = () => first.getByRole('button', { name: 'ET: follow Editor Two' });
/** The words before the other's caret, in its paragraph. */
const beforeTheirCaret = (page: Page) =>
  page.evaluate(() => {
    const caret = document.querySelector('.others-caret');
    const block = caret?.closest('[data-tei]:not(span)');
    if (!caret || !block) return '';
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEndBefore(caret);
    return range.toString();
  });

test('each sees who else is there, and hears of it once', async () => {
  await twoHere().waitFor();
  await first.getByText('Editor Two joined.').waitFor({ state: 'attached' });
  await second.getByRole('list', { name: 'Also at this letter' }).getByRole('button').waitFor();
});

test('the caret of the other stands where it is, with the name, and stays with its words', async () => {
  await caretBehind(second, 'great importance');
  await until(async () => (await beforeTheirCaret(first)).endsWith('great importance'));
  expect(await first.locator('.others-caret').getAttribute('data-name')).toBe('Editor Two');
  // A box of its own within a word would let the line break there.
  const display = await first.locator('.others-caret').evaluate((caret) => getComputedStyle(caret).display);
  expect(display).toBe('inline');
  // What is typed before it moves it; the line is not broken by it.
  await caretBehind(first, 'attaches');
  await first.keyboard.type(' the');
  await until(async () => (await beforeTheirCaret(first)).endsWith('attaches the great importance'));
  await second.keyboard.type(' and weight');
  await until(async () => (await beforeTheirCaret(first)).endsWith('great importance and weight'));
  await saved(second);
  await second.keyboard.press('Shift+Control+ArrowLeft');
  await first.locator('.others-selection').getByText('weight').waitFor();
  expect(await textOf(first).textContent()).toContain('attaches the great importance and weight');
});

test('following goes with the other, until the person does something', async () => {
  await caretBehind(first, 'attaches');
  await twoHere().click();
  expect(await twoHere().getAttribute('aria-pressed')).toBe('true');
  await second.keyboard.press('Control+End');
  await until(() =>
    first.evaluate(() => {
      const box = document.querySelector('.others-caret')?.getBoundingClientRect();
      return box !== undefined && box.top > 0 && box.bottom < innerHeight;
    }),
  );
  expect(await barriers(first)).toEqual([]);
  await first.keyboard.press('Escape');
  await first.getByText('You no longer follow anybody.').first().waitFor({ state: 'attached' });
  expect(await twoHere().getAttribute('aria-pressed')).toBe('false');
});

test('who leaves is gone, with the caret', async () => {
  await second.goto('about:blank');
  await twoHere().waitFor({ state: 'detached' });
  await first.locator('.others-caret').waitFor({ state: 'detached' });
  await first.getByText('Editor Two left.').waitFor({ state: 'attached' });
});
