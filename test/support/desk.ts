import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { vi } from 'vitest';
import type { RunningChancery } from './chancery.js';
import { type Colleague, signInPathFor } from './colleague.js';
import { embeddedDatabaseUrl } from './embedded-database.mjs';

const letters = join(import.meta.dirname, '../../corpus/letters');

/** A letter of the sample volume, as it is imported. */
export function sampleLetter(id: string): Promise<string> {
  return readFile(join(letters, `${id}.xml`), 'utf8');
}

/** The TEI of a letter, as the server has it now. */
export async function teiOf(page: Page, chancery: RunningChancery, id: string): Promise<string> {
  const answer = await page.request.get(`${chancery.address}/api/letters/${id}/tei`);
  if (!answer.ok()) throw new Error(`${id}: ${answer.status()} ${await answer.text()}`);
  return answer.text();
}

/** The text of the letter on the screen. */
export function textOf(page: Page): Locator {
  return page.locator('[role="textbox"].letter');
}

/** Signs in, and waits for the calendar. */
export async function signIn(page: Page, chancery: RunningChancery): Promise<void> {
  await page.goto(chancery.signInLink);
  await page.getByRole('grid').waitFor();
}

/** Makes a person with a role in the sample volume's edition, signs them in, and waits for the calendar. */
export async function signInAs(page: Page, chancery: RunningChancery, colleague: Colleague): Promise<void> {
  const path = await signInPathFor(embeddedDatabaseUrl(chancery.dataDir), colleague);
  await page.goto(`${chancery.address}${path}`);
  await page.getByRole('grid').or(page.getByText('No letter is yours yet.')).waitFor();
}

/** Opens a letter by its address and waits until it can be typed in. */
export async function openLetter(page: Page, chancery: RunningChancery, id: string): Promise<void> {
  await page.goto(`${chancery.address}/letters/${id}`);
  await editable(page);
}

/** Waits until the letter on the screen can be typed in. */
export async function editable(page: Page): Promise<void> {
  await page.locator('[role="textbox"][aria-readonly="false"].letter').waitFor();
}

/** Waits until everything that was typed is acknowledged. */
export async function saved(page: Page): Promise<void> {
  // A report of 600 KB takes a slow computer that has other things to do more than the usual half minute.
  await page.locator('[data-save-state="saved"]').waitFor({ timeout: 60_000 });
}

/** Waits until something has come about. */
export async function until(cameAbout: () => Promise<boolean>): Promise<void> {
  await vi.waitUntil(cameAbout, { timeout: 30_000 });
}

/** How many changes this device keeps that the server has not acknowledged. */
export function keptOnDevice(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('chancery');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction('changes').objectStore('changes').getAll();
          asked.onerror = () => reject(asked.error);
          asked.onsuccess = () => {
            opening.result.close();
            resolve(asked.result.reduce((sum, { steps }) => sum + steps.length, 0));
          };
        };
      }),
  );
}

/**
 * Puts the caret right behind the first occurrence of some words, as a click would: the selection of the page is set,
 * and the editor follows it.
 */
export async function caretBehind(page: Page, words: string): Promise<void> {
  await textOf(page).focus();
  await page.evaluate((wanted) => {
    const root = document.querySelector('.letter.ProseMirror');
    if (!root) throw new Error('there is no letter on the screen');
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      getSelection()?.collapse(node, at + wanted.length);
      return;
    }
    throw new Error(`“${wanted}” is not in the letter`);
  }, words);
  // The editor reads the selection when the browser tells it of the change, which is before the next key.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
}

/** Takes the answer of the palette that stands first, once it is this. What it does is done when the palette is gone. */
export async function takeFirst(page: Page, answer: RegExp): Promise<void> {
  await page.getByRole('option', { name: answer, selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** The words before the caret, in its paragraph. */
export function beforeCaret(page: Page): Promise<string> {
  return page.evaluate(() => {
    const selection = getSelection();
    const block = selection?.focusNode?.parentElement?.closest('[data-tei]:not(span)');
    if (!selection?.focusNode || !block) return '';
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEnd(selection.focusNode, selection.focusOffset);
    return range.toString();
  });
}

/** Moves the caret word by word, with the keyboard alone, until it stands behind these words. */
export async function walkBehind(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+Home');
  for (let word = 0; word < 400; word++) {
    if ((await beforeCaret(page)).endsWith(words)) return;
    await page.keyboard.press('Control+ArrowRight');
  }
  throw new Error(`the caret never came behind “${words}”`);
}
