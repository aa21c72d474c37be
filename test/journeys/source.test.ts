import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from '../support/accessible.js';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import {
  caretBehind,
  openLetter,
  sampleLetter,
  saved,
  signIn,
  teiOf,
  textOf,
  until,
} from '../support/desk.js';

const letter = 'roosevelt-churchill-1941-08-15';

let chancery: RunningChancery;
let browser: Browser;
let page: Page;
let source: string;

beforeAll(async () => {
  [chancery, browser, source] = await Promise.all([startChancery(), openBrowser(), sampleLetter(letter)]);
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await signIn(page, chancery);
  await openLetter(page, chancery, letter);
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
});

/** Waits until the stored TEI is this. */
async function stored(expected: string): Promise<void> {
  await until(async () => (await teiOf(page, chancery, letter)) === expected).catch(() => undefined);
  expect(await teiOf(page, chancery, letter)).toBe(expected);
  await saved(page);
}

/** Puts the caret of the source behind some words, by its search. */
async function sourceBehind(words: string): Promise<void> {
  await page.locator('.source-view .cm-content').focus();
  await page.keyboard.press('Control+f');
  await page.locator('.cm-search [name=search]').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
}

describe('the header and the source', () => {
  test('a date of the metadata form changes its value in the file and nothing else', async () => {
    await page.getByRole('tab', { name: /Metadata/ }).click();
    const received = page.getByRole('group', { name: 'Received' });
    await received.getByLabel('Day').waitFor();
    const before = await received.getByLabel('Day').inputValue();
    expect(source).toContain(`when="${before}"`);
    await received.getByLabel('Day').fill('1941-08-16');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await stored(source.replaceAll(`when="${before}"`, 'when="1941-08-16"'));
    await textOf(page).focus();
    await page.keyboard.press('Control+z');
    await stored(source);
  });

  test('a date that is none is not written, and said to be none', async () => {
    const received = page.getByRole('group', { name: 'Received' });
    await received.getByLabel('Day').fill('yesterday');
    await page.keyboard.press('Enter');
    await received.getByText('Write a date as 1941-08-04').waitFor();
    await received.getByLabel('Day').fill('1941-08-15');
    await page.keyboard.press('Enter');
    await stored(source);
  });

  test('the source stands under the text, and each shows the place of the other’s caret', async () => {
    await page.keyboard.press('Control+m');
    await page.keyboard.press('5');
    await page.locator('.source-view .cm-content').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await caretBehind(page, 'Soviet Union');
    await page.locator('.cm-here', { hasText: 'Soviet' }).waitFor();
    await sourceBehind('We have ');
    await page.locator('.letter .here', { hasText: 'We have taken' }).waitFor();
  });

  test('what is written in the source is in the text, and undone from there', async () => {
    const words = 'Soviet Union';
    expect(await textOf(page).textContent()).toContain(words);
    await sourceBehind('We have ');
    await page.keyboard.type('all ');
    const edited = source.replace('We have ', 'We have all ');
    await stored(edited);
    expect(await textOf(page).textContent()).toContain('all ');
    await page.keyboard.press('Control+z');
    await stored(source);
    await page.locator('.cm-line', { hasText: 'We have taken' }).waitFor();
  });

  test('what is no XML is marked, kept and not sent, until it is mended', async () => {
    await sourceBehind('We have ');
    await page.keyboard.type('<hi');
    await page.locator('.source-state .err').waitFor();
    await page.locator('.cm-fault').first().waitFor();
    expect(await teiOf(page, chancery, letter)).toBe(source);
    await page.keyboard.press('Control+m');
    await page.keyboard.press('1');
    await page.locator('.source-view').waitFor({ state: 'detached' });
    await caretBehind(page, 'Soviet Union');
    await page.keyboard.type('s');
    await saved(page);
    await page.keyboard.press('Control+m');
    await page.keyboard.press('5');
    await page.locator('.source-state .err').waitFor();
    await page.locator('.cm-here', { hasText: 'Soviet Unions' }).waitFor();
    await sourceBehind('We have ');
    await page.locator('.cm-line', { hasText: 'We have <hitaken' }).waitFor();
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.locator('.source-state .err').waitFor({ state: 'detached' });
    await page.locator('.cm-line', { hasText: 'We have taken' }).waitFor();
    await stored(source.replace('Soviet Union', 'Soviet Unions'));
  });

  test('the keyboard leaves the source by Escape and Tab', async () => {
    await page.locator('.source-view .cm-content').focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.cm-content') === null)).toBe(true);
  });

  test('a finding in the header leads to its place in the source', async () => {
    const before = await teiOf(page, chancery, letter);
    await page.getByRole('radio', { name: 'Source' }).check({ force: true });
    await sourceBehind('<titleStmt>');
    await page.keyboard.type('<foo/>');
    await stored(before.replace('<titleStmt>', '<titleStmt><foo/>'));
    await page.getByRole('radio', { name: 'Edit' }).check({ force: true });
    await page.locator('.source-view').waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: /Findings/ }).click();
    const card = page.getByRole('listitem').filter({ hasText: '<foo>' }).first();
    await card.getByRole('button', { name: 'Go to the place in the source' }).click();
    const source = page.locator('.source-view .cm-content');
    await source.waitFor();
    await until(() => source.evaluate((element) => element.contains(document.activeElement)));
    expect(await page.evaluate(() => String(getSelection()))).toContain('<foo');
    await page.keyboard.press('Control+z');
    await stored(before);
  });

  test('two people change the header at one time, and both changes are kept', async () => {
    const before = await teiOf(page, chancery, letter);
    const other = await page.context().newPage();
    await openLetter(other, chancery, letter);
    for (const each of [page, other]) {
      await each.getByRole('tab', { name: /Metadata/ }).click();
      await each.getByRole('group', { name: 'Addressees' }).waitFor();
    }
    const name = (each: Page) =>
      each.getByRole('group', { name: 'Addressees' }).getByLabel('Name of the addressee');
    await name(page).waitFor();
    await name(other).waitFor();
    // What the second writes is held back until the first is stored.
    await other.evaluate(() => {
      const { send } = WebSocket.prototype;
      const held: (() => void)[] = [];
      WebSocket.prototype.send = function (data) {
        held.push(() => send.call(this, data));
      };
      Object.assign(globalThis, {
        letGo: () => {
          WebSocket.prototype.send = send;
          for (const each of held) each();
        },
      });
    });
    const basis = other.getByRole('group', { name: 'Basis of the text' }).getByLabel('Kind');
    await basis.fill('translation');
    await basis.press('Enter');
    await name(page).fill('J. W. Stalin');
    await name(page).press('Enter');
    const one = before.replace(/(<correspAction type="received">\s*<persName[^>]*>)J\. V\./, '$1J. W.');
    expect(one).not.toBe(before);
    await stored(one);
    await other.evaluate(() => (globalThis as unknown as { letGo: () => void }).letGo());
    await stored(one.replace('subtype="original-wording"', 'subtype="translation"'));
    await saved(other);
    await other.close();
  });
});
