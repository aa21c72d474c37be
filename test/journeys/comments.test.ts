import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from '../support/accessible.js';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import { caretBehind, openLetter, saved, signIn, signInAs, teiOf, textOf, until } from '../support/desk.js';

const letter = 'stalin-1941-11-04';
const words = 'loan to the value';

let chancery: RunningChancery;
let browser: Browser;
let first: Page;
let second: Page;

beforeAll(async () => {
  [chancery, browser] = await Promise.all([startChancery(), openBrowser()]);
  const viewport = { width: 1440, height: 900 };
  const options = { viewport, permissions: ['clipboard-read', 'clipboard-write'] };
  first = await (await browser.newContext(options)).newPage();
  second = await (await browser.newContext(options)).newPage();
  await signIn(first, chancery);
  await signInAs(second, chancery, { name: 'Proofreader Two', role: 'editor' });
  await openLetter(first, chancery, letter);
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
});

const apparatus = (page: Page): Locator => page.getByRole('complementary', { name: 'Apparatus' });
const card = (page: Page, said: string): Locator =>
  apparatus(page).getByRole('listitem').filter({ hasText: said });
const marked = (page: Page): Locator => textOf(page).locator('.commented');

/** Selects the words before the caret with the keyboard. */
async function selectBack(page: Page, letters: number): Promise<void> {
  for (let count = 0; count < letters; count += 1) await page.keyboard.press('Shift+ArrowLeft');
}

/** What stands under the marks of comments, without the carets of colleagues, joined where another mark divides it. */
async function commentedWords(page: Page): Promise<string> {
  const words = await marked(page).evaluateAll((marks) =>
    marks.map((mark) => {
      const copy = mark.cloneNode(true);
      if (!(copy instanceof Element)) return '';
      for (const widget of copy.querySelectorAll('.ProseMirror-widget')) widget.remove();
      return copy.textContent ?? '';
    }),
  );
  return words.join('').replaceAll(/\s+/g, ' ');
}

describe('a comment', () => {
  test('is made by keyboard, mentions a colleague, and leaves the text and its caret alone', async () => {
    await caretBehind(first, words);
    await selectBack(first, words.length);
    const top = await textOf(first).evaluate((text) => text.getBoundingClientRect().height);
    await first.keyboard.press('Control+m');
    await first.keyboard.press('k');
    const field = apparatus(first).getByRole('textbox', { name: 'Comment' });
    await field.waitFor();
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await first.keyboard.type('Is it the value, @proof');
    await first.getByRole('option', { name: 'Proofreader Two' }).waitFor();
    expect(await barriers(first)).toEqual([]);
    await first.keyboard.press('Enter');
    await first.keyboard.type('? See https://tei-c.org/.');
    await first.keyboard.press('Control+Enter');
    await card(first, 'Is it the value, @Proofreader Two').waitFor();
    expect(await commentedWords(first)).toBe(words);
    expect(await textOf(first).evaluate((text) => text.getBoundingClientRect().height)).toBe(top);
    // The focus is in the text again, and what was chosen is chosen.
    expect(await first.evaluate(() => getSelection()?.toString())).toBe(words);
    expect(await textOf(first).evaluate((text) => text === document.activeElement)).toBe(true);
    await apparatus(first).getByRole('link', { name: 'https://tei-c.org/' }).waitFor();
    await textOf(first).locator('[aria-description="commented by Editor One"]').first().waitFor();
    expect(await barriers(first)).toEqual([]);
  });

  test('stands in the inbox of the one mentioned, and leads to its place', async () => {
    await second.goto(`${chancery.address}/inbox`);
    await second.getByRole('link', { name: 'Inbox 1 unread' }).waitFor();
    expect(await barriers(second)).toEqual([]);
    const line = second.getByRole('link', { name: /Editor One mentioned you/ });
    await line.focus();
    await second.keyboard.press('Enter');
    await card(second, 'Is it the value').waitFor();
    await marked(second).first().waitFor();
    await second.getByRole('link', { name: 'Inbox', exact: true }).waitFor();
    expect(await commentedWords(second)).toBe(words);
  });

  test('is answered, and the answer is told at once to whoever has the letter open', async () => {
    await apparatus(second)
      .getByRole('textbox', { name: `Reply in the thread on “${words}”` })
      .click();
    await second.keyboard.type('It is: the copy has it.');
    await second.keyboard.press('Control+Enter');
    await card(second, 'It is: the copy has it.').waitFor();
    await apparatus(first).getByText('It is: the copy has it.').waitFor();
    await first.getByRole('link', { name: 'Inbox 1 unread' }).waitFor();
  });

  test('is corrected and taken back by its author alone, and stays visible as taken back', async () => {
    const mine = apparatus(second).locator('.comment', { hasText: 'It is: the copy has it.' });
    await mine.getByRole('button', { name: 'Your comment' }).click();
    await second.getByRole('menuitem', { name: 'Correct' }).click();
    await second.keyboard.type(' Leaf two.');
    await second.keyboard.press('Control+Enter');
    await apparatus(first).getByText('It is: the copy has it. Leaf two.').waitFor();
    await apparatus(second)
      .locator('.comment', { hasText: 'Leaf two.' })
      .getByRole('button', { name: 'Your comment' })
      .click();
    await second.getByRole('menuitem', { name: 'Take back' }).click();
    await apparatus(first).getByText('Taken back').waitFor();
    expect(await apparatus(first).getByText('Leaf two').count()).toBe(0);
    await apparatus(second).getByRole('button', { name: 'Put back' }).click();
    await apparatus(first).getByText('Leaf two').waitFor();
  });
});

describe('what a comment is on', () => {
  test('keeps to its words while others type around and in it', async () => {
    await caretBehind(second, 'an interest-free ');
    await second.keyboard.type('and large ');
    await caretBehind(second, 'loan to the');
    await second.keyboard.type(' whole');
    await saved(second);
    await until(async () => (await commentedWords(first)) === 'loan to the whole value');
    expect(await commentedWords(second)).toBe('loan to the whole value');
  });

  test('goes with its paragraph when that is cut and pasted', async () => {
    // What is typed at once beside what was typed before is undone with it; this stands apart.
    await caretBehind(second, 'Mr President');
    await second.keyboard.type('!');
    await caretBehind(second, 'loan to the whole value');
    // From the beginning of the paragraph to its end.
    const paragraph = await second.evaluate(() => {
      const block = getSelection()?.focusNode?.parentElement?.closest('[data-tei="p"]');
      if (!block) throw new Error('the caret is in no paragraph');
      getSelection()?.selectAllChildren(block);
      return block.textContent ?? '';
    });
    await second.keyboard.press('Control+x');
    await until(async () => (await marked(second).count()) === 0);
    await caretBehind(second, 'such commodities and');
    await second.keyboard.press('Control+v');
    await saved(second);
    await until(async () => (await commentedWords(first)) === 'loan to the whole value');
    expect(await commentedWords(second)).toBe('loan to the whole value');
    expect(paragraph).toContain('loan to the whole value');
  });

  test('is kept apart when its words go, and is back with them when that is undone', async () => {
    await second.keyboard.press('Control+z');
    await until(async () => (await marked(second).count()) === 0);
    await apparatus(second)
      .getByRole('heading', { name: 'On words that are no longer in the letter' })
      .waitFor();
    await card(second, `“${words}”`).waitFor();
    await saved(second);
    await apparatus(first).getByRole('button', { name: 'words gone, thread of Editor One' }).waitFor();
    expect(await barriers(second)).toEqual([]);
    await second.keyboard.press('Control+z');
    await until(async () => (await commentedWords(second)) === 'loan to the whole value');
    await saved(second);
    await until(async () => (await commentedWords(first)) === 'loan to the whole value');
  });

  test('stands there when the letter is opened again', async () => {
    await openLetter(first, chancery, letter);
    await marked(first).first().waitFor();
    expect(await commentedWords(first)).toBe('loan to the whole value');
  });
});

describe('a thread', () => {
  test('is selected by a click on its words, and by J and K without moving the caret', async () => {
    await caretBehind(first, 'complete agreement');
    await first.keyboard.press('Control+m');
    await first.keyboard.press('k');
    await first.keyboard.type('And this?');
    await first.keyboard.press('Control+Enter');
    await card(first, 'And this?').waitFor();
    // Its sign stands over the line and takes no room in it.
    await textOf(first).getByRole('img', { name: 'Comment by Editor One' }).waitFor({ state: 'attached' });
    await marked(first).first().click();
    await until(async () => (await card(first, 'Leaf two').getAttribute('aria-current')) === 'true');
    await caretBehind(first, 'complete agreement');
    await card(first, 'And this?')
      .getByRole('button', { name: /thread of/ })
      .focus();
    await until(async () => (await card(first, 'And this?').getAttribute('aria-current')) === 'true');
    await first.keyboard.press('j');
    await until(async () => (await card(first, 'Leaf two').getAttribute('aria-current')) === 'true');
    await first.keyboard.press('k');
    await until(async () => (await card(first, 'And this?').getAttribute('aria-current')) === 'true');
    await first.keyboard.press('Escape');
    await first.keyboard.type('!');
    await textOf(first).getByText('complete agreement!').waitFor();
    await first.keyboard.press('Control+z');
  });

  test('is resolved, found among those that are, and opened again; whoever began it is told', async () => {
    await card(second, 'Leaf two').getByRole('button', { name: 'Resolve' }).click();
    await until(async () => (await marked(second).count()) === 0);
    await until(async () => (await marked(first).count()) === 0);
    await first.getByRole('link', { name: 'Inbox 1 unread' }).waitFor();
    await apparatus(first).getByRole('radio', { name: 'Resolved' }).check({ force: true });
    await card(first, 'Leaf two').getByRole('button', { name: 'Reopen' }).click();
    await until(async () => (await marked(second).count()) > 0);
    // Whoever looks at the thread has seen it.
    await first.getByRole('link', { name: 'Inbox', exact: true }).click();
    await first.getByText('Proofreader Two resolved a thread of yours').waitFor();
  });

  test('that is answered meanwhile stands unread in the inbox until all is marked read', async () => {
    await apparatus(second).getByRole('textbox', { name: 'Reply in the thread on this place' }).click();
    await second.keyboard.type('Yes, @edi');
    await second.getByRole('option', { name: 'Editor One' }).click();
    await second.keyboard.press('Control+Enter');
    await apparatus(second).getByText('Yes, @Editor One').waitFor();
    // What is written stands there before the server has it.
    await until(
      async () =>
        (await apparatus(second)
          .getByText(/kept on this device/i)
          .count()) === 0,
    );
    await first.reload();
    await first.getByRole('link', { name: 'Proofreader Two mentioned you' }).waitFor();
    await first.getByText('1 unread', { exact: true }).waitFor();
    expect(await barriers(first)).toEqual([]);
    await first.getByRole('button', { name: 'Mark all read' }).click();
    await first.getByRole('link', { name: 'Inbox', exact: true }).waitFor();
  });
});

describe('what is written of a letter', () => {
  test('is kept on this device until it is sent, through a lost server and a closed page', async () => {
    await openLetter(second, chancery, letter);
    await caretBehind(second, 'munitions');
    await second.keyboard.press('Control+m');
    await second.keyboard.press('k');
    await second.keyboard.type('Kept while');
    await chancery.kill();
    await second.keyboard.type(' nobody listens');
    await second.keyboard.press('Control+Enter');
    await apparatus(second).getByText('Kept on this device; sent as soon as it can be').waitFor();
    await second.goto('about:blank');
    await chancery.restart();
    await openLetter(second, chancery, letter);
    await second.getByRole('tab', { name: /^Comments/ }).click();
    await card(second, 'Kept while nobody listens').getByRole('button', { name: 'Resolve' }).waitFor();
    await openLetter(first, chancery, letter);
    await first.getByRole('tab', { name: /^Comments/ }).click();
    await card(first, 'Kept while nobody listens').waitFor();
  });

  test('is in no TEI', async () => {
    const tei = await teiOf(first, chancery, letter);
    expect(tei).not.toContain('nobody listens');
    expect(tei).not.toContain('Leaf two');
  });
});
