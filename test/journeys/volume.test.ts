import type { Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { barriers } from '../support/accessible.js';
import { atDesk } from '../support/at-desk.js';
import type { RunningChancery } from '../support/chancery.js';
import {
  caretBehind,
  editable,
  openLetter,
  saved,
  takeFirst,
  teiOf,
  textOf,
  until,
} from '../support/desk.js';
import { focusedName, tabTo } from '../support/keyboard.js';

const [first, fourth] = ['stalin-1941-08-04', 'stalin-1941-10-03'];

let chancery: RunningChancery;
let page: Page;

atDesk((started, opened) => {
  chancery = started;
  page = opened;
});

const order = () => page.getByRole('listbox', { name: /^Order of the letters/ });
const reference = () => textOf(page).locator('.reference').getAttribute('data-reference');

async function toTheVolume(): Promise<void> {
  await tabTo(page, 'Volume');
  await page.keyboard.press('Enter');
  await order().waitFor();
}

describe('by keys alone', () => {
  test('the numbers of the volume come to be counted', async () => {
    await toTheVolume();
    expect(await barriers(page)).toEqual([]);
    await tabTo(page, 'As each letter bears it');
    await page.keyboard.press('ArrowUp');
    await tabTo(page, 'Save the settings');
    await page.keyboard.press('Enter');
    await page.getByText('The settings are saved.').waitFor({ state: 'attached' });
    expect(await teiOf(page, chancery, 'volume-two')).toContain('<list type="documents" rend="numbered">');
  });

  test('No. 1 comes to refer to No. 4', async () => {
    await openLetter(page, chancery, first);
    await caretBehind(page, 'have already borne fruit');
    await page.keyboard.press('Control+m');
    await page.keyboard.press('r');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('No. 4');
    await takeFirst(page, /^Refer to No. 4/);
    await saved(page);
    expect(await teiOf(page, chancery, first)).toContain(
      `have already borne fruit<ptr type="document" target="${fourth}.xml"/>`,
    );
    expect(await reference()).toBe('No. 4');
    await page.getByRole('tab', { name: /References/ }).click();
    await page
      .getByRole('tabpanel', { name: /References/ })
      .getByText('No. 4', { exact: true })
      .waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test('what is taken before it is found is done once, where the caret was, and not if the palette is closed', async () => {
    const before = await teiOf(page, chancery, first);
    const held: Route[] = [];
    await page.route(/\/targets\?words=No/, (route) => void held.push(route));
    const takeUnfound = async (searches: number) => {
      await page.getByRole('combobox').waitFor();
      await page.keyboard.type('No. 4');
      await page.keyboard.press('Enter');
      await until(async () => held.length === searches);
    };
    await caretBehind(page, 'attaches great');
    // These keys come before the browser has told of the caret.
    await page.evaluate(() => {
      getSelection()?.modify('move', 'backward', 'word');
      for (const key of [{ key: 'm', ctrlKey: true }, { key: 'r' }])
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true }));
    });
    await takeUnfound(1);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+m');
    await page.keyboard.press('r');
    await takeUnfound(2);
    await page.keyboard.press('Enter');
    for (const route of held) await route.continue();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.unrouteAll();
    await saved(page);
    expect(await teiOf(page, chancery, first)).toBe(
      before.replace('attaches great', `attaches <ptr type="document" target="${fourth}.xml"/>great`),
    );
    await page.keyboard.press('Control+z');
    await until(async () => (await teiOf(page, chancery, first)) === before);
  });

  test('No. 4 is put into the second place, and every reference follows', async () => {
    await page.goto(`${chancery.address}/volumes/volume-two/volume`);
    const moved = order().getByRole('option', { name: /October 3, 1941/ });
    await moved.waitFor();
    await tabTo(page, /^1J. V. Stalin/);
    for (let step = 1; step < 4; step++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText(/is now No\. 2\./).waitFor({ state: 'attached' });
    expect(await moved.innerText()).toMatch(/^2\b/);
    expect(await moved.evaluate((option) => option === document.activeElement)).toBe(true);
    await openLetter(page, chancery, first);
    await expect.poll(reference).toBe('No. 2');
    await page.goto(`${chancery.address}/letters/${fourth}`);
    await editable(page);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('No. 2');
    expect(await textOf(page).locator('[data-prints]').getAttribute('data-prints')).toBe('prints as No. 2');
    await page.getByRole('tab', { name: /References/ }).click();
    await page
      .getByRole('tabpanel', { name: /References/ })
      .getByRole('link', { name: /^No. 1/ })
      .waitFor();
  });

  test('the web edition has the number, the reference and the way back', async () => {
    await page.goto(`${chancery.address}/volumes/volume-two/editions`);
    await page.getByText('F. Roosevelt and W. Churchill to J. V. Stalin').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Publish' }).isEnabled()).toBe(true);
    await tabTo(page, 'Publish');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Web edition' }).waitFor({ timeout: 60_000 });
    await page.goto(`${chancery.address}/edition/letters/${first}/`);
    expect(await page.getByRole('main').getByRole('link', { name: 'No. 2', exact: true }).count()).toBe(1);
    await page.goto(`${chancery.address}/edition/letters/${fourth}/`);
    expect(await page.getByRole('main').innerText()).toMatch(/No\. 2[\s\S]*Referred to in: No\. 1/);
    expect(await barriers(page)).toEqual([]);
  });

  test('letters are begun: at the end, behind another, and as an enclosure', async () => {
    const begin = async (tell: () => Promise<void>) => {
      await page.goto(`${chancery.address}/volumes/volume-two`);
      await page.getByRole('row', { name: /October 3, 1941/ }).waitFor();
      await tabTo(page, /^New letter/);
      await page.keyboard.press('Enter');
      await expect.poll(() => focusedName(page)).toBe('Kind');
      await tell();
      await page.keyboard.press('Enter');
      await editable(page);
    };
    await begin(async () => {
      expect(await barriers(page)).toEqual([]);
      await tabTo(page, 'Title over it');
      await page.keyboard.type('THE LAST');
    });
    for (const [place, down] of [
      ['Behind', 1],
      ['Enclosure of', 2],
    ] as const)
      await begin(async () => {
        await tabTo(page, 'Title over it');
        await page.keyboard.type(`${place.toUpperCase()} NO. 3`);
        await tabTo(page, 'Place');
        for (let step = 0; step < down; step++) await page.keyboard.press('ArrowDown');
        await tabTo(page, place);
        await page.keyboard.type('3');
        await page.getByText(/^No\. 3\. /).waitFor();
      });
    await page.goto(`${chancery.address}/volumes/volume-two/volume`);
    await order()
      .getByRole('option', { name: /Behind No\. 3/i })
      .waitFor();
    const titles = (await order().getByRole('option').allInnerTexts()).map((line) =>
      line.replace(/\s+/gu, ' '),
    );
    const third = titles.findIndex((line) => /^3 /.test(line));
    expect(titles[third + 1]).toMatch(/Enclosure of No\. 3/i);
    expect(titles[third + 2]).toMatch(/Behind No\. 3/i);
    expect(titles.at(-1)).toMatch(/The last/i);
  });
});
