import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, overflow } from '../support/accessible.js';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import { editable, openLetter, signIn } from '../support/desk.js';
import { hostile, volumeOfEveryPage } from '../support/every-page.js';
import { type ServedEdition, serveEdition } from '../support/served-edition.js';

let chancery: RunningChancery;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [chancery, browser] = await Promise.all([startChancery(), openBrowser()]);
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
});

const letter = 'stalin-1941-10-03';

async function openTab(name: string): Promise<void> {
  const tab = page.getByRole('tab', { name: new RegExp(`^${name}`) });
  await tab.click();
  await page.locator('[role="tab"][aria-selected="true"]', { hasText: name }).waitFor();
}

/** Waits until the letter has been checked, so that its findings stand on the screen. */
async function checked(): Promise<void> {
  await openTab('Findings');
  await page.getByRole('heading', { name: /No findings|errors?\b/ }).waitFor();
}

/** The pages that a page leads to: `index.html` is the page of its folder. */
function linksOf(from: Page): Promise<string[]> {
  return from.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map((link) =>
      link.href.replace(/(?:index\.html)?(?:#.*)?$/, ''),
    ),
  );
}

describe('nothing at the desk keeps anybody out', () => {
  test('signed out', async () => {
    await page.goto(chancery.address);
    await page.getByRole('heading', { name: /Sign in/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test('letters', async () => {
    await signIn(page, chancery);
    expect(await barriers(page)).toEqual([]);
    // The line over the title stands over it, and not on it.
    const over = await page.locator('.head .over').boundingBox();
    const title = await page.getByRole('heading', { level: 1 }).boundingBox();
    expect((over?.y ?? 0) + (over?.height ?? 0)).toBeLessThanOrEqual(title?.y ?? 0);
  });

  test('the letter desk, with each tab of the apparatus', async () => {
    await openLetter(page, chancery, letter);
    await checked();
    expect(await barriers(page)).toEqual([]);
    for (const name of ['Notes', 'Marks', 'Metadata']) {
      await openTab(name);
      expect(await barriers(page), name).toEqual([]);
    }
  });

  test('after Ctrl M', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+m');
    await page.locator('.chord').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  test('the palette', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('all keys', async () => {
    await page.keyboard.press('Control+/');
    await page.getByRole('dialog').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('what the page looks like when printed', async () => {
    await page.keyboard.press('Control+m');
    await page.keyboard.press('4');
    await page.getByText('As the page will print').first().waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test.each([1024, 768])('the letter desk at %i pixels', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await openLetter(page, chancery, letter);
    await openTab('Marks');
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });

  test('the volume’s own file', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${chancery.address}/letters/volume-two`);
    await editable(page);
    await checked();
    expect(await barriers(page)).toEqual([]);
  });

  test('editions, before and after publishing', async () => {
    await page.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: 'Editions' }).click();
    const publish = page.getByRole('button', { name: 'Publish' });
    await publish.waitFor();
    expect(await barriers(page)).toEqual([]);
    await publish.click();
    await page.getByRole('link', { name: 'Web edition' }).waitFor({ timeout: 80_000 });
    expect(await barriers(page)).toEqual([]);
  });
});

describe('nothing in the published edition keeps anybody out', () => {
  test('each kind of its pages, wide and at 320 pixels', async () => {
    const start = `${chancery.address}/edition/`;
    const seen = new Set<string>();
    const waiting = [start];
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      if (seen.has(address)) continue;
      seen.add(address);
      // Two letters speak for the others: between them they have everything that a letter has. So do one person and place.
      if (address.includes('/letters/') && !/aide-memoire|roosevelt-churchill/.test(address)) continue;
      if (/\/(persons|places)\/[^/]+\/$/.test(address) && !/roosevelt|moscow/.test(address)) continue;
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(address);
      waiting.push(...(await linksOf(page)).filter((link) => link.startsWith(start) && link.endsWith('/')));
      expect.soft(await barriers(page), address).toEqual([]);
      // As wide as 1280 pixels are at 200 per cent.
      await page.setViewportSize({ width: 640, height: 450 });
      expect.soft(await overflow(page), `${address} at 200 per cent`).toBe(0);
      await page.setViewportSize({ width: 320, height: 700 });
      expect.soft(await barriers(page), `${address} at 320 pixels`).toEqual([]);
      expect.soft(await overflow(page), `${address} at 320 pixels`).toBe(0);
    }
    expect([...seen].filter((address) => /\/letters\/[^/]+\/$/.test(address))).toHaveLength(7);
    for (const kind of ['calendar', 'persons', 'persons/roosevelt', 'places', 'search'])
      expect(seen).toContain(`${start}${kind}/`);
    expect(seen).toContain(`${start}letters/roosevelt-churchill-1941-08-15/diplomatic/`);
    expect(seen).toContain(`${start}letters/roosevelt-churchill-1941-08-15/source/`);
    // Some twenty pages, each looked at twice.
  }, 300_000);

  test('choosing in the calendar, and searching', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${chancery.address}/edition/calendar/`);
    await page.locator('summary', { hasText: 'Correspondent' }).press('Enter');
    await page.getByRole('checkbox', { name: /^Churchill, Winston S\./ }).press('Space');
    await page.getByText('1 of 7 documents').waitFor();
    expect(await page.locator('article li[data-year]:visible').count()).toBe(1);
    expect(page.url()).toContain('?person=churchill');
    expect(await barriers(page)).toEqual([]);

    await page.goto(`${chancery.address}/edition/search/`);
    const words = page.getByRole('searchbox', { name: 'Words in the documents and notes' });
    await words.fill('shiploads');
    await words.press('Enter');
    await page.getByText('1 page found.').waitFor();
    await page.locator('summary', { hasText: 'Correspondent' }).press('Enter');
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await overflow(page)).toBe(0);
    await page.getByRole('link', { name: /^No\. 2\./ }).press('Enter');
    await page.locator('article mark', { hasText: 'shiploads' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});

describe('nor in an edition that has what the sample volume has not', () => {
  let edition: ServedEdition;
  beforeAll(async () => {
    edition = await serveEdition(volumeOfEveryPage('renamed'), volumeOfEveryPage('second'));
  });
  afterAll(() => edition?.stop());

  test.each([
    'organisations/',
    'organisations/society/',
    'bibliography/',
    'bibliography/memoirs/',
    'letters/first/facsimile/',
    'letters/renamed/',
    'no/such/page',
  ])('%s', async (path) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(edition.address + path);
    expect.soft(await barriers(page)).toEqual([]);
    for (const width of [320, 640, 3840]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await overflow(page), `at ${width} pixels`).toBe(0);
    }
  });

  test('what a search has found is text, whatever the documents hold', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(edition.address);
    const box = page.getByRole('searchbox', { name: 'Search the edition' });
    await box.fill('needlework');
    await box.press('Enter');
    await page.getByText('1 page found.').waitFor();
    const found = page.locator('.hits li');
    expect(await found.locator('p').textContent()).toContain(hostile);
    expect(await found.locator('img, script, b').count()).toBe(0);
    expect(await found.locator('mark').first().textContent()).toMatch(/^needlework$/i);
    await found.getByRole('link').press('Enter');
    await page.locator('article mark').first().waitFor();
    expect(await page.locator('article').locator('img, script, b').count()).toBe(0);
    expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
  });
});
