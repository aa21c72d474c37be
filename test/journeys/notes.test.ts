import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from '../support/accessible.js';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import { signIn } from '../support/desk.js';
import { tabTo } from '../support/keyboard.js';

let chancery: RunningChancery;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [chancery, browser] = await Promise.all([startChancery(), openBrowser()]);
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await signIn(page, chancery);
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
});

const note = () => page.getByRole('region', { name: 'Endnote 3' });
const decision = () => page.getByRole('complementary', { name: 'Decision' });
const state = (words: string) =>
  note()
    .getByText(new RegExp(`^${words} since`))
    .waitFor();

describe('a note that three letters call, by keys alone', () => {
  test('it is found in the queue of all notes, with the sentences that call it', async () => {
    await tabTo(page, 'Notes');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing awaits you.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.goto(`${chancery.address}/volumes/volume-two/notes?show=all&series=endnote`);
    const third = page.getByRole('link', { name: /^Endnote 3/ });
    await third.focus();
    await page.keyboard.press('Enter');
    await state('Draft');
    expect(await third.innerText()).toContain('Called 3 times: Nos. 4, [5], [6]');
    expect(await note().getByRole('listitem').count()).toBe(3);
  });

  test('it is sent to review, and returned with a reason', async () => {
    await page.keyboard.press('s');
    await state('In review');
    await page.keyboard.press('r');
    await page.keyboard.type('Say when it was held.');
    await tabTo(page, /^Return/);
    await page.keyboard.press('Enter');
    await state('Changes requested');
    await decision().getByText('Returned: Say when it was held.').waitFor();
  });

  test('it is sent again, read where it is called, approved, and the approval is taken back', async () => {
    await page.getByRole('link', { name: /^Endnote 3/ }).focus();
    await page.keyboard.press('s');
    await state('In review');
    await page.keyboard.press('Space');
    await note().getByText('1 of 3 read in context').waitFor();
    await page.keyboard.press('a');
    await state('Approved');
    await decision().getByText('Approved; 2 callouts not read in context').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('z');
    await state('In review');
  });
});
