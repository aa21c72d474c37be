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
  signInAs,
  teiOf,
  textOf,
  until,
} from '../support/desk.js';

const letter = 'roosevelt-churchill-1941-08-15';

let chancery: RunningChancery;
let browser: Browser;
/** The editor’s window, and a transcriber’s. */
let page: Page;
let ada: Page;
let imported: string;
/** The TEI of each version that was looked at when it was the last one. */
const kept = new Map<number, string>();

beforeAll(async () => {
  [chancery, browser, imported] = await Promise.all([startChancery(), openBrowser(), sampleLetter(letter)]);
  const window = async () => (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  [page, ada] = await Promise.all([window(), window()]);
  await signInAs(ada, chancery, {
    name: 'Ada Lovelace',
    role: 'transcriber',
    assigned: { letterId: letter, stage: 'transcription' },
  });
  await openLetter(ada, chancery, letter);
  await signIn(page, chancery);
  await openLetter(page, chancery, letter);
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
});

/** The version that the status bar tells, when all is saved and it is the server’s last; its TEI is kept for comparing. */
async function version(of = page): Promise<number> {
  let number = Number.NaN;
  await until(async () => {
    await saved(of);
    const told = (await of.locator('.stat').textContent()) ?? '';
    number = Number(/version (\d+)/.exec(told)?.[1]);
    const last = await teiOf(page, chancery, letter);
    if ((await teiAt(number)) !== last) return false;
    kept.set(number, last);
    return true;
  });
  return number;
}

const teiAt = async (number: number) =>
  (await page.request.get(`${chancery.address}/api/letters/${letter}/versions/${number}/tei`)).text();
const panel = () => page.getByRole('region', { name: 'History of the letter' });
const differences = () => page.getByRole('region', { name: 'Differences' });

/** Opens an entry of the timeline, by the name of its version. */
async function open(name: string | RegExp): Promise<void> {
  const entry = panel().getByRole('button', { name, exact: true }).first();
  await entry.waitFor();
  if ((await entry.getAttribute('aria-expanded')) === 'false') await entry.click();
}

describe('the history of a letter', () => {
  test('tells what two people did, by a key', async () => {
    await caretBehind(ada, 'We have ');
    await ada.keyboard.type('on our part ');
    await version(ada);
    await caretBehind(page, 'taken the opportunity');
    await page.keyboard.type(' so kindly');
    await version();
    await page.keyboard.press('Control+m');
    await page.keyboard.press('h');
    await panel().getByText('Typed 5 words in paragraph 1').waitFor();
    await panel().getByRole('img', { name: 'Ada Lovelace' }).first().waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test('names a version, and the TEI header tells of it', async () => {
    await panel().getByRole('button', { name: 'Name this version…' }).first().click();
    await page.getByLabel('Name of the letter as it is now').fill('First transcription');
    await page.keyboard.press('Enter');
    await panel().getByText('First transcription', { exact: true }).waitFor();
    await version();
    const tei = await teiOf(page, chancery, letter);
    expect(tei).toMatch(
      /<change when="[\d-]+" who="#ada-lovelace #editor-one">First transcription<\/change>/,
    );
    expect(tei).toContain('<persName xml:id="ada-lovelace">Ada Lovelace</persName>');
    await ada.getByText(/All changes saved – version/).waitFor();
    await until(async () => (await version(ada)) === (await version()));
  });

  test('tells who wrote what is selected, by a key, and shows authors in the text', async () => {
    await caretBehind(page, 'Mr Harry Hopkins');
    await page.keyboard.press('Control+m');
    await page.keyboard.press('w');
    const card = page.getByRole('region', { name: 'Who wrote this' });
    await card.getByText(/Ada Lovelace.*in “First transcription”/).waitFor();
    expect(await card.getByRole('listitem').allTextContents()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^on our part.*Ada Lovelace/),
        expect.stringMatching(/^so kindly.*Editor One/),
        expect.stringContaining('As imported'),
      ]),
    );
    await panel().getByRole('button', { name: 'Authors in the text' }).click();
    await page.locator('.letter .by', { hasText: 'on our part' }).waitFor();
    await page.locator('.mnote', { hasText: 'Ada Lovelace, Editor One' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await panel().getByRole('button', { name: 'Authors in the text' }).click();
    await page.locator('.letter .by').first().waitFor({ state: 'detached' });
    await card.getByRole('button', { name: 'Close' }).click();
  });

  test('compares two versions word by word, in the reading text and in the source, by keys', async () => {
    await caretBehind(page, 'common effort');
    for (let key = 0; key < 'effort'.length; key += 1) await page.keyboard.press('Backspace');
    await page.keyboard.type('cause');
    await caretBehind(page, 'to raw materials.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('A new paragraph.');
    const now = await version();
    await panel().getByText('Typed 4 words in paragraph 3 and paragraph 4').waitFor();
    await open('As imported');
    await panel().getByRole('button', { name: 'Compare with now' }).first().click();
    const view = page.getByRole('region', { name: 'Comparison of versions' });
    await view.getByText('4 differences').waitFor();
    await page.keyboard.press('j');
    await view.getByText('Difference 1 of 4').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('on our part');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    // Told apart by elements and by words that are only heard, not by colour alone.
    const third = differences().locator('[data-difference="2"]');
    expect(await third.locator('del').textContent()).toContain('deleted: effort');
    expect(await third.locator('ins').textContent()).toContain('added: cause');
    await page.keyboard.press('k');
    await view.getByText('Difference 2 of 4').waitFor();
    expect(await barriers(page)).toEqual([]);
    await view.getByRole('radio', { name: 'Side by side' }).check({ force: true });
    expect(await differences().locator('.pair .block').count()).toBeGreaterThan(10);
    await view.getByRole('radio', { name: 'Source' }).check({ force: true });
    await differences().locator('ins', { hasText: 'First transcription' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await view.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.classList.contains('letter'))).toBe(true);
    expect(await version()).toBe(now);
  });

  test('plays the letter as it grew', async () => {
    await panel().getByRole('button', { name: 'Play', exact: true }).click();
    const view = page.getByRole('region', { name: 'The letter as it grew' });
    const sheet = view.getByRole('document');
    await sheet.waitFor();
    const told = view.getByText(/^Version/);
    expect(await told.textContent()).toContain('as imported');
    await page.keyboard.press('j');
    await view.locator('.played', { hasText: 'on our part' }).waitFor();
    expect(await told.textContent()).toContain('Ada Lovelace');
    await page.keyboard.press('End');
    await view.getByText('as it is now').waitFor();
    expect(await sheet.textContent()).toContain('A new paragraph.');
    await page.keyboard.press('Home');
    await view.getByText(/as imported/).waitFor();
    expect(await sheet.textContent()).not.toContain('on our part');
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press(' ');
    await view.getByRole('button', { name: 'Pause' }).waitFor();
    await view.locator('.played').first().waitFor();
    await page.keyboard.press(' ');
    await view.getByRole('button', { name: 'Play' }).waitFor();
    await page.keyboard.press('Escape');
    await view.waitFor({ state: 'detached' });
  });

  test('restores a named version for everybody, to the byte, and what was before comes back in the same way', async () => {
    const before = await version();
    const named = [...kept].find(([, tei]) => tei.includes('First transcription'))?.[0] ?? 0;
    await open(`Version ${named}`);
    const entry = panel()
      .getByRole('listitem')
      .filter({ hasText: `Version ${named}` })
      .first();
    await entry.getByRole('button', { name: 'Restore…' }).click();
    await entry.getByRole('button', { name: 'Restore', exact: true }).click();
    await panel().getByText(`Restored version ${named}`, { exact: true }).waitFor();
    expect(await teiOf(page, chancery, letter)).toBe(kept.get(named));
    await until(async () => !((await textOf(ada).textContent()) ?? '').includes('A new paragraph.'));
    await version();
    // Whoever wrote it is still its author.
    await until(async () => {
      await caretBehind(page, 'Mr Harry Hopkins');
      await page.keyboard.press('Control+m');
      await page.keyboard.press('w');
      const card = page.getByRole('region', { name: 'Who wrote this' });
      await card.getByText(/We have/).waitFor();
      return (await card.getByText(/Ada Lovelace/).count()) === 1;
    });
    await open(`Version ${before}`);
    const former = panel()
      .getByRole('listitem')
      .filter({ hasText: `Version ${before}` })
      .first();
    await former.getByRole('button', { name: 'Restore…' }).click();
    await former.getByRole('button', { name: 'Restore', exact: true }).click();
    await panel().getByText(`Restored version ${before}`, { exact: true }).waitFor();
    expect(await teiOf(page, chancery, letter)).toBe(kept.get(before));
  });

  test('gives the TEI of every version as it was', async () => {
    await version();
    expect(kept.size).toBeGreaterThan(4);
    for (const [number, tei] of kept) expect(await teiAt(number)).toBe(tei);
    expect(await teiAt(0)).toBe(imported);
  });
});
