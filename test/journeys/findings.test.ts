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
  teiOf,
  textOf,
  until,
} from '../support/desk.js';

const letter = 'stalin-1941-10-03';
const signed = '<date type="signed" when="1941-10-03">October 3, 1941</date>';

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

function cards(): ReturnType<Page['locator']> {
  return page.getByRole('tabpanel', { name: /Findings/ }).getByRole('listitem');
}

/** What is selected in the text. */
function selected(): Promise<string> {
  return page.evaluate(() => String(getSelection()));
}

test('a letter in order has no findings', async () => {
  await page.getByRole('heading', { name: /^No findings/ }).waitFor();
});

test('words that differ from the record are found while typing pauses, and mended by their remedy', async () => {
  await caretBehind(page, 'October 3');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('4');
  await cards().getByText('The words say 1941-10-04, the record says 1941-10-03.').waitFor();
  await cards().getByText('New since the letter was opened').waitFor();
  await textOf(page).locator('.found', { hasText: 'October 4, 1941' }).waitFor();
  // The caret stays where one types.
  await page.keyboard.type('0');
  await page.keyboard.press('Backspace');
  await caretBehind(page, 'final victory');
  await page.keyboard.press('F8');
  await until(async () => (await selected()).includes('October 4, 1941'));
  await page.keyboard.press('Alt+Enter');
  await page.getByRole('heading', { name: /^No findings/ }).waitFor();
  await saved(page);
  const mended = '<date type="signed" when="1941-10-04">October 4, 1941</date>';
  await until(async () => (await teiOf(page, chancery, letter)).includes(mended));
  expect(await teiOf(page, chancery, letter)).toBe(source.replace(signed, mended));
});

test('a date without its figures is found, and recorded by the button of the finding', async () => {
  await caretBehind(page, 'October 4');
  await page.getByRole('tab', { name: 'Marks' }).click();
  const when = page.getByRole('textbox', { name: 'Date value' });
  await when.fill('');
  await when.press('Tab');
  await page.getByRole('tab', { name: /^Findings/ }).click();
  const card = cards().filter({ hasText: 'needs its date in figures' });
  await card.waitFor();
  await saved(page);
  expect(await teiOf(page, chancery, letter)).toContain('<date type="signed">October 4, 1941</date>');
  await card.getByRole('button', { name: 'Record 1941-10-04' }).click();
  await page.getByRole('heading', { name: /^No findings/ }).waitFor();
  await saved(page);
  expect(await teiOf(page, chancery, letter)).toContain(
    '<date type="signed" when="1941-10-04">October 4, 1941</date>',
  );
});

test('an emptied salutation is found where it stands, and undoing settles it', async () => {
  const before = await teiOf(page, chancery, letter);
  await caretBehind(page, 'Yours very sincerely,');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Backspace');
  const card = cards().filter({ hasText: 'empty' });
  await card.waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('heading', { name: /^No findings/ }).waitFor();
  await saved(page);
  await until(async () => (await teiOf(page, chancery, letter)) === before);
});

test('a place of the header leads into its field, or into the source where no field shows it', async () => {
  /** Where a list says that words of the letter begin. */
  const placeOf = (words: string) => {
    const above = source.slice(0, source.indexOf(words)).split('\n');
    return `source.${above.length}:${(above.at(-1)?.length ?? 0) + 1}`;
  };
  const there = (words: string) => `${chancery.address}/letters/${letter}?at=${placeOf(words)}`;
  await page.goto(there('<note type="text-basis"'));
  await page.locator('textarea:focus', { hasText: 'The English text of the Foreign Languages' }).waitFor();
  await page.goto(there('<persName ref="../volume.xml#roosevelt">F.'));
  await page.locator('input:focus[aria-label="Name of the addressee"]').waitFor();
  await page.goto(there('<language ident="en"'));
  await page.locator('.cm-content:focus').waitFor();
  await until(async () => (await selected()) === '<language ident="en">English</language>');
});
