import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from '../support/accessible.js';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import { openLetter, saved, signIn, signInAs, teiOf, until, walkBehind } from '../support/desk.js';
import { tabTo } from '../support/keyboard.js';

const letter = 'roosevelt-1941-11-06';

let chancery: RunningChancery;
let browser: Browser;
/** The editor, who is the chief editor too, and a proofreader. */
let editor: Page;
let proofreader: Page;
/** Reads aloud beside the editor. */
let second: Page;

async function newPage(): Promise<Page> {
  return (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
}

beforeAll(async () => {
  [chancery, browser] = await Promise.all([startChancery(), openBrowser()]);
  [editor, proofreader] = await Promise.all([newPage(), newPage()]);
  await signIn(editor, chancery);
  await signInAs(proofreader, chancery, { name: 'Proofreader One', role: 'proofreader' });
  second = await newPage();
  await signInAs(second, chancery, { name: 'Proofreader Two', role: 'proofreader' });
});

/** Goes to the letter's row of the calendar, with the arrow keys. */
async function goToRow(page: Page): Promise<void> {
  await tabTo(page, /Title page/);
  await until(async () => {
    if (await page.evaluate((id) => document.activeElement?.matches(`[data-line="${id}"]`), letter))
      return true;
    await page.keyboard.press('ArrowDown');
    return false;
  });
}

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
});

/** Goes to the panel of the letter's stage, by keys. */
async function stagePanel(page: Page): Promise<void> {
  await page.keyboard.press('Control+m');
  await page.locator('.chord').waitFor();
  await page.keyboard.press('o');
  await page.locator('.where:focus').waitFor();
}

/** Chooses an option of what has the focus, by typing how it begins. */
async function choose(page: Page, field: string, option: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(option);
}

async function stage(page: Page, name: string): Promise<void> {
  await page.locator('.where', { hasText: name }).waitFor();
}

test('an editor assigns letters in the calendar, and the proofreader finds it told', async () => {
  await goToRow(editor);
  await editor.keyboard.press('Space');
  await editor.keyboard.press('a');
  await editor.getByRole('form', { name: 'Assign' }).waitFor();
  expect(await barriers(editor)).toEqual([]);
  await choose(editor, 'To', 'Proofreader One');
  await choose(editor, 'For', 'First proof');
  await editor.keyboard.press('Enter');
  await tabTo(editor, 'Assign');
  await editor.keyboard.press('Enter');
  await editor.getByText('1 letter assigned to Proofreader One.').first().waitFor();
  await proofreader.goto(`${chancery.address}/work`);
  await proofreader.getByRole('region', { name: 'Still to come to you' }).waitFor();
  expect(await barriers(proofreader)).toEqual([]);
});

test('letters are moved together, and taken back together', async () => {
  await editor.keyboard.press('Space');
  await editor.keyboard.press('ArrowUp');
  await editor.keyboard.press('Space');
  await editor.keyboard.press('s');
  await editor.getByRole('form', { name: 'Move to stage' }).waitFor();
  expect(await barriers(editor)).toEqual([]);
  await tabTo(editor, 'Move');
  await editor.keyboard.press('Enter');
  await editor.getByText('2 letters passed on.').first().waitFor();
  await editor.keyboard.press('z');
  await editor.getByText('2 letters moved back.').first().waitFor();
  expect(await barriers(editor)).toEqual([]);
});

test('it is passed on, returned with a reason, and passed on again', async () => {
  await openLetter(editor, chancery, letter);
  await editor.keyboard.press('Escape');
  await walkBehind(editor, 'happy');
  await editor.keyboard.type(' a');
  await saved(editor);
  await stagePanel(editor);
  expect(await barriers(editor)).toEqual([]);
  await tabTo(editor, 'For the next hand');
  await editor.keyboard.type('The second leaf is faint.');
  await tabTo(editor, 'Pass to first proof');
  await editor.keyboard.press('Enter');
  await stage(editor, 'First proof');

  await proofreader.reload();
  await proofreader.getByText('The second leaf is faint.').waitFor();
  await tabTo(proofreader, /^No\. \[7\]/);
  await proofreader.keyboard.press('Enter');
  await proofreader.locator('[role="textbox"].letter').waitFor();
  await stagePanel(proofreader);
  await proofreader.getByText('No reading of the first proof is recorded.').waitFor();
  await tabTo(proofreader, 'Reason');
  await proofreader.keyboard.type('A word too much in paragraph 1.');
  await tabTo(proofreader, 'Return to transcription');
  await proofreader.keyboard.press('Enter');
  await stage(proofreader, 'Transcription');

  await editor.getByText('A word too much in paragraph 1.').waitFor();
  await editor.keyboard.press('Escape');
  await stagePanel(editor);
  await tabTo(editor, 'Pass to first proof');
  await editor.keyboard.press('Enter');
  await stage(editor, 'First proof');
});

test('the proofreader reads it and signs; what is changed after that is read again', async () => {
  await stagePanel(proofreader);
  await stage(proofreader, 'First proof');
  await tabTo(proofreader, 'Pass to second proof');
  await proofreader.keyboard.press('Enter');
  await stage(proofreader, 'Second proof');

  await editor.keyboard.press('Escape');
  await walkBehind(editor, 'happy a');
  await editor.keyboard.press('Backspace');
  await editor.keyboard.press('Backspace');
  await saved(editor);
  await proofreader.locator('.letter .touched-sign').waitFor();
  const list = proofreader.getByRole('region', { name: 'To be read again' });
  await list.getByRole('listitem').waitFor();
  await stagePanel(proofreader);
  await tabTo(proofreader, /changed by Editor One/);
  expect(await barriers(proofreader)).toEqual([]);
  await proofreader.keyboard.press('r');
  await list.waitFor({ state: 'detached' });
  await proofreader.locator('.letter .touched-sign').waitFor({ state: 'detached' });
});

test('a reading is entered while the letter stays where it is', async () => {
  await stagePanel(proofreader);
  await tabTo(proofreader, 'Enter a reading …');
  await proofreader.keyboard.press('Enter');
  await proofreader.getByRole('form', { name: 'A reading of the letter as it stands now' }).waitFor();
  expect(await barriers(proofreader)).toEqual([]);
  await tabTo(proofreader, 'Enter the reading');
  await proofreader.keyboard.press('Enter');
  await proofreader
    .getByRole('region', { name: 'Readings' })
    .getByText(/against the original, in second proof/)
    .waitFor();
  await stage(proofreader, 'Second proof');
});

test('two people read it in tandem, stop once, and each signs in a session of their own', async () => {
  // The key is heard though what one may do with the letter is told only after it.
  const held: Route[] = [];
  await editor.route('**/standing', (request) => {
    held.push(request);
  });
  await editor.reload();
  await editor.locator('[role="textbox"].letter').waitFor();
  await editor.keyboard.press('Control+m');
  await editor.locator('.chord').waitFor();
  await editor.keyboard.press('3');
  await editor.locator('.chord').waitFor({ state: 'detached' });
  for (const request of held) await request.continue();
  await editor.unroute('**/standing');
  const reading = editor.getByRole('region', { name: 'Tandem reading' });
  await reading.getByText('Sentence 1 of').waitFor();
  expect(await barriers(editor)).toEqual([]);
  await editor.keyboard.press('Space');
  await editor.keyboard.press('Backspace');
  await reading.getByText('Sentence 1 of').waitFor();
  await editor.keyboard.press('x');
  await reading.getByRole('form', { name: 'Stop' }).waitFor();
  await editor.keyboard.type('The copy has a comma.');
  await editor.keyboard.press('Enter');
  await reading.getByText('1 stop').waitFor();
  await until(async () => {
    await editor.keyboard.press('Space');
    return reading.getByRole('heading', { name: /You sign first/ }).isVisible();
  });
  expect(await barriers(editor)).toEqual([]);
  await choose(editor, 'With', 'Proofreader Two');
  await tabTo(editor, /I have held the copy/);
  await editor.keyboard.press('Space');
  await tabTo(editor, 'Sign the reading');
  await editor.keyboard.press('Enter');
  await editor.getByText('The reading is signed.', { exact: false }).first().waitFor();
  await second.goto(`${chancery.address}/inbox`);
  await second.getByText('Editor One asks you to sign the tandem reading of the second proof').waitFor();
  expect(await barriers(second)).toEqual([]);
  await tabTo(second, /asks you to sign/);
  await second.keyboard.press('s');
  await second.locator('.sign').waitFor({ state: 'detached' });
  const tei = await teiOf(editor, chancery, letter);
  expect(tei).toContain('Read in tandem against the original (second proof): 1 stop: The copy has a comma.');
  expect(tei).toContain('<resp>proofreading</resp>');
});

test('it is passed on until it is ready, and a move is taken back', async () => {
  await editor.keyboard.press('Control+m');
  await editor.locator('.chord').waitFor();
  await editor.keyboard.press('1');
  await stagePanel(editor);
  await tabTo(editor, 'Pass to notes review');
  await editor.keyboard.press('Enter');
  await stage(editor, 'Notes review');
  await editor.locator('.where:focus').waitFor();
  await tabTo(editor, 'Pass to ready');
  await editor.keyboard.press('Enter');
  await stage(editor, 'Ready');
  await tabTo(editor, 'Take back: notes review to ready');
  await editor.keyboard.press('Enter');
  await stage(editor, 'Notes review');
  await tabTo(editor, 'Pass to ready');
  await editor.keyboard.press('Enter');
  await stage(editor, 'Ready');
  expect(await barriers(editor)).toEqual([]);
});
