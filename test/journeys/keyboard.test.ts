import { loadValidator } from '@chancery/validation/node';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import {
  beforeCaret,
  editable,
  sampleLetter,
  saved,
  takeFirst,
  teiOf,
  textOf,
  until,
  walkBehind,
} from '../support/desk.js';

const letter = 'stalin-1941-10-03';

let chancery: RunningChancery;
let browser: Browser;
let page: Page;
let source: string;

beforeAll(async () => {
  [chancery, browser, source] = await Promise.all([startChancery(), openBrowser(), sampleLetter(letter)]);
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
});

/** What has the focus, as an accessible name or a class. */
function focused(): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return `${element?.getAttribute('role') ?? element?.tagName.toLowerCase()} ${element?.getAttribute('aria-label') ?? element?.textContent?.slice(0, 60)}`;
  });
}

async function chord(key: string): Promise<void> {
  await page.keyboard.press('Control+m');
  await page.locator('.chord').waitFor();
  await page.keyboard.press(key);
}

/** Marks the word before the caret. */
async function selectBack(): Promise<void> {
  await page.keyboard.press('Control+Shift+ArrowLeft');
}

/** Waits until the stored TEI is this. */
async function stored(expected: string): Promise<void> {
  await saved(page);
  await until(async () => (await teiOf(page, chancery, letter)) === expected).catch(() => undefined);
  expect(await teiOf(page, chancery, letter)).toBe(expected);
}

describe('with the keyboard alone', () => {
  test('from the sign-in link to No. 4', async () => {
    await page.goto(chancery.signInLink);
    await page.getByRole('grid').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused()).toMatch(/Skip to content/);
    for (let stop = 0; stop < 40; stop++) {
      if (await page.evaluate(() => document.activeElement?.matches('tr[data-line]'))) break;
      await page.keyboard.press('Tab');
    }
    for (let row = 0; row < 20; row++) {
      if (await page.evaluate((id) => document.activeElement?.matches(`[data-line="${id}"]`), letter)) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await editable(page);
    expect(new URL(page.url()).pathname).toBe(`/letters/${letter}`);
  });

  test('a word becomes a person, and nothing else changes', async () => {
    await page.keyboard.press('Escape');
    expect(await focused()).toContain('Text of No. 4');
    await walkBehind(page, 'Hitlerites');
    await selectBack();
    await chord('p');
    await page.getByRole('combobox', { name: 'Who or what is “Hitlerites”?' }).waitFor();
    await takeFirst(page, /^Only mark it as person/);
    await stored(source.replace('Hitlerites', '<persName>Hitlerites</persName>'));
  });

  test('undo gives back the original, byte for byte; redo and undo once more', async () => {
    await page.keyboard.press('Control+z');
    await stored(source);
    await page.keyboard.press('Control+Shift+z');
    await stored(source.replace('Hitlerites', '<persName>Hitlerites</persName>'));
    await page.keyboard.press('Control+z');
    await stored(source);
  });

  test('a word becomes somebody of the register', async () => {
    await walkBehind(page, 'Hitlerites');
    await selectBack();
    await chord('p');
    await page.keyboard.type('averell');
    await takeFirst(page, /^Averell Harriman/);
    await stored(
      source.replace('Hitlerites', '<persName ref="../volume.xml#harriman">Hitlerites</persName>'),
    );
    await page.keyboard.press('Control+z');
    await stored(source);
  });

  test('a gap', async () => {
    await walkBehind(page, 'deep gratitude');
    await chord('g');
    await stored(source.replace('deep gratitude', 'deep gratitude<gap reason="illegible"/>'));
    await page.keyboard.press('Control+z');
    await stored(source);
  });

  test.each([
    ['s', 'supplied'],
    ['u', 'unclear'],
  ])('Ctrl M, %s: a word is %s', async (key, name) => {
    await walkBehind(page, 'deep gratitude');
    await selectBack();
    await chord(key);
    await stored(source.replace('deep gratitude', `deep <${name}>gratitude</${name}>`));
    await page.keyboard.press('Control+z');
    await stored(source);
  });

  test('an endnote is called', async () => {
    await walkBehind(page, 'deep gratitude');
    await chord('n');
    await page.getByRole('combobox').waitFor();
    await takeFirst(page, /^Call endnote/);
    await until(async () => /deep gratitude<ptr/.test(await teiOf(page, chancery, letter)));
    await stored(
      source.replace(
        'deep gratitude',
        'deep gratitude<ptr type="endnote" target="../volume.xml#endnote-1"/>',
      ),
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await stored(source);
  });

  test('a page footnote is begun, written, and left again', async () => {
    await walkBehind(page, 'deep gratitude');
    await chord('f');
    const note = page.getByRole('textbox', { name: /^Text of page footnote/ });
    await note.waitFor();
    await until(() => note.evaluate((element) => element.contains(document.activeElement)));
    await page.keyboard.type('In the copy underlined.');
    await page.keyboard.press('Escape');
    await until(async () => (await focused()).includes('Text of No. 4'));
    await saved(page);
    const tei = await teiOf(page, chancery, letter);
    expect(tei).toMatch(/deep gratitude<note [^>]*>(<p>)?In the copy underlined\.(<\/p>)?<\/note> for/);
    const errors = (await loadValidator()).validate(tei).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });

  test('what was marked so leaves the letter valid', async () => {
    await walkBehind(page, 'the leadership');
    await selectBack();
    await chord('u');
    await walkBehind(page, 'this opportunity');
    await chord('g');
    await saved(page);
    const tei = await teiOf(page, chancery, letter);
    expect(tei).toContain('the <unclear>leadership</unclear>');
    expect(tei).toContain('this opportunity<gap reason="illegible"/>');
    const errors = (await loadValidator()).validate(tei).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });

  test('F6 goes through the panes; Escape leads back, and the caret is where it was', async () => {
    await walkBehind(page, 'has reached');
    const before = await beforeCaret(page);
    const visited = new Set<string>();
    for (let pane = 0; pane < 6; pane++) {
      await page.keyboard.press('F6');
      visited.add(await focused());
    }
    expect(visited.size).toBeGreaterThanOrEqual(3);
    await page.keyboard.press('Shift+F6');
    for (let pane = 0; pane < 6 && (await focused()).includes('Text of No. 4'); pane++)
      await page.keyboard.press('F6');
    expect(await focused()).not.toContain('Text of No. 4');
    await page.keyboard.press('Escape');
    expect(await focused()).toContain('Text of No. 4');
    expect(await beforeCaret(page)).toBe(before);
  });

  test('a key that comes at once behind a movement acts where the caret has come to', async () => {
    await walkBehind(page, 'has reached');
    const before = await page.evaluate(() => {
      getSelection()?.modify('move', 'forward', 'word');
      const { anchorOffset } = getSelection() ?? {};
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'F6', bubbles: true }));
      return anchorOffset;
    });
    expect(await focused()).not.toContain('Text of No. 4');
    await page.keyboard.press('Escape');
    expect(await focused()).toContain('Text of No. 4');
    expect(await page.evaluate(() => getSelection()?.anchorOffset)).toBe(before);
  });

  test('Tab leaves the text and types nothing', async () => {
    const before = await textOf(page).innerText();
    await page.keyboard.press('Tab');
    expect(await focused()).not.toContain('Text of No. 4');
    expect(await textOf(page).innerText()).toBe(before);
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toContain('Text of No. 4');
  });

  test('Ctrl / shows all keys, and Escape gives the text back', async () => {
    await page.keyboard.press('Control+/');
    await page.getByRole('dialog', { name: 'All keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await until(async () => (await focused()).includes('Text of No. 4'));
  });

  test('Ctrl K leads to another letter', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('#aide');
    await page.getByRole('option', { name: /aide/i, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: /Text of No\. 5/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/letters/aide-memoire-1941-11-02');
  });
});
