import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import { saved } from '../support/desk.js';
import { pdfText } from '../support/pdf-text.js';

let chancery: RunningChancery;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [chancery, browser] = await Promise.all([startChancery({ onNothing: true }), openBrowser()]);
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
});

/** Selects the first occurrence of a word in the letter as a reader would: by pressing twice on it. */
async function selectWord(word: string): Promise<void> {
  const place = await page.evaluate((wanted) => {
    const root = document.querySelector('.ProseMirror');
    if (!root) throw new Error('there is no letter on the screen');
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.search(new RegExp(`\\b${wanted}\\b`, 'u')) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      node.parentElement?.scrollIntoView({ block: 'center' });
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    throw new Error(`“${wanted}” is not in the letter`);
  }, word);
  await page.mouse.dblclick(place.x, place.y);
}

describe('a word is corrected, and published', () => {
  test('the link signs in, once', async () => {
    await page.goto(chancery.signInLink);
    await page.getByRole('grid').waitFor();
    const stranger = await browser.newContext();
    const second = await stranger.newPage();
    await second.goto(chancery.signInLink);
    expect(await second.getByRole('grid').count()).toBe(0);
    await stranger.close();
  });

  test('the calendar shows the volume as its editors number it', async () => {
    let rows: string[] = [];
    // A letter comes into the open calendar when it has been read, at the latest with the round of each minute.
    const read = async () => {
      rows = await page.getByRole('grid').getByRole('row').allInnerTexts();
      return rows.filter((row) => /\d{4}/.test(row) && /Stalin|Roosevelt|Aide/i.test(row)).length;
    };
    await expect.poll(read, { timeout: 100_000, interval: 1_000 }).toBeGreaterThanOrEqual(7);
    expect(rows.join('\n')).toContain('[5]');
    expect(rows.join('\n')).toMatch(/Received on\s*August 15, 1941/);
  }, 120_000);

  test('No. 2 opens, a word is corrected, and it is saved', async () => {
    await page.getByRole('link', { name: /F\. Roosevelt and W\. Churchill to J\. V\. Stalin/i }).click();
    const letter = page.getByRole('textbox', { name: /No\. 2/ });
    await letter.waitFor();
    await selectWord('splendid');
    await page.keyboard.type('magnificent');
    await saved(page);
    await page
      .getByText(/All changes saved – version \d+/)
      .first()
      .waitFor();
    expect(await letter.innerText()).toContain('in the magnificent defense that you are putting up');
  });

  test('the TEI of the letter differs from the corpus by that word alone', async () => {
    const answer = await page.request.get(
      `${chancery.address}/api/letters/roosevelt-churchill-1941-08-15/tei`,
    );
    const source = await readFile(
      join(import.meta.dirname, '../../corpus/letters/roosevelt-churchill-1941-08-15.xml'),
      'utf8',
    );
    expect(await answer.text()).toBe(source.replace('splendid', 'magnificent'));
  });

  test('Publish ends with links to the web edition and the PDF', async () => {
    await page.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: 'Editions' }).click();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('link', { name: 'Web edition' }).waitFor({ timeout: 60_000 });
  });

  test('the web page and the PDF hold the corrected word', async () => {
    await page.goto(`${chancery.address}/edition/letters/roosevelt-churchill-1941-08-15/`);
    expect(await page.getByRole('main').innerText()).toMatch(
      /in the magnificent defense that you are putting up/,
    );
    const answer = await page.request.get(`${chancery.address}/edition/volume.pdf`);
    expect(answer.headers()['content-type']).toContain('application/pdf');
    const text = (await pdfText(await answer.body())).join(' ');
    expect(text).toMatch(/magnificent\s+de(?:- )?fense that you are putting up/);
    expect(text).not.toContain('splendid');
  });

  test('a killed server comes back with the word', async () => {
    await chancery.killAndRestart();
    const answer = await page.request.get(
      `${chancery.address}/api/letters/roosevelt-churchill-1941-08-15/tei`,
    );
    expect(await answer.text()).toContain('magnificent');
  });
});
