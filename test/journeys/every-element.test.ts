import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { elements, mayContain, rowOf } from '@chancery/tei';
import { parseTree, type XmlElement } from '@chancery/xml';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers, overflow } from '../support/accessible.js';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import { runCommand } from '../support/command.js';
import { caretBehind, openLetter, sampleLetter, saved, signIn, teiOf, textOf } from '../support/desk.js';
import { pdfText } from '../support/pdf-text.js';

const folder = join(import.meta.dirname, '../fixtures/every-element');

let chancery: RunningChancery;
let browser: Browser;
let page: Page;
let edition: string;
let text: XmlElement;

beforeAll(async () => {
  const [started, opened, source] = await Promise.all([
    startChancery(),
    openBrowser(),
    readFile(join(folder, 'every-element.xml'), 'utf8'),
  ]);
  [chancery, browser] = [started, opened];
  text = inside(parseTree(source)).find(({ name }) => name === 'text') ?? parseTree(source);
  edition = await mkdtemp(join(tmpdir(), 'chancery-elements-'));
  const taken = await runCommand('import', folder, '--data', chancery.dataDir);
  expect(taken).toMatchObject({ status: 0 });
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await signIn(page, chancery);
  await openLetter(page, chancery, 'every-element');
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
  if (edition) await rm(edition, { recursive: true, force: true });
});

function inside(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => (child.type === 'element' ? [child, ...inside(child)] : []));
}

/** The runs of words that stand directly in an element. */
function runs(element: XmlElement): string[] {
  return element.children.flatMap((child) =>
    child.type === 'text' && child.value.trim() !== '' ? [child.value.trim()] : [],
  );
}

/** Letters and figures only: what stands between them differs with lines, pages and separators. */
function bare(words: string): string {
  return words.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
}

function isWithin(element: XmlElement, names: readonly string[]): boolean {
  return names.includes(element.name) || (element.parent !== undefined && isWithin(element.parent, names));
}

/** Whether a reader of the edition gets the words of an element, by the conventions of its stylesheets. */
function isRead(element: XmlElement): boolean {
  const silent = [
    'fw',
    'metamark',
    'binaryObject',
    'interp',
    'interpGrp',
    'span',
    'spanGrp',
    'rdg',
    'surplus',
    'wit',
    'witDetail',
  ];
  if (isWithin(element, silent)) return false;
  if (element.name === 'del') return element.parent?.name === 'restore';
  return element.parent?.name !== 'choice' || ['corr', 'orig'].includes(element.name);
}

test('the letter has every element of the table that a text may hold, outside of what is carried unopened', () => {
  const found = new Set(['text']);
  for (const name of found) {
    if (rowOf(name)?.shape === 'header') continue;
    for (const row of elements) if (mayContain(name, row.name)) found.add(row.name);
  }
  const held = new Set(['text', ...inside(text).map(({ name }) => name)]);
  expect([...found].filter((name) => !held.has(name))).toEqual([]);
});

test('the desk shows each element, and its words', async () => {
  const { names, words } = await page.evaluate(() => {
    const letter = document.querySelector('.letter');
    const shown = (element: Element) => element.getClientRects().length > 0;
    const said = (element: Element, part: '::before' | '::after') =>
      getComputedStyle(element, part).content.replace(/^(none|normal)$/u, '');
    const all = [...(letter?.querySelectorAll('*') ?? [])].filter(shown);
    return {
      names: all.flatMap((element) => [
        element.getAttribute('data-tei') ?? '',
        element.getAttribute('data-stands-for') ?? '',
      ]),
      words: [
        letter?.textContent ?? '',
        document.querySelector('.margin')?.textContent ?? '',
        ...all.flatMap((element) => [said(element, '::before'), said(element, '::after')]),
      ].join(' '),
    };
  });
  const here = new Set(names);
  const carried = (element: XmlElement): boolean =>
    element !== text && (rowOf(element.name)?.shape === 'header' || carriedIn(element));
  const carriedIn = ({ parent }: XmlElement): boolean =>
    parent !== undefined && (['formula', 'notatedMusic'].includes(parent.name) || carried(parent));
  const missing = inside(text).filter((element) => !here.has(element.name) && !carriedIn(element));
  expect(missing.map(({ name }) => name)).toEqual([]);
  const all = bare(words);
  const lost = inside(text)
    .filter(({ name }) => name !== 'binaryObject')
    .flatMap(runs)
    .filter((run) => !all.includes(bare(run)));
  expect(lost).toEqual([]);
  await page.getByRole('heading', { name: /^No findings/ }).waitFor();
});

test('the web edition and the printed volume hold the words that are read', async () => {
  const published = await runCommand(
    'publish',
    folder,
    '--out',
    edition,
    '--address',
    'https://letters.example.org/',
  );
  // No image is there. Of music and of a scan nobody says what they show; of the seal somebody does.
  const warned = published.err.split('\n').filter((line) => line.includes('warning: '));
  expect(warned).toEqual([
    expect.stringMatching(/every-element\.xml:27: warning: The image “leaf-1\.png” is not there/),
    expect.stringMatching(/every-element\.xml:83: warning: The image “seal\.png” is not there/),
    expect.stringMatching(/every-element\.xml:85: warning: The image “tune\.png” is not there/),
    expect.stringMatching(/every-element\.xml:86: warning: The image “scan\.png” is not there/),
    expect.stringMatching(/every-element\.xml:85: warning: A picture is not described/),
    expect.stringMatching(/every-element\.xml:86: warning: A picture is not described/),
  ]);
  expect(published.status).toBe(0);
  const read = inside(text).filter(isRead).flatMap(runs);
  expect(read.length).toBeGreaterThan(150);

  const html = await readFile(join(edition, 'letters/every-element/index.html'), 'utf8');
  const web = bare(html.replace(/<[^>]*>/gu, '').replaceAll('&amp;', '&'));
  expect(read.filter((run) => !web.includes(bare(run)))).toEqual([]);

  const pages = await pdfText(await readFile(join(edition, 'volume.pdf')));
  // A page's foot and the next one's head stand between two words of a run that goes on over the page.
  const print = bare(pages.join(' ')).toLowerCase();
  const words = read.flatMap((run) => run.split(/\s+/u)).map((word) => bare(word).toLowerCase());
  const figures = inside(text).filter(({ parent }) => parent?.name === 'figure' && parent !== undefined);
  const captions = new Set(
    figures
      .flatMap(runs)
      .flatMap((run) => run.split(/\s+/u))
      .map(bare),
  );
  expect(words.filter((word) => !captions.has(word) && !print.includes(word))).toEqual([]);
});

test('a card of the marks leads to the guide, which is found and searched with the keyboard', async () => {
  await caretBehind(page, 'Augusta');
  await page.getByRole('tab', { name: 'Marks' }).click();
  const link = page.getByRole('link', { name: /^Name in the encoding guide$/ });
  const [guide] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
  await guide.waitForURL(/encoding-guide\.html#name$/);
  await guide.getByRole('heading', { name: '<name> Name', exact: true }).waitFor();
  await guide.getByRole('searchbox', { name: 'Find an element' }).fill('nickname');
  await guide.getByRole('status').filter({ hasText: '1 element' }).waitFor();
  expect(await guide.getByRole('heading', { name: '<persName> Person', exact: true }).isVisible()).toBe(
    false,
  );
  await guide.keyboard.press('Enter');
  expect(await guide.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#addName');
  // What the search leaves is looked at; the whole page is too long for that.
  expect(await barriers(guide)).toEqual([]);
  await guide.getByRole('link', { name: 'Verse', exact: true }).click();
  await guide.getByRole('heading', { name: 'Verse', exact: true, level: 2 }).waitFor();
  await guide.setViewportSize({ width: 320, height: 800 });
  expect(await overflow(guide)).toBe(0);
  await guide.close();
});

test('an attribute that is asked for only when it is wanted is set from the card', async () => {
  await caretBehind(page, 'Augusta');
  const card = page.getByRole('listitem').filter({ has: page.getByText('A name of any kind.') });
  await card.getByText('More attributes').click();
  const certainty = card.getByLabel('Certainty', { exact: true });
  await certainty.fill('high');
  await certainty.press('Enter');
  await textOf(page).locator('[data-tei="name"][data-att-cert="high"]').waitFor();
});

test('a misspelt element is renamed by the button of its finding, in both of its tags', async () => {
  const misspelt = await mkdtemp(join(tmpdir(), 'chancery-misspelt-'));
  const source = (await sampleLetter('stalin-1941-10-03')).replace(
    'xml:id="stalin-1941-10-03"',
    'xml:id="misspelt"',
  );
  const passage = /<p>(\w+)/u;
  await writeFile(join(misspelt, 'misspelt.xml'), source.replace(passage, '<p><persname>$1</persname>'));
  const taken = await runCommand('import', misspelt, '--edition', 'volume-two', '--data', chancery.dataDir);
  await rm(misspelt, { recursive: true, force: true });
  expect(taken).toMatchObject({ status: 0 });
  await openLetter(page, chancery, 'misspelt');
  const findings = page.getByRole('tabpanel', { name: /Findings/ });
  await findings.getByText('did you mean <persName>?').waitFor();
  await findings.getByRole('button', { name: 'Rename to <persName>' }).click();
  await findings.getByText('did you mean <persName>?').waitFor({ state: 'detached' });
  await saved(page);
  expect(await teiOf(page, chancery, 'misspelt')).toBe(source.replace(passage, '<p><persName>$1</persName>'));
});
