import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadValidator } from '@chancery/validation/node';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { barriers } from '../support/accessible.js';
import { openBrowser } from '../support/browser.js';
import { type RunningChancery, startChancery } from '../support/chancery.js';
import { runCommand } from '../support/command.js';
import { caretBehind, openLetter, saved, signIn, teiOf, textOf, until } from '../support/desk.js';
import { clipboard } from './clipboard.js';

const letter = 'hard-cases';

/** A paragraph for each thing that a caret could stumble over. Each begins with a word of its own and ends in “end”. */
const paragraphs = {
  nested: 'Nested <hi rend="italic">one <hi rend="italic">two</hi> one</hi> end',
  adjacent: 'Adjacent <persName>Ada</persName><persName>Charles</persName> and <persName/>nobody end',
  orders:
    'Orders <persName><hi rend="italic">Ada</hi></persName> <hi rend="italic"><persName>Ada</persName></hi> end',
  note: 'Noted wo<note type="footnote">in a word</note>rd and <note type="footnote"><p>One.</p><p>Two.</p></note> end',
  breaks: 'Breaks wo<lb break="no"/>rd, pa<pb n="7" break="no"/>ge, co<cb/>lumn end',
  opened: '<lb n="1"/>Opened line<lb n="2"/>and another end',
  choice: 'Choice <choice><sic>recieve</sic><corr>receive</corr></choice> end',
  anchored: 'Anchored <anchor xml:id="from-here"/>words<note target="#from-here">A note on it.</note> end',
  invisible: 'Invisible <!-- a remark -->words <?page here?>instructed end',
  spaces: 'Spaces 5\u00a0km, zero\u200bwidth, soft\u00adhyphen end',
  hebrew: 'Hebrew <foreign xml:lang="he">שלום עולם</foreign> in a line end',
  combined: 'Combined e\u0301, 𐐷𐐷, 👩‍👩‍👧 end',
  named: 'Named <seg xml:id="here">this place</seg>, see <ref target="#here">it</ref> end',
} as const;

const source = `<?xml version="1.0" encoding="UTF-8"?>
<!-- before -->
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${letter}">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>Hard cases</title></titleStmt>
      <publicationStmt><p>Made for tests.</p></publicationStmt>
      <sourceDesc><p>None.</p></sourceDesc>
    </fileDesc>
  </teiHeader>
  <text xml:lang="en">
    <body>
      <div>
        <head type="number">No. 1</head>
        <head type="title">Hard cases</head>
${Object.values(paragraphs)
  .map((each) => `        <p>${each}</p>`)
  .join('\n')}
        <p>Last.</p>
      </div>
    </body>
  </text>
</TEI>
<!-- after -->
`;

let chancery: RunningChancery;
let browser: Browser;
let page: Page;
let folder: string;
let errorsBefore: number;

beforeAll(async () => {
  [chancery, browser] = await Promise.all([startChancery(), openBrowser()]);
  folder = await mkdtemp(join(tmpdir(), 'chancery-editing-'));
  await writeFile(join(folder, `${letter}.xml`), source);
  const { status } = await runCommand(
    'import',
    folder,
    '--edition',
    'volume-two',
    '--data',
    chancery.dataDir,
  );
  if (status !== 0) throw new Error('the letter was not imported');
  errorsBefore = await errorsIn(source);
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = await context.newPage();
  await signIn(page, chancery);
  await openLetter(page, chancery, letter);
});

afterAll(async () => {
  await browser?.close();
  await chancery?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

async function errorsIn(tei: string): Promise<number> {
  return (await loadValidator()).validate(tei).filter(({ severity }) => severity === 'error').length;
}

/** The stored TEI, once everything is saved. */
async function tei(): Promise<string> {
  await saved(page);
  return teiOf(page, chancery, letter);
}

/** Undoes until the letter is as it was imported. */
async function undoAll(): Promise<void> {
  await textOf(page).focus();
  for (let times = 0; times < 60 && (await tei()) !== source; times += 1)
    await page.keyboard.press('Control+z');
  expect(await tei()).toBe(source);
}

async function press(key: string, times = 1): Promise<void> {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
}

/** Where the caret is: in which node of the page at which offset, with what is selected, and in which elements. */
function caret(): Promise<string> {
  return page.evaluate(() => {
    const selection = getSelection();
    const path: number[] = [];
    for (let node = selection?.focusNode; node?.parentNode; node = node.parentNode)
      path.unshift([...node.parentNode.childNodes].indexOf(node as ChildNode));
    const chosen = document.querySelector('.ProseMirror-selectednode') !== null;
    return `${path.join('.')}:${selection?.focusOffset} ${chosen} ${document.querySelector('.stat .place')?.textContent}`;
  });
}

/** The offset of the caret in the words of its paragraph. */
function wordsBefore(): Promise<{ before: number; all: number }> {
  return page.evaluate(() => {
    const selection = getSelection();
    const node = selection?.focusNode;
    const block = (node instanceof Element ? node : node?.parentElement)?.closest(
      'p[data-tei], [data-tei="p"]',
    );
    if (!selection || !node || !block) return { before: -1, all: -1 };
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEnd(node, selection.focusOffset);
    return { before: range.toString().length, all: block.textContent?.length ?? 0 };
  });
}

function paste(data: { html?: string; text?: string }): Promise<void> {
  return page.evaluate(({ html, text }) => {
    const transfer = new DataTransfer();
    if (html !== undefined) transfer.setData('text/html', html);
    if (text !== undefined) transfer.setData('text/plain', text);
    document
      .querySelector('.letter.ProseMirror')
      ?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
      );
  }, data);
}

const names = Object.keys(paragraphs) as (keyof typeof paragraphs)[];
const firstWord = (name: keyof typeof paragraphs) => /[A-Z]\w+/.exec(paragraphs[name])?.[0] ?? '';

describe('a caret', () => {
  test.each(names)('goes through “%s” and back, and is nowhere stuck', async (name) => {
    for (const [key, way] of [
      ['ArrowRight', 1],
      ['ArrowLeft', -1],
    ] as const) {
      await caretBehind(page, firstWord(name));
      if (way === -1) await page.keyboard.press('End');
      const seen = new Set<string>([await caret()]);
      let still = 0;
      let presses = 0;
      let at = await wordsBefore();
      while (way === 1 ? at.before < at.all && at.before >= 0 : at.before > 0) {
        await page.keyboard.press(key);
        const now = await caret();
        still = seen.has(now) ? still + 1 : 0;
        seen.add(now);
        expect(still, `stuck at ${now}`).toBeLessThan(3);
        presses += 1;
        if (presses > 200) throw new Error('it does not come to the end');
        at = await wordsBefore();
      }
    }
    expect(await tei()).toBe(source);
  });
});

describe('typing, splitting and joining', () => {
  afterEach(undoAll);

  test.each(names)('in “%s” is undone to the byte', async (name) => {
    await caretBehind(page, firstWord(name));
    for (let place = 0; place < 4; place += 1) {
      await press('ArrowRight', 3);
      await page.keyboard.type('x');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Backspace');
    }
    await page.keyboard.press('Delete');
    const after = await tei();
    expect(after).not.toBe(source);
    expect(after.slice(0, after.indexOf('<body>'))).toBe(source.slice(0, source.indexOf('<body>')));
    expect(await errorsIn(after)).toBeLessThanOrEqual(errorsBefore);
    for (const [id] of after.matchAll(/xml:id="[^"]*"/g)) expect(after.split(id)).toHaveLength(2);
  });

  test.each([
    ['invisible', 'Invisible ', '<!-- a remark -->'],
    ['invisible', 'words ', '<?page here?>'],
    ['anchored', 'Anchored ', '<anchor xml:id="from-here"/>'],
    ['adjacent', ' and ', '<persName/>'],
  ] as const)('in “%s” behind “%s” removes %s only when it is shown', async (_, words, piece) => {
    await caretBehind(page, words);
    await page.keyboard.press('Delete');
    await page.locator('.stat .said', { hasText: 'is selected. Delete deletes it.' }).waitFor();
    expect(await page.locator('.ProseMirror-selectednode').count()).toBe(1);
    expect(await tei()).toBe(source);
    await page.keyboard.press('Delete');
    await page.locator('.stat .said', { hasText: 'Deleted:' }).waitFor();
    expect(await tei()).toBe(source.replace(piece, ''));
  });

  test('a split element keeps its name once', async () => {
    await caretBehind(page, 'this pl');
    await page.keyboard.press('Enter');
    const after = await tei();
    expect(after.match(/<seg\b/g)).toHaveLength(2);
    expect(after.match(/xml:id="here"/g)).toHaveLength(1);
  });

  test('a copied piece gets a name of its own, and its references follow', async () => {
    await caretBehind(page, 'Named');
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('Control+c');
    await caretBehind(page, 'Last.');
    await page.keyboard.press('Control+v');
    const after = await tei();
    const made =
      /Last\..*?<seg xml:id="([^"]+)">this place<\/seg>, see <ref target="#([^"]+)">it<\/ref>/s.exec(after);
    expect(made?.[1]).not.toBe('here');
    expect(made?.[2]).toBe(made?.[1]);
    expect(after.match(/xml:id="here"/g)).toHaveLength(1);
  });
});

describe('a line break that opens a paragraph', () => {
  afterEach(undoAll);

  test('leaves no empty line above the text, and breaks the line once words stand before it', async () => {
    const lines = async () => {
      const [block, one] = await Promise.all(
        ['Opened line', 'Last.'].map((words) =>
          textOf(page).locator('[data-tei="p"]', { hasText: words }).boundingBox(),
        ),
      );
      return Math.round((block?.height ?? 0) / (one?.height ?? 1));
    };
    await caretBehind(page, 'Opened');
    expect(await lines()).toBe(2);
    await page.keyboard.press('Home');
    await page.keyboard.type('x');
    expect(await tei()).toContain('<p>x<lb n="1"/>Opened line<lb n="2"/>');
    expect(await lines()).toBe(3);
    await page.keyboard.press('Backspace');
    expect(await lines()).toBe(2);
    await caretBehind(page, 'Opened');
    await press('ArrowLeft', 'Opened'.length);
    await page.keyboard.type('y');
    expect(await tei()).toContain('<p><lb n="1"/>yOpened line<lb n="2"/>');
    expect(await lines()).toBe(2);
  });
});

describe('dragging', () => {
  afterEach(undoAll);

  test('moves a piece with its elements, its name and its notes', async () => {
    const from = page.locator('[data-tei="seg"]', { hasText: 'this place' });
    await from.scrollIntoViewIfNeeded();
    await caretBehind(page, 'Named');
    await page.keyboard.press('ArrowRight');
    for (let at = 0; at < ' this place'.length; at += 1) await page.keyboard.press('Shift+ArrowRight');
    const place = await from.boundingBox();
    const last = await page.getByText('Last.', { exact: true }).boundingBox();
    if (!place || !last) throw new Error('nothing is to be seen');
    await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
    await page.mouse.down();
    await page.mouse.move(last.x + 60, last.y + last.height / 2, { steps: 8 });
    await page.mouse.up();
    await until(async () => /<p>Last\..*this place.*<\/p>/.test(await tei()));
    const after = await tei();
    expect(after.match(/this place/g)).toHaveLength(1);
    expect(after.match(/xml:id="here"/g)).toHaveLength(1);
    expect(after).toContain('<ref target="#here">');
  });
});

describe('pasting', () => {
  afterEach(undoAll);

  test.each([
    ['word', 'From Word, with an <hi rend="italic">italic</hi> word'],
    ['word', '<item>first point</item>'],
    ['googleDocs', 'From Google Docs, with a <hi rend="bold">bold</hi> word'],
    ['libreOffice', 'From LibreOffice, with <hi rend="smallcaps">small capitals</hi>'],
    ['libreOffice', '<cell>500</cell>'],
  ] as const)('from %s brings %s', async (from, wanted) => {
    await caretBehind(page, 'Last.');
    await paste({ html: clipboard[from] });
    const after = await tei();
    expect(after.replaceAll(/\s+/g, ' ')).toContain(wanted);
    expect(after).not.toMatch(/mso|font-family|docs-internal|<span|style=/);
    expect(await errorsIn(after)).toBeLessThanOrEqual(errorsBefore);
  });

  test('of 600 KB is stored as a whole', async () => {
    await caretBehind(page, 'Last.');
    const lines = Array.from({ length: 3_000 }, (_, at) => `Line ${at} ${'of a long report '.repeat(11)}`);
    await paste({ text: lines.join('\n\n') });
    const after = await tei();
    expect(after.length).toBeGreaterThan(600_000);
    expect(after.match(/<p>Line /g)).toHaveLength(2_999);
  });

  test('of plain text makes its paragraphs', async () => {
    await caretBehind(page, 'Last.');
    await paste({ text: clipboard.text });
    const after = await tei();
    expect(after).toContain('Last.Plain first</p>');
    expect(after).toContain('<p>Plain second</p>');
    expect(after).toContain('<p>Plain third</p>');
  });
});

describe('the menu of the structure', () => {
  afterEach(undoAll);

  test('is used by the keyboard alone, and has no barriers', async () => {
    await caretBehind(page, 'Last.');
    const button = page.getByRole('button', { name: /^(Structure|Paragraph)/ });
    await button.focus();
    await page.keyboard.press('Enter');
    const menu = page.getByRole('menu');
    await menu.waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    await button.focus();
    await page.keyboard.press('Enter');
    await menu.getByRole('menuitem', { name: 'Quotation' }).press('Enter');
    await until(async () => /<quote>\s*<p>Last\.<\/p>\s*<\/quote>/.test(await tei()));
  });
});
