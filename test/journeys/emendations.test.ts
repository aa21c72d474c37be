import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { barriers } from '../support/accessible.js';
import { atDesk } from '../support/at-desk.js';
import type { RunningChancery } from '../support/chancery.js';
import { caretBehind, openLetter, saved, teiOf, until } from '../support/desk.js';
import { tabTo } from '../support/keyboard.js';

const letter = 'stalin-1941-08-04';

let chancery: RunningChancery;
let page: Page;

atDesk((started, opened) => {
  chancery = started;
  page = opened;
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
    expect(await page.locator('.letter .emending').innerText()).toBe('fruit');
    await page.keyboard.type('fruits');
    await tabTo(page, 'Reason');
    await page.keyboard.type('a slip');
    await tabTo(page, 'Certainty');
    await page.keyboard.type('high');
    await tabTo(page, 'Emend');
    await page.keyboard.press('Enter');
    // It goes as soon as the words are emended, for which the source has to be there.
    await form.waitFor({ state: 'detached' });
    await saved(page);
    const tei = await teiOf(page, chancery, letter);
    expect(tei).toMatch(
      /borne <choice><sic>fruit<\/sic><corr type="slip" resp="#([\w-]+)" cert="high">fruits<\/corr><\/choice>/,
    );
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('textbox');
  });

  test('words marked as unclear by a key are given the reason by another, for whoever wants to say it', async () => {
    await caretBehind(page, 'to assuaging');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('Control+m');
    await page.keyboard.press('u');
    await page.getByText('Unclear. Ctrl M, then Y says why.').first().waitFor();
    await page.keyboard.press('Control+m');
    await page.keyboard.press('y');
    await page.getByRole('dialog', { name: 'Why the text is hard to read' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.type('faded');
    await page.getByRole('option', { name: /the ink has faded/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => teiOf(page, chancery, letter))
      .toMatch(/view to <unclear reason="faded">assuaging<\/unclear> her/);
    await until(() => page.evaluate(() => document.activeElement?.getAttribute('role') === 'textbox'));
  });

  test('the list has it, as many as the letters hold, and leads to it', async () => {
    await page.getByRole('link', { name: 'Emendations' }).focus();
    await page.keyboard.press('Enter');
    const table = page.getByRole('table', { name: 'Emendations' });
    await table.waitFor();
    await page.getByText('16 places where the edition departs').waitFor();
    expect(await table.getByRole('row').count()).toBe(17);
    expect(await barriers(page)).toEqual([]);
    await tabTo(page, /^No\. 1, paragraph/);
    await page.keyboard.press('Enter');
    await until(async () => (await page.evaluate(() => String(document.getSelection()))) === 'fruits');
    await page
      .getByRole('tabpanel', { name: 'Marks' })
      .getByRole('link', { name: /^Correction/ })
      .waitFor();
  });

  test('a policy is written, applied in all letters without a mark, and stated with the list in print', async () => {
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
    await tabTo(page, /^Preview and apply/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('ins', { hasText: 'the United Kingdom' }).first().waitFor();
    await tabTo(page, 'Reason');
    expect(await page.getByLabel('Reason').inputValue()).toBe('Telegrams are spelt in full.');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Replacements', level: 1 }).waitFor();
    await page.getByText(/Suggestions: \d+ open\./).waitFor();
    await tabTo(page, /^Accept all/);
    await page.keyboard.press('Enter');
    await page.getByText(/Suggestions: \d+ accepted\./).waitFor();
    expect(await teiOf(page, chancery, 'volume-two')).toContain(
      'through the Embassies of the U.S.A. and the United Kingdom in',
    );
    await page.getByRole('link', { name: 'Emendations' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('16 places where the edition departs').waitFor();
  });
});
