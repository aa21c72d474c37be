import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from '../support/accessible.js';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import {
  caretBehind,
  editable,
  keptOnDevice,
  openLetter,
  saved,
  signIn,
  signInAs,
  teiOf,
  textOf,
  until,
} from '../support/desk.js';

let chancery: RunningChancery;
let browser: Browser;
let context: BrowserContext;
let me: Page;
let they: Page;

beforeAll(async () => {
  [chancery, browser] = await Promise.all([startChancery(), openBrowser()]);
  const viewport = { width: 1440, height: 900 };
  context = await browser.newContext({ viewport, permissions: ['clipboard-read', 'clipboard-write'] });
  me = await context.newPage();
  they = await (await browser.newContext({ viewport })).newPage();
  await signIn(me, chancery);
  await signInAs(they, chancery, { name: 'Editor Two', role: 'editor' });
  // The desk asks before it is left with changes that wait.
  me.on('dialog', (dialog) => dialog.accept().catch(() => undefined));
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
});

const band = () => me.locator('.band.lost');

/** Selects some words in a letter, as a person would with the mouse. */
async function select(page: Page, words: string): Promise<void> {
  await caretBehind(page, words);
  for (const _ of words) await page.keyboard.press('Shift+ArrowLeft');
}

async function both(letter: string): Promise<void> {
  await Promise.all([openLetter(me, chancery, letter), openLetter(they, chancery, letter)]);
}

/** The train enters a tunnel: what is open is cut, and nothing new comes through. */
async function cut(): Promise<void> {
  await context.setOffline(true);
  await me.locator('[data-save-state="offline"]').waitFor();
}

test('who has typed in words that a colleague took away is told what and where, and puts it back', async () => {
  const letter = 'stalin-1941-08-04';
  await both(letter);
  await cut();
  await caretBehind(me, 'attaches great');
  await me.keyboard.type(' at all times');
  await select(they, 'attaches great importance');
  await they.keyboard.press('Delete');
  await saved(they);
  await context.setOffline(false);
  await band().getByText('“at all times”').waitFor();
  await saved(me);
  expect(await textOf(me).innerText()).not.toContain('at all times');
  await band().getByText('Editor Two changed the words around it at the same time.').waitFor();
  expect(await band().innerText()).toContain('Not in paragraph 1');
  expect(await me.evaluate(() => document.activeElement?.classList.contains('letter'))).toBe(true);
  expect(await barriers(me)).toEqual([]);

  await band().getByRole('button', { name: 'Copy' }).click();
  expect(await me.evaluate(() => navigator.clipboard.readText())).toBe(' at all times');
  // While the window is closed somebody writes before the place.
  await me.goto('about:blank');
  await caretBehind(they, 'The');
  await they.keyboard.type(' whole');
  await saved(they);
  await openLetter(me, chancery, letter);
  await band().getByText('“at all times”').waitFor();
  await band().getByRole('button', { name: 'Put it back here' }).click();
  await band().waitFor({ state: 'detached' });
  await saved(me);
  expect(await teiOf(me, chancery, letter)).toMatch(
    /The whole <placeName [^>]*>U\.S\.S\.R\.<\/placeName> +at all times +to the/,
  );
  await me.keyboard.press('Control+z');
  await saved(me);
  expect(await teiOf(me, chancery, letter)).not.toContain('at all times');
  await me.reload();
  await editable(me);
  expect(await band().count()).toBe(0);
});

test('words that two people changed at once stand in both readings until one is chosen', async () => {
  const letter = 'stalin-1941-11-04';
  await both(letter);
  const before = await teiOf(me, chancery, letter);
  await cut();
  await select(me, 'agreement');
  await me.keyboard.type('consent');
  await select(they, 'agreement');
  await they.keyboard.type('approval');
  await saved(they);
  await context.setOffline(false);
  await band().getByText('Both are kept; nothing is lost.').waitFor();
  await saved(me);
  const text = await textOf(me).innerText();
  expect(text).toContain('consent');
  expect(text).toContain('approval');
  await textOf(they).getByText('consentapproval').waitFor();
  await band().getByRole('button', { name: 'Compare and choose' }).click();
  await band().getByText('“approval”', { exact: true }).waitFor();
  expect(await barriers(me)).toEqual([]);
  await band().getByRole('button', { name: 'Keep theirs' }).click();
  await saved(me);
  const tei = await teiOf(me, chancery, letter);
  expect(tei).toContain('approval');
  expect(tei).not.toContain('consent');
  expect(tei.length).toBe(before.length + 'approval'.length - 'agreement'.length);
  expect(await band().count()).toBe(0);
});

test('several are a list, and each is let go or suggested by itself', async () => {
  const letter = 'roosevelt-1941-11-06';
  await both(letter);
  await cut();
  await caretBehind(me, 'that medical');
  await me.keyboard.type(' and other');
  await caretBehind(me, 'an approximate');
  await me.keyboard.type(' or likely');
  await select(they, 'medical supplies');
  await they.keyboard.press('Delete');
  await select(they, 'an approximate cost');
  await they.keyboard.press('Delete');
  await saved(they);
  await context.setOffline(false);
  await band().getByText('2 changes of yours met others’.').waitFor();
  await band().getByRole('button', { name: 'Show them' }).click();
  const items = band().getByRole('listitem');
  expect(await items.count()).toBe(2);
  expect(await barriers(me)).toEqual([]);
  await items.first().getByRole('button', { name: 'Let it go' }).click();
  await band().getByRole('button', { name: 'Suggest it' }).click();
  await band().waitFor({ state: 'detached' });
  await me.getByText('Suggesting: changes wait for the editor').waitFor();
  await textOf(me).locator('ins', { hasText: ' or likely' }).waitFor();
  await me.getByRole('tab', { name: 'Suggestions 1' }).waitFor();
  expect(await teiOf(me, chancery, letter)).not.toContain('or likely');
});

test('a paste of ten megabytes is refused before it is sent, and the letter goes on', async () => {
  const letter = 'aide-memoire-1941-11-02';
  await openLetter(me, chancery, letter);
  const before = await teiOf(me, chancery, letter);
  await caretBehind(me, 'American');
  await me.evaluate(() => navigator.clipboard.writeText('ten megabytes '.repeat(750_000)));
  await me.keyboard.press('Control+v');
  await me.getByRole('contentinfo').getByText('more than can be stored at once').waitFor();
  expect(await teiOf(me, chancery, letter)).toBe(before);
  await me.keyboard.type(' still');
  await saved(me);
  expect(await teiOf(me, chancery, letter)).toContain('American still');
});

test('what two closed windows had kept is there when the letter is opened in one', async () => {
  const letter = 'roosevelt-1941-09-30';
  const second = await context.newPage();
  second.on('dialog', (dialog) => dialog.accept().catch(() => undefined));
  await Promise.all([openLetter(me, chancery, letter), openLetter(second, chancery, letter)]);
  await cut();
  await second.locator('[data-save-state="offline"]').waitFor();
  await caretBehind(me, 'presented to');
  await me.keyboard.type(' [one]');
  await caretBehind(second, 'This note');
  await second.keyboard.type(' [two]');
  await until(async () => (await keptOnDevice(me)) === 12);
  await Promise.all([me.close(), second.close()]);
  await context.setOffline(false);
  me = await context.newPage();
  me.on('dialog', (dialog) => dialog.accept().catch(() => undefined));
  await openLetter(me, chancery, letter);
  await textOf(me).getByText('This note [two] will be presented to [one]').waitFor();
  await saved(me);
  expect(await teiOf(me, chancery, letter)).toContain('This note [two] will be presented to [one]');
  await until(async () => (await keptOnDevice(me)) === 0);
});

test('a page that crashes right after a keystroke has it again when it is opened', async () => {
  const letter = 'stalin-1941-10-03';
  await openLetter(me, chancery, letter);
  await cut();
  await caretBehind(me, 'deep gratitude');
  await me.keyboard.type(' indeed');
  const crashed = me.waitForEvent('crash');
  const devtools = await context.newCDPSession(me);
  void devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  await me.close();
  await context.setOffline(false);
  me = await context.newPage();
  await openLetter(me, chancery, letter);
  await textOf(me).getByText('deep gratitude indeed').waitFor();
  await saved(me);
  await until(async () => (await keptOnDevice(me)) === 0);
});
