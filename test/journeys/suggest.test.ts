import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from '../support/accessible.js';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import {
  caretBehind,
  editable,
  openLetter,
  sampleLetter,
  saved,
  signIn,
  signInAs,
  takeFirst,
  teiOf,
  textOf,
  until,
} from '../support/desk.js';

const letter = 'stalin-1941-11-04';

let chancery: RunningChancery;
let browser: Browser;
let editor: Page;
let proofreader: Page;
let proofreaders: BrowserContext;
/** The letter's TEI as it is to be by now. */
let expected: string;

beforeAll(async () => {
  [chancery, browser] = await Promise.all([startChancery(), openBrowser()]);
  const viewport = { width: 1440, height: 900 };
  editor = await (await browser.newContext({ viewport })).newPage();
  proofreaders = await browser.newContext({ viewport });
  proofreader = await proofreaders.newPage();
  await signIn(editor, chancery);
  await signInAs(proofreader, chancery, {
    name: 'Proofreader Two',
    role: 'proofreader',
    assigned: { letterId: letter, stage: 'first-proof' },
  });
  await Promise.all([openLetter(editor, chancery, letter), openLetter(proofreader, chancery, letter)]);
  expected = await sampleLetter(letter);
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
});

const tei = () => teiOf(editor, chancery, letter);

/** The cards of the list, as their names say them. */
const cards = (page: Page) => page.locator('li[data-suggestion]');

/** Waits until so many suggestions are said to be open. */
async function openOnes(page: Page, count: number): Promise<void> {
  const name = count === 0 ? /^Suggestions$/ : new RegExp(`^Suggestions ${count}$`);
  await page.getByRole('tab', { name }).waitFor();
}

/** The words of the letter on the screen, without those that stand at the carets of others. */
const words = (page: Page) =>
  textOf(page).evaluate((text) => {
    const copy = text.cloneNode(true);
    if (copy instanceof HTMLElement)
      for (const caret of copy.querySelectorAll('.others-caret')) caret.remove();
    return copy.textContent;
  });

async function paragraphs(page: Page): Promise<number> {
  return textOf(page).locator('[data-tei="p"]').count();
}

/** Goes by the keyboard alone from the text to the first card of the list. */
async function intoList(page: Page): Promise<void> {
  await textOf(page).focus();
  for (let pane = 0; pane < 6; pane++) {
    await page.keyboard.press('F6');
    if (await page.evaluate(() => document.activeElement?.closest('[aria-label="Apparatus"]') !== null))
      break;
  }
  for (let tab = 0; tab < 8; tab++) {
    if ((await focused(page)).startsWith('Suggestions')) break;
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Enter');
  await page.locator('[role="tab"][aria-selected="true"]', { hasText: 'Suggestions' }).waitFor();
}

async function tabTo(page: Page, reached: () => Promise<boolean>): Promise<void> {
  for (let stop = 0; stop < 30; stop++) {
    await page.keyboard.press('Tab');
    if (await reached()) return;
  }
  throw new Error('Tab never led there');
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

/** The words of the card that has the focus; empty when none has. */
const focusedCard = (page: Page) =>
  page.evaluate(() => {
    const card = document.activeElement;
    return card?.matches('li[data-suggestion]') ? (card.textContent ?? '') : '';
  });

/** Goes from card to card until one says these words. */
async function toCard(page: Page, words: string): Promise<void> {
  if ((await focusedCard(page)) === '') await tabTo(page, async () => (await focusedCard(page)) !== '');
  for (const key of ['j', 'k'])
    for (let card = 0; card < 8; card++) {
      if ((await focusedCard(page)).includes(words)) return;
      await page.keyboard.press(key);
    }
  throw new Error(`no card says “${words}”`);
}

/** How many suggestions this device keeps that the server has not acknowledged. */
function suggestionsKept(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('chancery-suggestions');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction('suggestions').objectStore('suggestions').count();
          asked.onerror = () => reject(asked.error);
          asked.onsuccess = () => {
            opening.result.close();
            resolve(asked.result);
          };
        };
      }),
  );
}

describe('a proofreader suggests', () => {
  test('the desk opens in Suggest mode where the text itself may not be changed, and says so', async () => {
    await proofreader.getByRole('radio', { name: 'Suggest' }).isChecked();
    await proofreader.getByText('At its present stage you may not change this letter itself.').waitFor();
    await proofreader.getByText('Suggesting: changes wait for the editor').waitFor();
    expect(await barriers(proofreader)).toEqual([]);
  });

  test('words, a deletion, a person and two paragraphs, and nothing of it is in the letter', async () => {
    await caretBehind(proofreader, 'to the utmost');
    await proofreader.keyboard.type(' degree');
    await caretBehind(proofreader, 'continue over 10');
    await proofreader.keyboard.press('Backspace');
    await proofreader.keyboard.press('Backspace');
    await proofreader.keyboard.type('ten');
    await caretBehind(proofreader, 'heartfelt ');
    await proofreader.keyboard.press('Control+Shift+ArrowLeft');
    await proofreader.keyboard.press('Delete');
    await caretBehind(proofreader, 'J. STALIN').catch(() => undefined);
    await caretBehind(proofreader, 'Ambassador');
    await proofreader.keyboard.press('Control+Shift+ArrowLeft');
    await proofreader.keyboard.press('Control+m');
    await proofreader.keyboard.press('p');
    await takeFirst(proofreader, /^Only mark it as person/);
    await caretBehind(proofreader, 'successful conclusion.');
    await proofreader.keyboard.press('Enter');
    await saved(proofreader);
    await openOnes(proofreader, 5);
    expect(await tei()).toBe(expected);
    expect(await textOf(proofreader).locator('ins').allTextContents()).toEqual([' degree', 'ten']);
    expect(await textOf(proofreader).locator('del').allTextContents()).toEqual(['heartfelt ', '10']);
  });

  test('undo takes back one’s own suggestion, and redo brings it back', async () => {
    const before = await paragraphs(proofreader);
    await textOf(proofreader).focus();
    await proofreader.keyboard.press('Control+z');
    await until(async () => (await paragraphs(proofreader)) === before - 1);
    await openOnes(proofreader, 4);
    await proofreader.keyboard.press('Control+Shift+z');
    await until(async () => (await paragraphs(proofreader)) === before);
    await openOnes(proofreader, 5);
  });

  test('and says why', async () => {
    await textOf(proofreader).locator('ins', { hasText: 'ten' }).click();
    const card = cards(proofreader).filter({ hasText: 'continue over' });
    await card.getByRole('textbox', { name: 'Why you suggest it' }).fill('No. 5 has “ten years”.');
    await proofreader.keyboard.press('Enter');
    await saved(proofreader);
    expect(await barriers(proofreader)).toEqual([]);
  });

  test('and comments on words meanwhile, which reaches the others at those words', async () => {
    await caretBehind(proofreader, 'gratitude');
    await proofreader.keyboard.press('Control+Shift+ArrowLeft');
    await proofreader.keyboard.press('Control+m');
    await proofreader.keyboard.press('k');
    await proofreader.keyboard.type('As in No. 4?');
    await proofreader.keyboard.press('Control+Enter');
    await textOf(editor)
      .locator('[data-thread]', { hasText: /^gratitude$/ })
      .waitFor();
    await openOnes(editor, 5);
    await proofreader.getByRole('tab', { name: /^Suggestions/ }).click();
  });
});

describe('the editor', () => {
  test('sees what is suggested, in the text and in the list', async () => {
    await openOnes(editor, 5);
    expect(await textOf(editor).locator('ins').allTextContents()).toEqual([' degree', 'ten']);
    expect(await textOf(editor).locator('del').allTextContents()).toEqual(['heartfelt ', '10']);
    expect(await textOf(editor).locator('.s-label').allTextContents()).toEqual(['person', 'two paragraphs']);
    await textOf(editor).locator('ins', { hasText: 'ten' }).click();
    const card = editor.locator('li[data-suggestion][aria-current="true"]');
    expect(await card.innerText()).toContain('No. 5 has “ten years”.');
    expect(await barriers(editor)).toEqual([]);
  });

  test('edits beside them', async () => {
    await caretBehind(editor, 'I have not');
    await editor.keyboard.type(' as');
    await editor.keyboard.type(' yet');
    await saved(editor);
    expected = expected.replace('I have not', 'I have not as yet');
    expect(await tei()).toBe(expected);
    await textOf(proofreader).getByText('I have not as yet').waitFor();
    expect(await textOf(proofreader).locator('ins').allTextContents()).toEqual([' degree', 'ten']);
  });

  test('accepts one and rejects one by single keys, and the author’s view follows', async () => {
    await intoList(editor);
    await toCard(editor, 'utmost');
    await editor.keyboard.press('a');
    await openOnes(editor, 4);
    expected = expected.replace('to the utmost', 'to the utmost degree');
    await until(async () => (await tei()) === expected);
    await textOf(editor).getByText('to the utmost degree.').waitFor();

    await toCard(editor, 'heartfelt');
    await editor.keyboard.press('r');
    await openOnes(editor, 3);
    await textOf(proofreader).getByText('with heartfelt gratitude').waitFor();
    expect(await textOf(proofreader).locator('ins').allTextContents()).toEqual(['ten']);
    expect(await textOf(proofreader).locator('del').allTextContents()).toEqual(['10']);
    expect(await textOf(proofreader).getByText('utmost degree degree').count()).toBe(0);
    expect(await tei()).toBe(expected);
  });

  test('takes the rejection back', async () => {
    const settled = editor.getByRole('region', { name: 'Settled' });
    await settled.locator('li', { hasText: 'heartfelt' }).getByRole('button', { name: 'Take back' }).click();
    await openOnes(editor, 4);
    await textOf(proofreader).locator('del', { hasText: 'heartfelt' }).waitFor();
  });

  test('accepts all of one author by the keyboard alone', async () => {
    await intoList(editor);
    await tabTo(editor, async () => (await focused(editor)) === 'Accept all 4');
    await editor.keyboard.press('Enter');
    await editor.getByRole('group', { name: 'Accept 4 suggestions?' }).waitFor();
    expect(await barriers(editor)).toEqual([]);
    await editor.keyboard.press('Enter');
    await openOnes(editor, 0);
    const source = await tei();
    expect(source).toContain('continue over ten years');
    expect(source).toContain('Soviet Government with gratitude');
    expect(source).toContain('<persName>Ambassador</persName>');
    expect(source).toMatch(/successful conclusion\.<\/p>\s+<p>\s*The Soviet Government is most/);
    expect(await textOf(editor).locator('ins, del').count()).toBe(0);
    await until(async () => (await words(proofreader)) === (await words(editor)));
    await openOnes(proofreader, 0);
  });
});

describe('away from the server', () => {
  test('a suggestion is kept on the device, through closing the window, and sent when it can be', async () => {
    await chancery.kill();
    await proofreader.locator('.stat').getByText('Offline – nothing waits to be sent').waitFor();
    await caretBehind(proofreader, 'Yours very');
    await proofreader.keyboard.type(' truly and');
    await proofreader.locator('.stat').getByText('Offline – 1 suggestion kept on this device').waitFor();
    await until(async () => (await suggestionsKept(proofreader)) === 1);
    await proofreader.close({ runBeforeUnload: false });
    await chancery.restart();
    await saved(editor);
    expect(await tei()).not.toContain('truly and');
    proofreader = await proofreaders.newPage();
    await openLetter(proofreader, chancery, letter);
    await textOf(proofreader).locator('ins', { hasText: 'truly and' }).waitFor();
    await saved(proofreader);
    expect(await suggestionsKept(proofreader)).toBe(0);
    await textOf(editor).locator('ins', { hasText: 'truly and' }).waitFor();
  });

  test('a suggestion whose place is changed by others keeps its words, and cannot be accepted', async () => {
    await caretBehind(proofreader, 'bloody');
    for (let sign = 0; sign < 'bloody'.length; sign++) await proofreader.keyboard.press('Backspace');
    await proofreader.keyboard.type('dark');
    await saved(proofreader);
    await textOf(editor).locator('del', { hasText: 'bloody' }).waitFor();
    await caretBehind(editor, 'bloody');
    for (let sign = 0; sign < 'bloody'.length; sign++) await editor.keyboard.press('Backspace');
    await editor.keyboard.type('vile');
    await saved(editor);
    await textOf(proofreader).getByText('enemy—vile Hitlerism').waitFor();
    const gone = editor.getByRole('region', { name: 'No longer fits' }).locator('li');
    await intoList(editor);
    await gone.waitFor();
    expect(await gone.innerText()).toMatch(/bloody\s+dark/);
    expect(await gone.getByRole('button', { name: /^Accept/ }).count()).toBe(0);
    await until(async () => (await textOf(proofreader).locator('del', { hasText: 'bloody' }).count()) === 0);
    expect(await tei()).toContain('enemy—vile Hitlerism');
    expect(await barriers(editor)).toEqual([]);
  });
});

test('what was changed without a connection, and may not enter the text any more, is suggested instead', async () => {
  const other = 'stalin-1941-10-03';
  const move = async (from: string, to: string) => {
    const moved = await editor.request.post(`${chancery.address}/api/letters/${other}/moves`, {
      headers: { origin: chancery.address },
      data: { from, to, comment: 'For this once.' },
    });
    expect(moved.status()).toBe(200);
  };
  const transcribers = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const transcriber = await transcribers.newPage();
  await signInAs(transcriber, chancery, {
    name: 'Transcriber One',
    role: 'transcriber',
    assigned: { letterId: other, stage: 'transcription' },
  });
  await openLetter(transcriber, chancery, other);
  await transcribers.setOffline(true);
  await caretBehind(transcriber, 'final victory');
  await transcriber.keyboard.type(' of arms');
  await caretBehind(transcriber, 'deep gratitude');
  await transcriber.keyboard.type(' now');
  await transcriber.locator('.st', { hasText: /^Offline – 12 changes/ }).waitFor();
  await move('transcription', 'first-proof');
  await transcribers.setOffline(false);
  await transcriber.getByRole('button', { name: 'Suggest it instead' }).click();
  await textOf(transcriber).locator('ins', { hasText: ' of arms' }).waitFor();
  await saved(transcriber);
  // What lies apart is decided apart.
  await openOnes(transcriber, 2);
  expect(await teiOf(editor, chancery, other)).not.toContain('of arms');
  await openLetter(editor, chancery, other);
  await textOf(editor).locator('ins', { hasText: ' of arms' }).waitFor();
  await openLetter(editor, chancery, letter);
});

test('who edits turns to Suggest mode and back by keys, and the caret stays', async () => {
  await caretBehind(editor, 'Yours very');
  await editor.keyboard.press('Control+m');
  await editor.keyboard.press('2');
  await editor.getByText('Suggesting: changes wait for the editor').waitFor();
  await editable(editor);
  await editor.keyboard.type(', very');
  await textOf(editor).locator('ins', { hasText: ', very' }).waitFor();
  await saved(editor);
  await editor.keyboard.press('Control+m');
  await editor.keyboard.press('1');
  await editor.getByText('Editing: changes enter the text').waitFor();
  await editable(editor);
  await editor.keyboard.type('!');
  await saved(editor);
  const source = await tei();
  expect(source).toContain('Yours very! sincerely');
  expect(source).not.toContain(', very');
});

test('when all of one author are decided, those of the others are listed', async () => {
  await editor.getByRole('tab', { name: /^Suggestions/ }).click();
  await editor.getByLabel('Whose suggestions').selectOption({ label: 'Proofreader Two (1)' });
  const own = cards(editor).filter({ hasText: ', very' });
  await own.waitFor({ state: 'detached' });
  await cards(editor)
    .filter({ hasText: 'truly and' })
    .getByRole('button', { name: /^Reject/ })
    .click();
  await own.waitFor();
});
