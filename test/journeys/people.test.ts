import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, overflow } from '../support/accessible.js';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import { editable, signIn } from '../support/desk.js';
import { focusedName, tabTo } from '../support/keyboard.js';

const letter = 'stalin-1941-08-04';
const email = 'proofreader@example.org';
const password = 'vellum, wax and wafers';

let chancery: RunningChancery;
let browser: Browser;
let chief: Page;
let proofreader: Page;
let invitation: string;

async function newPage(): Promise<Page> {
  return (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
}

beforeAll(async () => {
  [chancery, browser] = await Promise.all([startChancery(), openBrowser()]);
  [chief, proofreader] = await Promise.all([newPage(), newPage()]);
  await signIn(chief, chancery);
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
});

/** Goes to a screen by the palette. */
async function goTo(page: Page, screen: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type(`>${screen}`);
  await page.getByRole('option', { name: new RegExp(`^${screen}`), selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: screen }).waitFor();
}

/** The link that was just made: it has the focus, to be copied. */
async function linkMade(): Promise<string> {
  const field = chief.getByRole('textbox', { name: 'Link' });
  await field.waitFor();
  expect(await focusedName(chief)).toBe('Link');
  return field.inputValue();
}

describe('with the keyboard alone', () => {
  test('the chief editor invites a proofreader', async () => {
    await goTo(chief, 'People');
    await tabTo(chief, 'Name');
    await chief.keyboard.type('Proofreader One');
    await chief.keyboard.press('Enter');
    invitation = await linkMade();
    expect(invitation).toMatch(/\/invitation#[\w-]{43}$/);
    expect(await barriers(chief)).toEqual([]);
    await chief.getByText('Open until').waitFor();
    await tabTo(chief, 'Done');
    await chief.keyboard.press('Enter');
    await chief.getByRole('textbox', { name: 'Link' }).waitFor({ state: 'detached' });
  });

  test('the proofreader sees what they are invited to, is told why a password is refused, and joins', async () => {
    await proofreader.goto(invitation);
    await proofreader.getByRole('heading', { name: 'Editor One invites you' }).waitFor();
    await proofreader.getByText('as proofreader').waitFor();
    expect(await barriers(proofreader)).toEqual([]);
    await tabTo(proofreader, 'Your name');
    expect(await proofreader.getByLabel('Your name').inputValue()).toBe('Proofreader One');
    await tabTo(proofreader, 'Email address');
    await proofreader.keyboard.type(email);
    await tabTo(proofreader, 'Password');
    await proofreader.keyboard.type('too short');
    await proofreader.keyboard.press('Enter');
    await proofreader.getByText('It needs at least 12').waitFor();
    await proofreader.keyboard.press('Control+a');
    await proofreader.keyboard.type(password);
    await proofreader.keyboard.press('Enter');
    await proofreader.getByText('No letter is yours yet.').waitFor();
  });

  test('has the letters before them that are assigned to them', async () => {
    const edition = `${chancery.address}/api/editions/volume-two`;
    const { members } = await (await chief.request.get(`${edition}/members`)).json();
    const userId = members.find(({ name }: { name: string }) => name === 'Proofreader One').id;
    const data = { letterIds: [letter], stage: 'first-proof', userId };
    const headers = { origin: chancery.address };
    const answer = await chief.request.post(`${edition}/assignments`, { data, headers });
    expect(answer.status(), await answer.text()).toBe(200);
    await proofreader.reload();
    await proofreader.getByRole('grid').waitFor();
  });

  test('sees what a proofreader may, and no more', async () => {
    const desk = proofreader.getByRole('navigation', { name: 'Desk' });
    await desk.getByRole('link', { name: 'Letters' }).waitFor();
    expect(await desk.getByRole('link', { name: /People|Log/ }).count()).toBe(0);
    await proofreader.goto(`${chancery.address}/volumes/volume-two/people`);
    await proofreader.getByRole('row', { name: /Editor One/ }).waitFor();
    expect(await proofreader.getByRole('main').getByRole('button').count()).toBe(0);
    expect(await proofreader.getByRole('main').textContent()).not.toContain('@');
    const log = await proofreader.request.get(`${chancery.address}/api/editions/volume-two/log`);
    expect(log.status()).toBe(403);
    await proofreader.goto(`${chancery.address}/letters/${letter}`);
    await proofreader.getByText('At its present stage you may not change this letter itself').waitFor();
  });

  test('signs out', async () => {
    await proofreader.goto(chancery.address);
    await proofreader.getByRole('grid').waitFor();
    await tabTo(proofreader, 'PO: Proofreader One, proofreader');
    await proofreader.keyboard.press('Enter');
    await proofreader.getByRole('menuitem', { name: 'Account' }).waitFor();
    await proofreader.keyboard.press('End');
    await proofreader.keyboard.press('Enter');
    await proofreader.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await barriers(proofreader)).toEqual([]);
  });

  test('is told of a wrong password, and signs in with the right one where they wanted to be', async () => {
    await proofreader.goto(`${chancery.address}/letters/${letter}`);
    await proofreader.getByRole('heading', { name: 'Sign in' }).waitFor();
    await tabTo(proofreader, 'Email address');
    await proofreader.keyboard.type(email);
    await tabTo(proofreader, 'Password');
    await proofreader.keyboard.type('not the password');
    await proofreader.keyboard.press('Enter');
    await proofreader.getByText('do not belong together').waitFor();
    expect(await proofreader.getByLabel('Email address').inputValue()).toBe(email);
    expect(await barriers(proofreader)).toEqual([]);
    await proofreader.keyboard.press('Control+a');
    await proofreader.keyboard.type(password);
    await proofreader.keyboard.press('Enter');
    await proofreader.getByText('At its present stage you may not change this letter itself').waitFor();
  });

  test('the chief editor makes them an editor, and their open letter can be edited', async () => {
    await chief.reload();
    await chief.getByRole('row', { name: /Proofreader One/ }).waitFor();
    await tabTo(chief, 'Role of Proofreader One');
    await chief.keyboard.press('ArrowUp');
    await chief.getByText('Make them editor?').waitFor();
    expect(await barriers(chief)).toEqual([]);
    await tabTo(chief, 'Make editor');
    await chief.keyboard.press('Enter');
    await chief.getByText('Make them editor?').waitFor({ state: 'detached' });
    expect(await focusedName(chief)).toBe('Role of Proofreader One');
    await editable(proofreader);
  });

  test('a sign-in link lets them in who have lost the password, and set a new one', async () => {
    await tabTo(chief, 'Sign-in link for Proofreader One');
    await chief.keyboard.press('Enter');
    const page = await newPage();
    await page.goto(await linkMade());
    await page.getByText('You have followed a sign-in link').waitFor();
    expect(await barriers(page)).toEqual([]);
    await tabTo(page, 'Sign in');
    await page.keyboard.press('Enter');
    await page.getByRole('grid').waitFor();
    await tabTo(page, 'PO: Proofreader One, editor');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Account' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await page.getByLabel('Old password', { exact: true }).count()).toBe(0);
    await tabTo(page, 'New password');
    await page.keyboard.type(`${password} again`);
    await page.keyboard.press('Enter');
    await page.getByText('The new password is set.').waitFor();
    await page.context().close();
    await proofreader.goto(chancery.address);
    await proofreader.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  test('with the new password they are at the desk again, and are removed while a letter is open', async () => {
    await tabTo(proofreader, 'Email address');
    await proofreader.keyboard.type(email);
    await tabTo(proofreader, 'Password');
    await proofreader.keyboard.type(`${password} again`);
    await proofreader.keyboard.press('Enter');
    await proofreader.getByRole('grid').waitFor();
    await proofreader.goto(`${chancery.address}/letters/${letter}`);
    await editable(proofreader);
    await tabTo(chief, 'Remove Proofreader One');
    await chief.keyboard.press('Enter');
    await chief.getByText('They are shut out at once').waitFor();
    expect(await focusedName(chief)).toBe('Remove Proofreader One');
    await chief.keyboard.press('Escape');
    await chief.getByText('They are shut out at once').waitFor({ state: 'detached' });
    await tabTo(chief, 'Remove Proofreader One');
    await chief.keyboard.press('Enter');
    await chief.getByText('They are shut out at once').waitFor();
    await chief.keyboard.press('Enter');
    await chief.getByRole('combobox', { name: /Proofreader One/ }).waitFor({ state: 'detached' });
    expect(await focusedName(chief)).not.toBe('');
    await proofreader.getByText('You were signed out, or may not read this letter any more.').waitFor();
    expect(await barriers(proofreader)).toEqual([]);
    await proofreader.locator('[role="textbox"][aria-readonly="true"].letter').waitFor();
  });

  test('the log tells of all of it, by person too', async () => {
    await goTo(chief, 'Log');
    await chief.getByText('removed Proofreader One, who was editor').waitFor();
    for (const words of [
      'invited Proofreader One as proofreader',
      'joined as proofreader',
      'failed to sign in as Proofreader One',
      'signed in with the password',
      'made Proofreader One editor, who was proofreader',
      'made a sign-in link for Proofreader One',
      'set a new password',
    ])
      await chief.getByText(words).first().waitFor();
    expect(await barriers(chief)).toEqual([]);
    await tabTo(chief, /^Person/);
    await chief.keyboard.type('Proof');
    await chief.getByText('invited Proofreader One as proofreader').waitFor({ state: 'detached' });
    await chief.getByText('joined as proofreader').waitFor();
    const address = await chief.getByRole('link', { name: 'CSV' }).getAttribute('href');
    const csv = await (await chief.request.get(`${chancery.address}${address}`)).text();
    expect(csv).toContain('"Proofreader One"');
    expect(csv).not.toContain('"Editor One"');
  });
});

test('an invitation that was accepted leads nowhere, and says why', async () => {
  const page = await newPage();
  await page.goto(invitation);
  await page.getByRole('heading', { name: 'This invitation leads nowhere' }).waitFor();
  await page.getByText('has been accepted already').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.context().close();
});

test.each(['people', 'log'])('at 390 pixels %s does not go beyond the edge', async (screen) => {
  await chief.setViewportSize({ width: 390, height: 800 });
  await chief.goto(`${chancery.address}/volumes/volume-two/${screen}`);
  await chief.getByRole('table').waitFor();
  expect(await overflow(chief)).toBe(0);
  expect(await barriers(chief)).toEqual([]);
});
