import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from '../support/accessible.js';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import { editable, signIn, teiOf, until } from '../support/desk.js';
import { embeddedDatabaseUrl } from '../support/embedded-database.mjs';
import { focusedName, tabTo } from '../support/keyboard.js';

/** More than are looked at together, listed or shown at once. */
const letters = 240;

let chancery: RunningChancery;
let browser: Browser;
let page: Page;
let database: pg.Client;

function source(id: string): string {
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}"><teiHeader><fileDesc><titleStmt><title>Made for a test</title></titleStmt><publicationStmt><p>None.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader><text><body><div type="letter"><p>To <persName>Mr Hariman</persName> with thanks.</p></div></body></text></TEI>`;
}

const idOf = (index: number) => `made-${String(index).padStart(3, '0')}`;

/** Puts short letters into the sample volume, as an import does beside a running server. */
async function makeLetters(): Promise<void> {
  const ids = Array.from({ length: letters }, (_, index) => idOf(index));
  await database.query(
    `INSERT INTO letter (id, "editionId", name, path, kind, position, encoding, "baseSource", source, metadata, "errorCount", "warningCount")
     SELECT id, 'volume-two', id, 'letters/' || id || '.xml', 'letter', 99 + at, 'utf-8', source, source, '{}', 0, 0
     FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS made(id, source, at)`,
    [ids, ids.map(source)],
  );
  await database.query('SELECT pg_notify($1, $2)', [
    'chancery_letter',
    JSON.stringify({ node: 'import', imported: 'volume-two' }),
  ]);
  await until(async () => {
    const { rows } = await database.query(
      `SELECT count(*)::int AS n FROM search_part WHERE "letterId" LIKE 'made-%'`,
    );
    return rows[0].n === letters;
  });
}

beforeAll(async () => {
  [chancery, browser] = await Promise.all([startChancery(), openBrowser()]);
  database = new pg.Client({ connectionString: embeddedDatabaseUrl(chancery.dataDir) });
  await database.connect();
  await makeLetters();
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await signIn(page, chancery);
});

afterAll(async () => {
  await browser?.close();
  await database?.end();
  await chancery?.stop();
});

const said = (words: string | RegExp) => page.getByRole('status').filter({ hasText: words }).waitFor();

test('a name is found from the palette, read in its letter, and come back to', async () => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('search the volume');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Search', level: 1 }).waitFor();
  await page.keyboard.type('hariman');
  await page.keyboard.press('Enter');
  await said(`${letters} hits in ${letters} letters`);
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await editable(page);
  await until(async () => (await page.evaluate(() => getSelection()?.toString())) === 'Hariman');
  await page.goBack();
  await said(`${letters} hits in ${letters} letters`);
  await until(async () => (await focusedName(page)).startsWith('paragraph 1To Mr Hariman'));
});

test('it is replaced everywhere but in one place, as suggestions, and all are accepted', {
  timeout: 120_000,
}, async () => {
  await page.keyboard.press('/');
  await tabTo(page, 'Words');
  await page.keyboard.press('ArrowRight');
  await said(`${letters} hits in ${letters} letters`);
  await tabTo(page, 'Replace', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Replace by');
  await page.keyboard.type('Harriman');
  await page.keyboard.press('Enter');
  await page.locator('.hits ins').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  await page.getByText('1 left out').waitFor();
  expect(await barriers(page)).toEqual([]);
  await tabTo(page, 'Reason', 'Shift+Tab');
  await page.keyboard.type('So he wrote his name');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Replacements', level: 1 }).waitFor();
  await page.getByText(`Suggestions: ${letters - 1} open.`).waitFor({ timeout: 90_000 });
  await tabTo(page, `Accept all ${letters - 1}`);
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByText(`Suggestions: ${letters - 1} accepted.`).waitFor({ timeout: 90_000 });
  expect(await teiOf(page, chancery, idOf(0))).toBe(source(idOf(0)));
  expect(await teiOf(page, chancery, idOf(letters - 1))).toBe(
    source(idOf(letters - 1)).replace('Hariman', 'Harriman'),
  );
});

test('what cannot be searched for is told beside what was typed', async () => {
  await page.goto(`${chancery.address}/volumes/volume-two/search?how=regex&q=(`);
  await page.getByRole('alert').filter({ hasText: 'This is no regular expression' }).waitFor();
  await page.goto(`${chancery.address}/volumes/volume-two/search?q=zeppelins`);
  await said('Nothing found');
  expect(await barriers(page)).toEqual([]);
});
