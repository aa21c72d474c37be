import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

const letter = 'stalin-1941-08-04';

let chancery: RunningChancery;
let browser: Browser;
let tunnel: BrowserContext;
let ada: Page;
let bob: Page;
let cleo: Page;
/** The TEI as everybody's typing should have made it. */
let expected: string;

beforeAll(async () => {
  [chancery, browser] = await Promise.all([startChancery(), openBrowser()]);
  const open = () => browser.newContext({ viewport: { width: 1280, height: 800 } });
  tunnel = await open();
  ada = await (await open()).newPage();
  bob = await (await open()).newPage();
  cleo = await tunnel.newPage();
  await signIn(ada, chancery);
  await signInAs(bob, chancery, { name: 'Bob', role: 'editor' });
  await signInAs(cleo, chancery, { name: 'Cleo', role: 'editor' });
  await Promise.all(everybody().map((page) => openLetter(page, chancery, letter)));
  expected = await sampleLetter(letter);
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
});

const everybody = () => [ada, bob, cleo];

/** Types behind some words of the first paragraph. */
async function typeBehind(page: Page, words: string, typed: string): Promise<void> {
  await caretBehind(page, words);
  await page.keyboard.type(typed, { delay: 30 });
}

/** Notes what somebody has typed, and waits until it is in every window. */
async function arrives(words: string, typed: string, pages = everybody()): Promise<void> {
  await Promise.all(
    pages.map((page) => until(async () => (await wordsOn(page)).includes(`${words}${typed}`))),
  );
}

/** The words on the screen, one line a paragraph, without the carets of the others. */
function wordsOn(page: Page): Promise<string> {
  return textOf(page).evaluate((shown) => {
    const copy = shown.cloneNode(true) as HTMLElement;
    for (const caret of copy.querySelectorAll('.others-caret')) caret.remove();
    return [...copy.querySelectorAll('[data-tei="p"], p')].map((each) => each.textContent).join('\n');
  });
}

/** What three windows show, the stored TEI says, and nothing else. */
async function allAgree(): Promise<void> {
  await Promise.all(everybody().map(saved));
  expect(await teiOf(ada, chancery, letter)).toBe(expected);
  const [first, ...others] = await Promise.all(everybody().map(wordsOn));
  for (const other of others) expect(other).toBe(first);
  const body = expected.slice(expected.indexOf('<body>'));
  const paragraphs = [...body.matchAll(/<p>(.*?)<\/p>/gs)].map(([, inside = '']) =>
    inside.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' '),
  );
  // On the screen stands the number of a note that the TEI only points to.
  expect(first?.replaceAll(/\s*\n\s*/g, '\n').replace(/treaty\d+/, 'treaty')).toBe(paragraphs.join('\n'));
}

test('three people type in one paragraph at once', async () => {
  const places = [
    [ada, 'great importance', ' and weight'],
    [bob, 'conflicts among', ' all'],
    [cleo, 'neutrality and', ' of'],
  ] as const;
  await Promise.all(places.map(([page, words, typed]) => typeBehind(page, words, typed)));
  for (const [, words, typed] of places) {
    await arrives(words, typed);
    expected = expected.replace(words, `${words}${typed}`);
  }
  await allAgree();
});

test('one of them is in a tunnel, while the others go on', async () => {
  await tunnel.setOffline(true);
  await cleo.locator('[data-save-state="offline"]').waitFor();
  const places = [
    [ada, 'have already borne', ' some'],
    [bob, 'the ruling circles', ' there'],
    [cleo, 'Voices are being', ' now'],
  ] as const;
  await Promise.all(places.map(([page, words, typed]) => typeBehind(page, words, typed)));
  await arrives('have already borne', ' some', [ada, bob]);
  await arrives('the ruling circles', ' there', [ada, bob]);
  await Promise.all([saved(ada), saved(bob)]);
  expect(await wordsOn(ada)).not.toContain('being now');
  expect(await wordsOn(cleo)).not.toContain('borne some');
  await tunnel.setOffline(false);
  for (const [, words, typed] of places) {
    await arrives(words, typed);
    expected = expected.replace(words, `${words}${typed}`);
  }
  await allAgree();
});

test('the server is killed under all of them, and comes back', async () => {
  const places = [
    [ada, 'The severance', ' in part'],
    [bob, 'matter of', ' fully'],
    [cleo, 'reconciliation', ' at last'],
  ] as const;
  const typing = Promise.all(places.map(([page, words, typed]) => typeBehind(page, words, typed)));
  await chancery.kill();
  await typing;
  await Promise.all(everybody().map((page) => page.locator('[data-save-state="offline"]').waitFor()));
  await chancery.restart();
  for (const [, words, typed] of places) {
    await arrives(words, typed);
    expected = expected.replace(words, `${words}${typed}`);
  }
  await allAgree();
});

test('undoing reaches back over the tunnel and the killed server, and takes only one’s own', async () => {
  const own = [
    ['reconciliation', ' at last'],
    ['Voices are being', ' now'],
    ['neutrality and', ' of'],
  ] as const;
  await textOf(cleo).focus();
  for (const [words, typed] of own) {
    const without = (await wordsOn(cleo)).replace(`${words}${typed}`, words);
    await until(async () => {
      await cleo.keyboard.press('Control+z');
      return (await wordsOn(cleo)) === without;
    });
    expected = expected.replace(`${words}${typed}`, words);
    await allAgree();
  }
});
