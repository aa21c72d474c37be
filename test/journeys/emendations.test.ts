import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from '../support/accessible.js';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import { caretBehind, openLetter, saved, signIn, teiOf } from '../support/desk.js';
import { tabTo } from '../support/keyboard.js';

const letter = 'stalin-1941-08-04';

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

describe('by keys alone', () => {
  test('words are emended, with the reason, who answers for it and how surely', async () => {
    await openLetter(page, chancery, letter);
    await caretBehind(page, 'have already borne fruit');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('Control+m');
    await page.keyboard.press('e');
    const form = page.getByRole('form', { name: 'Emend' });
    await form.waitFor();
    await expect
      .poll(() => form.getByLabel('The edition reads').evaluate((field) => field === document.activeElement))
      .toBe(true);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.type('fruits');
    await tabTo(page, 'Reason');
    await page.keyboard.type('a slip');
    await tabTo(page, 'Certainty');
    await page.keyboard.type('high');
    await tabTo(page, 'Emend');
    await page.keyboard.press('Enter');
    await saved(page);
    const tei = await teiOf(page, chancery, letter);
    expect(tei).toMatch(
      /borne <choice><sic>fruit<\/sic><corr type="slip" resp="#([\w-]+)" cert="high">fruits<\/corr><\/choice>/,
    );
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('textbox');
  });

  test('the list has it, as many as the letters hold, and leads to it', async () => {
    await page.goto(`${chancery.address}/volumes/volume-two/editions`);
    await tabTo(page, 'Emendations');
    await page.keyboard.press('Enter');
    const table = page.getByRole('table', { name: 'Emendations' });
    await table.waitFor();
    await page.getByText('15 places where the edition departs').waitFor();
    expect(await table.getByRole('row').count()).toBe(16);
    expect(await barriers(page)).toEqual([]);
    await tabTo(page, /^No\. 1, paragraph/);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => String(document.getSelection()))).toContain('fruits');
  });

  test('a policy is written, looked at in all letters, and stated with the list in print', async () => {
    await page.goto(`${chancery.address}/volumes/volume-two/volume`);
    await page.getByRole('heading', { name: 'Silent corrections' }).waitFor();
    await tabTo(page, 'Add a policy');
    await page.keyboard.press('Enter');
    await page.getByRole('form', { name: 'A policy of silent correction' }).waitFor();
    await page.keyboard.type('Telegrams are spelt in full.');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Great Britain');
    await tabTo(page, 'It becomes');
    await page.keyboard.type('the United Kingdom');
    await page.keyboard.press('Enter');
    await page.getByText('The policy is saved.').waitFor({ state: 'attached' });
    await tabTo(page, 'Write it from the policies');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.getByRole('textbox', { name: /^What readers are told/ }).inputValue())
      .toContain('Telegrams are spelt in full.');
    await tabTo(page, 'Print the editorial method');
    await page.keyboard.press('Space');
    await tabTo(page, 'Print the list of emendations');
    await page.keyboard.press('Space');
    expect(await barriers(page)).toEqual([]);
    await tabTo(page, 'Save the statement');
    await page.keyboard.press('Enter');
    await page.getByText('The statement is saved.').waitFor({ state: 'attached' });
    expect(await teiOf(page, chancery, 'volume-two')).toContain(
      '<divGen xml:id="emendations" type="emendations"/>',
    );
    await tabTo(page, /^Preview and apply/);
    await page.keyboard.press('Enter');
    await page.locator('ins', { hasText: 'the United Kingdom' }).first().waitFor();
    expect(await page.getByLabel('Reason').inputValue()).toBe('Telegrams are spelt in full.');
  });
});
