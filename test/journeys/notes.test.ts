import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from '../support/accessible.js';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import { openLetter, saved, signIn, signInAs, takeFirst, textOf, walkBehind } from '../support/desk.js';
import { tabTo } from '../support/keyboard.js';

let chancery: RunningChancery;
let browser: Browser;
/** Who writes the note, and who reviews it. */
let author: Page;
let reviewer: Page;

beforeAll(async () => {
  [chancery, browser] = await Promise.all([startChancery(), openBrowser()]);
  const open = async () => (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  [author, reviewer] = await Promise.all([open(), open()]);
  await signIn(author, chancery);
  await signInAs(reviewer, chancery, { name: 'Editor Two', role: 'editor' });
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
});

const note = (page: Page) => page.getByRole('region', { name: 'Endnote 1', exact: true });
const state = (page: Page, words: string) =>
  note(page)
    .getByText(new RegExp(`^${words} since`))
    .waitFor();
const callouts = (page: Page) =>
  textOf(page)
    .getByRole('img', { name: /^Callout of endnote/ })
    .evaluateAll((found) => found.map((each) => each.getAttribute('aria-label')));

async function notesTab(page: Page): Promise<void> {
  await tabTo(page, /^Findings/);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
}

/** Opens the note on the page of notes, with the focus on its line. */
async function inQueue(page: Page, show: string): Promise<void> {
  await page.goto(`${chancery.address}/volumes/volume-two/notes?show=${show}&series=endnote`);
  const line = page.getByRole('link', { name: /^Endnote 1/ });
  await line.focus();
  await page.keyboard.press('Enter');
  await note(page).waitFor();
}

describe('a note called from two letters, by keys alone', () => {
  test('it is written beside No. 1, before the callout of another, which is numbered anew', async () => {
    await openLetter(author, chancery, 'stalin-1941-08-04');
    await textOf(author).focus();
    await walkBehind(author, 'Voices are being raised');
    expect(await callouts(author)).toEqual(['Callout of endnote 1']);
    await notesTab(author);
    await tabTo(author, 'New endnote, called at the caret');
    await author.keyboard.press('Enter');
    await author.keyboard.type('In the press of Helsinki.');
    await author.keyboard.press('Control+Enter');
    await textOf(author).getByRole('img', { name: 'Callout of endnote 2' }).waitFor();
    expect(await callouts(author)).toEqual(['Callout of endnote 1', 'Callout of endnote 2']);
    await saved(author);
    expect(await barriers(author)).toEqual([]);
  });

  test('it is called from No. 2, and goes to review', async () => {
    await openLetter(author, chancery, 'roosevelt-churchill-1941-08-15');
    await textOf(author).focus();
    await walkBehind(author, 'We are at the moment');
    await author.keyboard.press('Control+m');
    await author.locator('.chord').waitFor();
    await author.keyboard.press('n');
    await author.getByRole('combobox').waitFor();
    await author.keyboard.type('Helsinki');
    await takeFirst(author, /Call endnote 1/);
    await textOf(author).getByRole('img', { name: 'Callout of endnote 1' }).waitFor();
    await saved(author);
    await inQueue(author, 'all');
    await author.getByRole('link', { name: /^Endnote 1.*Called twice: Nos. 1, 2/s }).waitFor();
    await author.keyboard.press('s');
    await state(author, 'In review');
  });

  test('another returns it with a reason, and its author is told', async () => {
    await inQueue(reviewer, 'mine');
    await reviewer.keyboard.press('r');
    await reviewer.keyboard.type('Which papers?');
    await tabTo(reviewer, /^Return/);
    await reviewer.keyboard.press('Enter');
    await state(reviewer, 'Changes requested');
    expect(await barriers(reviewer)).toEqual([]);
    await author.goto(`${chancery.address}/inbox`);
    await tabTo(author, /Editor Two returned a note of yours/);
    await author.keyboard.press('Enter');
    await state(author, 'Changes requested');
  });

  test('it is reworded beside the letter, with a name that is marked there, and sent again', async () => {
    await openLetter(author, chancery, 'stalin-1941-08-04');
    await textOf(author).focus();
    await notesTab(author);
    await tabTo(author, 'Write endnote 1');
    await author.keyboard.press('Enter');
    await author.getByRole('textbox', { name: 'Text of endnote 1' }).waitFor();
    await author.keyboard.press('Control+End');
    await author.keyboard.type(' So Uusi Suomi');
    for (let sign = 0; sign < 10; sign++) await author.keyboard.press('Shift+ArrowLeft');
    await author.keyboard.press('Control+m');
    await author.locator('.chord').waitFor();
    await author.keyboard.press('p');
    await author.getByRole('combobox').waitFor();
    await author.getByRole('option', { name: /^Only mark it as person/ }).waitFor();
    await author.keyboard.type('Only mark');
    await author.keyboard.press('Enter');
    await author.getByRole('region', { name: 'At the caret in the note' }).waitFor();
    expect(await barriers(author)).toEqual([]);
    await author.keyboard.press('Control+Enter');
    await author.getByRole('button', { name: 'Write endnote 1' }).waitFor();
    await inQueue(author, 'all');
    await note(author).getByText('In the press of Helsinki. So Uusi Suomi').waitFor();
    await author.keyboard.press('s');
    await state(author, 'In review');
    const source = await author.evaluate(async () => {
      const edition = await (await fetch('/api/editions/volume-two')).json();
      const file = edition.letters.find((each: { kind: string }) => each.kind === 'front');
      return (await fetch(`/api/letters/${file.id}/tei`)).text();
    });
    expect(source).toContain('In the press of Helsinki. So <persName>Uusi Suomi</persName></note>');
  });

  test('it is read where it is called, approved, and an approval can be taken back', async () => {
    await inQueue(reviewer, 'mine');
    await reviewer.keyboard.press('Space');
    await note(reviewer).getByText('1 of 2 read in context').waitFor();
    await reviewer.keyboard.press('a');
    await state(reviewer, 'Approved');
    await reviewer.getByText('Approved; 1 callout not read in context').waitFor();
    await reviewer.keyboard.press('z');
    await state(reviewer, 'In review');
    await reviewer.keyboard.press('Space');
    await note(reviewer).getByText('2 of 2 read in context').waitFor();
    await reviewer.keyboard.press('a');
    await state(reviewer, 'Approved');
    expect(await barriers(reviewer)).toEqual([]);
  });
});
