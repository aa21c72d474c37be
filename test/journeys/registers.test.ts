import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { barriers } from '../support/accessible.js';
import { atDesk } from '../support/at-desk.js';
import type { RunningChancery } from '../support/chancery.js';
import { teiOf, until } from '../support/desk.js';
import { tabTo } from '../support/keyboard.js';

let chancery: RunningChancery;
let page: Page;

atDesk((started, opened) => {
  chancery = started;
  page = opened;
});

const entry = () => page.getByRole('region', { name: 'Entry' });
const heading = (name: string) => entry().getByRole('heading', { name, exact: true });

/** Searches the register, and opens the first entry that is found. */
async function openFirst(words: string, found: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search persons' }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(words);
  await page.getByText(`${found} for “${words}”`).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

describe('the register of persons, by keys alone', () => {
  test('a person is found, with every sentence that names them', async () => {
    await tabTo(page, 'Registers');
    await page.keyboard.press('Enter');
    await page.getByText('28 entries').waitFor();
    expect(await barriers(page)).toEqual([]);
    await openFirst('harriman', '2 entries');
    await heading('Beaverbrook').waitFor();
    await page.keyboard.press('Escape');
    await openFirst('averell', '1 entry');
    await heading('Averell Harriman').waitFor();
    await entry().getByText('Head of the U.S. delegation').waitFor();
    expect(await entry().getByRole('listitem').count()).toBeGreaterThan(1);
    expect(await barriers(page)).toEqual([]);
  });

  test('a new person whose number is wrong is told what is wrong, and entered when it is right', async () => {
    await tabTo(page, 'New person', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Anthony Eden');
    await tabTo(page, 'GND');
    await page.keyboard.type('118642498');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('its last figure would be 9').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('118642499');
    await page.keyboard.press('Enter');
    await heading('Anthony Eden').waitFor();
    await entry().getByText('Not named in any letter').waitFor();
  });

  test('an entry is not merged into itself; merged into another its names follow, and both are parted again', async () => {
    await openFirst('beaverbrook', '1 entry');
    await heading('Beaverbrook').waitFor();
    const uses = await entry().getByRole('list').last().getByRole('listitem').count();
    expect(uses).toBeGreaterThan(0);
    await tabTo(page, 'Merge into another');
    await page.keyboard.press('Enter');
    await tabTo(page, /^Merge “Beaverbrook” into/);
    await page.keyboard.type('beaverbrook');
    await page.getByRole('option', { name: /^Beaverbrook/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('An entry cannot be merged into itself').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('anthony');
    await page.getByRole('option', { name: /^Anthony Eden/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await heading('Anthony Eden').waitFor();
    await entry().getByText('Also: Beaverbrook').waitFor();
    await tabTo(page, /^Part again/);
    await page.keyboard.press('Enter');
    await heading('Beaverbrook').waitFor();
    expect(await entry().getByRole('list').last().getByRole('listitem').count()).toBe(uses);
  });

  test('some of the names of a person are given to another, and go there with their letters', async () => {
    await openFirst('averell', '1 entry');
    await heading('Averell Harriman').waitFor();
    const uses = () => entry().getByRole('list').last().getByRole('listitem').count();
    const before = await uses();
    await tabTo(page, /^Choose .* in No\. /);
    await page.keyboard.press('Space');
    await tabTo(page, 'Give 1 chosen name to', 'Shift+Tab');
    await page.keyboard.type('anthony');
    await page.getByRole('option', { name: /^Anthony Eden/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await heading('Anthony Eden').waitFor();
    await entry().getByText('Named 1 time').waitFor();
    await openFirst('averell', '1 entry');
    await heading('Averell Harriman').waitFor();
    expect(await uses()).toBe(before - 1);
  });

  test('a name that stands for nobody is given to an entry that is made for it', async () => {
    await tabTo(page, 'Organisations', 'Shift+Tab');
    await page.keyboard.press('Enter');
    const nameless = page
      .getByRole('list', { name: 'Not identified' })
      .getByRole('link', { name: /^American Red Cross/ });
    await nameless.waitFor();
    expect(await barriers(page)).toEqual([]);
    await tabTo(page, 'Search organisations');
    await page.keyboard.press('ArrowDown');
    await until(async () => {
      if (await nameless.evaluate((link) => link === document.activeElement)) return true;
      await page.keyboard.press('ArrowDown');
      return false;
    });
    await page.keyboard.press('Enter');
    const name = page.getByRole('region', { name: 'Name' });
    await name.getByText(/^Named \d+ times/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await tabTo(page, /^Choose American Red Cross in/);
    await page.keyboard.press('Space');
    await tabTo(page, 'Give to a new organisation, “American Red Cross”', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await heading('American Red Cross').waitFor();
    // The one that was not chosen stands for nobody still.
    expect(await nameless.innerText()).toContain('1 use');
    expect(await teiOf(page, chancery, 'roosevelt-1941-11-06')).toContain('>American Red Cross</orgName>');
  });
});
