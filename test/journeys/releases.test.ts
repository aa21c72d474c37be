import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from '../support/accessible.js';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import { signIn, teiOf, textOf, until } from '../support/desk.js';

const address = 'letters/stalin-1941-11-04/';

let chancery: RunningChancery;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [chancery, browser] = await Promise.all([startChancery(), openBrowser()]);
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await signIn(page, chancery);
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
});

async function press(name: RegExp | string): Promise<void> {
  const button = page.getByRole('button', { name });
  await button.focus();
  await page.keyboard.press('Enter');
}

test('an edition is looked through, signed off as a release, and withdrawn with a reason', async () => {
  await page.getByRole('link', { name: 'Editions', exact: true }).click();
  const preflight = page.getByRole('region', { name: /^Preflight/ });
  const outputs = preflight.getByRole('listitem').filter({ hasText: 'Outputs and conservation' });
  await outputs.getByText('Press Publish, and look at the outputs').waitFor();
  expect(await barriers(page)).toEqual([]);
  await press('Publish');
  await outputs.getByText('Passed').waitFor();

  // Each check leads to its places.
  const stages = preflight.getByRole('listitem').filter({ hasText: 'These letters are not ready' }).first();
  await stages.locator('summary').focus();
  await page.keyboard.press('Enter');
  await stages.getByRole('link', { name: 'No. 4', exact: true }).waitFor();

  const sign = page.getByRole('button', { name: /^Sign off and release/ });
  expect(await sign.getAttribute('aria-disabled')).toBe('true');
  for (let open = preflight.getByRole('button', { name: /^Acknowledge/ }); (await open.count()) > 0; ) {
    await open.first().focus();
    await page.keyboard.press('Enter');
  }
  await page.getByRole('textbox', { name: 'Note' }).fill('The letters as they were first read.');
  expect(await sign.getAttribute('aria-disabled')).toBe('false');
  await press(/^Sign off and release/);
  const releases = page.getByRole('region', { name: 'Releases' });
  await releases.getByRole('link', { name: '1.0', exact: true }).waitFor();
  expect(await barriers(page)).toEqual([]);
  expect((await page.request.get(`${chancery.address}/edition/r/1.0/${address}`)).status()).toBe(200);

  await press('Withdraw 1.0');
  const reason = releases.getByRole('textbox', { name: /^Reason/ });
  await reason.fill('No. 4 was read from another copy.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await releases.getByText('Withdrawn', { exact: true }).waitFor();
  expect(await barriers(page)).toEqual([]);
  const gone = await page.request.get(`${chancery.address}/edition/r/1.0/${address}`);
  expect(gone.status()).toBe(410);
  expect(await gone.text()).toContain('No. 4 was read from another copy.');
});

test('the way to a place ends where the place is to be seen, in a letter that nobody has clicked into', async () => {
  const words = 'Brief reference notes are appended.';
  const lines = (await teiOf(page, chancery, 'volume-two')).split('\n');
  const line = lines.findIndex((each) => each.includes(words)) + 1;
  await page.goto(`${chancery.address}/letters/volume-two?at=source.${line}:1`);
  await until(() => page.evaluate((wanted) => getSelection()?.focusNode?.textContent === wanted, words));
  const place = await textOf(page).getByText(words).boundingBox();
  expect(place?.y).toBeGreaterThan(100);
  expect(place?.y).toBeLessThan(850);
});

test('the way to words of a page note ends at its callout', async () => {
  const words = 'This message is mentioned in';
  const lines = (await teiOf(page, chancery, 'volume-two')).split('\n');
  const line = lines.findIndex((each) => each.includes(words));
  const column = (lines[line] ?? '').indexOf(words) + 1;
  await page.goto(`${chancery.address}/letters/volume-two?at=source.${line + 1}:${column}`);
  await textOf(page).and(page.locator(':focus')).waitFor();
  const callout = await textOf(page).getByText('April 23, 1942', { exact: true }).boundingBox();
  expect(callout?.y).toBeGreaterThan(100);
  expect(callout?.y).toBeLessThan(850);
});

test('the way to a note ends on its line of the queue, by which it is decided', async () => {
  await page.goto(`${chancery.address}/volumes/volume-two/notes?note=volume-two/endnote-4&show=all`);
  const line = page.locator('[data-note="volume-two/endnote-4"]');
  await line.and(page.locator(':focus')).waitFor();
  expect((await line.boundingBox())?.y).toBeLessThan(850);
});
