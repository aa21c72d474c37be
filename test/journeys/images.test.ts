import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { barriers, overflow } from '../support/accessible.js';
import { atDesk } from '../support/at-desk.js';
import type { RunningChancery } from '../support/chancery.js';
import { caretBehind, openLetter, sampleLetter, saved, teiOf, textOf, until } from '../support/desk.js';
import { focusedName, tabTo } from '../support/keyboard.js';

const letter = 'roosevelt-churchill-1941-08-15';
const otherLetter = 'roosevelt-1941-11-06';

let chancery: RunningChancery;
let page: Page;
const elsewhere = 'https://iiif.example.org';
atDesk(
  (running, opened) => {
    chancery = running;
    page = opened;
  },
  { CHANCERY_IIIF_HOSTS: 'iiif.example.org' },
);

/** A made-up leaf of typescript. */
function leaf(words: string, format: 'jpeg' | 'png'): Promise<Buffer> {
  const lines = Array.from(
    { length: 24 },
    (_, line) =>
      `<rect x="80" y="${170 + 40 * line}" width="${500 + ((line * 97) % 140)}" height="14" fill="#333"/>`,
  );
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1200"><rect width="800" height="1200" fill="#efe8d8"/><text x="80" y="110" font-size="40">${words}</text>${lines.join('')}</svg>`;
  return sharp(Buffer.from(drawing)).toFormat(format).toBuffer();
}

async function choose(files: { name: string; buffer: Buffer }[]): Promise<void> {
  await page.setInputFiles(
    'input[aria-label="Files of images"]',
    files.map((file) => ({ ...file, mimeType: 'application/octet-stream' })),
  );
}

/** How much lighter, of 255, the lightest of the picture beside the text is than its darkest. */
async function paperOverInk(): Promise<number> {
  const shown = await page.locator('.leaf-picture').screenshot();
  const { data, info } = await sharp(shown).greyscale().raw().toBuffer({ resolveWithObject: true });
  // Around the middle there is nothing but the leaf.
  const middle = Array.from({ length: 60 }, (_, row) => {
    const start = (Math.floor(info.height / 2) - 30 + row) * info.width + Math.floor(info.width / 2) - 30;
    return [...data.subarray(start * info.channels, (start + 60) * info.channels)];
  }).flat();
  return Math.max(...middle) - Math.min(...middle);
}

/** Whether all that can be done with the leaf beside the text stands in one row. */
const isFootOneRow = () =>
  page.locator('.facsimile-pane > .foot > :is(button, label)').evaluateAll((all) => {
    const middles = all.map((each) => {
      const { top, height } = each.getBoundingClientRect();
      return top + height / 2;
    });
    return all.length > 2 && Math.max(...middles) - Math.min(...middles) < 10;
  });

const labels = () => page.locator('.leaf-row h3').allTextContents();
const uploaded = (name: string) => page.locator('.upload-list li', { hasText: name });

test('scans are added, told apart, put in order and described; what is wrong with one holds none of the others up', async () => {
  await page.getByRole('link', { name: 'Volume', exact: true }).click();
  await page.getByRole('link', { name: 'Images of the copy' }).click();
  await page.getByText('No images yet. Add the scans of the copy.').waitFor();
  const first = await leaf('first', 'jpeg');
  await choose([
    { name: 'scan-10.png', buffer: await leaf('tenth', 'png') },
    { name: 'scan-2.jpg', buffer: first },
    { name: 'scan-3.jpg', buffer: first.subarray(0, first.length / 2) },
  ]);
  await uploaded('scan-10.png').getByText('Added').waitFor();
  await uploaded('scan-2.jpg').getByText('Added').waitFor();
  await uploaded('scan-3.jpg')
    .getByText('“scan-3.jpg” breaks off before its end. Copy it again from where it comes from.')
    .waitFor();
  await page.getByText('2 leaves of the copy.').waitFor();
  expect(await page.locator('.leaf-row .told p:first-of-type').allTextContents()).toEqual([
    'scan-2.jpg · 800 × 1200',
    'scan-10.png · 800 × 1200',
  ]);

  await choose([{ name: 'again.jpg', buffer: first }]);
  await uploaded('again.jpg').getByText('There already').waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);

  await tabTo(page, 'Image 1: describe');
  await page.keyboard.press('Enter');
  await page.getByLabel('Label').fill('1r');
  await page.getByLabel('Alternative text').fill('Telegram, typed');
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await until(async () => (await labels()).join() === 'Leaf 1r,Image 2');
  // The keys go on where the form was opened.
  expect(await focusedName(page)).toBe('Leaf 1r: describe');

  await page.getByRole('button', { name: 'Image 2: move up' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await until(async () => (await labels()).join() === 'Image 1,Leaf 1r');
  await page.getByRole('button', { name: 'Leaf 1r: turn clockwise' }).click();
  await until(
    async () =>
      (await page.getByRole('img', { name: 'Leaf 1r: Telegram, typed' }).getAttribute('src'))?.includes(
        '/90/default.jpg',
      ) === true,
  );

  // What is shown of it is framed on the leaf as it stands upright, by keys and by pointer; the last change is undone.
  const source = () => page.getByRole('img', { name: 'Leaf 1r: Telegram, typed' }).getAttribute('src');
  await page.getByRole('button', { name: 'Leaf 1r: describe' }).click();
  const frame = page.getByRole('button', { name: 'Frame of what is shown of the leaf' });
  // The leaf itself is seen below the frame.
  const picture = await page.locator('.crop-surface image').getAttribute('href');
  expect((await page.request.get(`${chancery.address}${picture}`)).status()).toBe(200);
  await frame.press('Shift+Alt+ArrowLeft');
  await page.getByText('1140 × 800 of 1200 × 800 pixels are shown.').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await until(async () => (await source())?.includes('/0,60,800,1140/') === true);
  await page.getByRole('button', { name: 'Leaf 1r: describe' }).click();
  await page.getByRole('button', { name: 'Show all of it' }).click();
  await page.locator('.crop-surface').scrollIntoViewIfNeeded();
  const box = await page.locator('.crop-surface').boundingBox();
  if (!box) throw new Error('no leaf to draw on');
  await page.mouse.move(box.x + box.width / 4, box.y + box.height / 4);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.move(box.x + (3 * box.width) / 4, box.y + (3 * box.height) / 4);
  await page.mouse.up();
  await page.getByText(/^(?:59|60)\d × (?:39|40)\d of 1200 × 800 pixels are shown\.$/).waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await until(async () => /\/(?:19|20)\d,(?:29|30)\d,(?:39|40)\d,(?:59|60)\d\//.test((await source()) ?? ''));
  await page.getByRole('button', { name: 'Undo the last change' }).click();
  await until(async () => (await source())?.includes('/0,60,800,1140/') === true);
  for (const before of ['/full/!240,240/90/', '/full/!240,240/0/']) {
    await page.getByRole('heading', { name: 'Images' }).press('Control+z');
    await until(async () => (await source())?.includes(before) === true);
  }

  const remove = page.getByRole('button', { name: 'Image 1: remove' });
  await remove.click();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await labels()).toEqual(['Image 1', 'Leaf 1r']);
  await remove.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await until(async () => (await labels()).join() === 'Leaf 1r');
});

test('the image of a page stands beside its text, which points to it in TEI, and follows the caret', async () => {
  await openLetter(page, chancery, letter);
  await textOf(page).focus();
  await page.keyboard.press('Control+m');
  await page.keyboard.press('i');
  await page
    .getByText('No facsimile for this leaf. Proofreading against the copy is not possible.')
    .waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('link', { name: 'Add images' }).click();
  await page.getByText('What you add here belongs to').waitFor();
  await choose([
    { name: 'letter-1.png', buffer: await leaf('page one', 'png') },
    { name: 'letter-2.png', buffer: await leaf('page two', 'png') },
  ]);
  await uploaded('letter-2.png').getByText('Added').waitFor();
  await page.getByRole('link', { name: 'the letter that you come from' }).click();

  await page.getByText('Leaf 1 of 2').waitFor();
  await page.locator('.leaf-picture canvas').first().waitFor();
  await caretBehind(page, 'Harry Hopkins');
  await page.getByRole('button', { name: 'Show beside the first page' }).click();
  await page.getByText('Beside the caret’s page').waitFor();
  expect(await isFootOneRow()).toBe(true);
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(await isFootOneRow()).toBe(true);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Next leaf' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Leaf 2 of 2').waitFor();
  await caretBehind(page, 'Already many shiploads');
  await page.getByRole('button', { name: 'Show beside this page' }).click();
  await page.getByText('Beside the caret’s page').waitFor();
  await saved(page);
  expect(await barriers(page)).toEqual([]);

  const tei = await teiOf(page, chancery, letter);
  const before = await sampleLetter(letter);
  expect(tei).toContain('<surface xml:id="leaf-1" ulx="0" uly="0" lrx="800" lry="1200">');
  expect(tei).toContain('<graphic url="../images/letter-2.png" width="800px" height="1200px"/>');
  expect(tei).toContain('<pb facs="#leaf-2"/>');
  // Nothing else has changed.
  const undone = tei.replace(/\s*<facsimile>[\s\S]*<\/facsimile>/, '').replace(/ facs="#leaf-\d"/g, '');
  expect(undone).toBe(before);

  // A turn that is kept stands in the file, and there no more when the leaf is turned back.
  const turn = page.getByRole('button', { name: 'Turn the image' });
  const keep = page.getByRole('button', { name: 'Keep it so' });
  await turn.click();
  await keep.click();
  await until(async () =>
    (await teiOf(page, chancery, letter)).includes(
      '<zone ulx="0" uly="0" lrx="800" lry="1200" rotate="270"><graphic url="../images/letter-2.png"',
    ),
  );
  await keep.waitFor({ state: 'detached' });
  for (let quarter = 0; quarter < 3; quarter += 1) await turn.click();
  await keep.click();
  await until(async () => (await teiOf(page, chancery, letter)) === tei);

  // More contrast draws the paper and the ink further apart, and back as they are.
  const contrast = page.getByLabel('Contrast');
  const isAsItIs = async () => {
    const apart = await paperOverInk();
    return apart > 150 && apart < 200;
  };
  await until(isAsItIs);
  await contrast.selectOption('most');
  await until(async () => (await paperOverInk()) > 240);
  await contrast.selectOption('as it is');
  await until(isAsItIs);

  await caretBehind(page, 'Harry Hopkins');
  await page.getByText('Leaf 1 of 2').waitFor();
  await caretBehind(page, 'Already many shiploads');
  await page.getByText('Leaf 2 of 2').waitFor();
  await page.getByRole('button', { name: 'Previous leaf' }).focus();
  await page.keyboard.press('PageUp');
  await page.getByText('Leaf 1 of 2').waitFor();
  await page.locator('.leaf-picture .place').click();
  await until(() => textOf(page).evaluate((text) => text === document.activeElement));
});

/** What a recognition could have found on the first leaf: its first two lines, and one that is not in the letter. */
const recognized = `<PcGts><Page imageWidth="400" imageHeight="600"><TextRegion><Coords points="40,80 360,80 360,140 40,140"/>${[
  ['We have taken the opportunity afforded by the consideration', 82],
  ['of the report of Mr Harry Hopkins on his retum from', 102],
  ['a stamp of the archive', 122],
]
  .map(
    ([text, top]) =>
      `<TextLine><Coords points="40,${top} 360,${top} 360,${Number(top) + 14} 40,${Number(top) + 14}"/>${String(
        text,
      )
        .split(' ')
        .map(
          (word) =>
            `<Word><TextEquiv conf="${['taken', 'have'].includes(word) ? 0.4 : 0.95}"><Unicode>${word}</Unicode></TextEquiv></Word>`,
        )
        .join('')}</TextLine>`,
  )
  .join('')}</TextRegion></Page></PcGts>`;

const file = (name: string, content: string) => ({
  name,
  mimeType: 'application/xml',
  buffer: Buffer.from(content),
});
const currentZone = () => page.locator('svg.zone.current').getAttribute('data-zone');

test('the lines of an image are linked with the text, which it then follows line by line; zones are laid by hand', async () => {
  await caretBehind(page, 'Harry Hopkins');
  const before = await teiOf(page, chancery, letter);
  const lines = page.getByLabel('File in PAGE-XML, ALTO or hOCR');
  await lines.setInputFiles(file('leaf-1.xml', '<PcGts>\n<Page></PcGts>'));
  await page.getByText('leaf-1.xml is not well-formed XML: line 2').waitFor();
  await lines.setInputFiles(file('leaf-1.xml', recognized));
  await page.getByRole('button', { name: 'Put into the letter' }).click();
  await page
    .getByText(
      '2 of 3 lines are linked with the text, which stays as it was. Not found in the text: “a stamp of the archive”.',
    )
    .waitFor();
  await saved(page);
  const linked = await teiOf(page, chancery, letter);
  expect(linked).toContain('<p><lb facs="#leaf-1-line-1"/>We have taken');
  expect(linked).toContain('<lb facs="#leaf-1-line-2"/>of the report of\n');
  expect(linked).toContain(
    '<zone xml:id="leaf-1-line-1" type="line" ulx="80" uly="164" lrx="720" lry="192"/>',
  );
  expect(linked).not.toContain('0.4');

  await caretBehind(page, 'the opportunity');
  await until(async () => (await currentZone()) === 'leaf-1-line-1');
  await caretBehind(page, 'Harry Hopkins');
  await until(async () => (await currentZone()) === 'leaf-1-line-2');
  await page.getByText('2 words read with doubt').waitFor();
  // The button names the word that is gone to, also from word to word of one line, by keys alone.
  const next = page.getByRole('button', { name: 'Next doubtful word' });
  for (const word of ['have', 'taken']) {
    await next.focus();
    await page.keyboard.press('Enter');
    await until(async () => (await currentZone()) === 'leaf-1-line-1');
    await page.getByRole('button', { name: `“${word}” is right` }).waitFor();
  }
  await page.getByRole('button', { name: '“taken” is right' }).press('Enter');
  await page.getByText('1 word read with doubt').waitFor();
  await page.getByRole('button', { name: '“have” is right' }).press('Enter');
  await page.getByText('1 word read with doubt').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Zones', exact: true }).click();
  await page.getByLabel('Zone of the image').selectOption('leaf-1-line-2');
  await page.getByRole('button', { name: 'Move with the arrow keys' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  expect(await barriers(page)).toEqual([]);
  await until(async () =>
    (await teiOf(page, chancery, letter)).includes('ulx="81" uly="204" lrx="721" lry="233"'),
  );
  // Whoever turns to another zone at once, and moves that, has laid this one where it is.
  await page.keyboard.press('ArrowRight');
  await page.getByLabel('Zone of the image').selectOption('leaf-1-line-1');
  await page.getByRole('button', { name: 'Move with the arrow keys' }).press('ArrowRight');
  for (const moved of ['ulx="82" uly="204"', 'ulx="81" uly="164"'])
    await until(async () => (await teiOf(page, chancery, letter)).includes(moved));
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await until(async () => !(await teiOf(page, chancery, letter)).includes('leaf-1-line-1'));
  await page.getByRole('button', { name: 'Zones', exact: true }).click();

  // Each is one change that can be undone.
  await textOf(page).focus();
  for (let change = 0; change < 4; change += 1) await page.keyboard.press('Control+z');
  await until(async () => (await teiOf(page, chancery, letter)) === linked);
  await page.keyboard.press('Control+z');
  await until(async () => (await teiOf(page, chancery, letter)) === before);
});

/** A house elsewhere that has two leaves, as the browser comes to it. What the server is told by a manifest is tested with the server. */
async function openHouseElsewhere(asked: string[]): Promise<void> {
  const picture = (name: string) => `${elsewhere}/${name}/full/max/0/default.jpg`;
  const leafOf = (name: string) => ({
    label: name,
    picture: picture(name),
    width: 800,
    height: 1200,
    thumbnail: `${elsewhere}/${name}/full/160,/0/default.jpg`,
    refused: null,
  });
  const leaves = [
    leafOf('1r'),
    leafOf('1v'),
    { label: '2r', picture: null, width: 0, height: 0, thumbnail: null, refused: 'It has no image.' },
  ];
  await page.route('**/images/manifest', (route) =>
    route.fulfill({ json: { address: `${elsewhere}/manifest`, label: 'Letters received', leaves } }),
  );
  const content = await leaf('elsewhere', 'jpeg');
  await page.route(`${elsewhere}/**`, (route) => {
    const url = route.request().url();
    asked.push(url);
    const headers = { 'access-control-allow-origin': '*' };
    if (!url.endsWith('/info.json'))
      return route.fulfill({ contentType: 'image/jpeg', headers, body: content });
    return route.fulfill({
      headers,
      json: {
        '@context': 'http://iiif.io/api/image/3/context.json',
        id: 'https://another.example.net/not-this',
        type: 'ImageService3',
        protocol: 'http://iiif.io/api/image',
        profile: 'level1',
        width: 800,
        height: 1200,
        tiles: [{ width: 512, scaleFactors: [1, 2, 4] }],
      },
    });
  });
}

test('leaves that another house keeps are linked by a manifest, and shown from there beside the text', async () => {
  const asked: string[] = [];
  await openLetter(page, chancery, otherLetter);
  await page.getByRole('link', { name: 'Add images' }).click();
  await page.getByRole('button', { name: 'Add from a IIIF manifest…' }).click();
  const address = page.getByLabel('Address of the manifest');
  await address.fill('https://images.example.net/manifest');
  await page.keyboard.press('Enter');
  await page.getByText('Images from images.example.net may not be shown yet.').waitFor();
  await page.getByText('CHANCERY_IIIF_HOSTS="iiif.example.org, images.example.net"').waitFor();

  await openHouseElsewhere(asked);
  await address.fill(`${elsewhere}/manifest`);
  await page.keyboard.press('Enter');
  await page.getByText('1 leaf cannot be linked. It has no image.').waitFor();
  await page.getByLabel('1v').check();
  expect(await barriers(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.getByRole('button', { name: 'Link 1 leaf' }).click();
  await page.locator('.from-manifest').getByText('1 leaf is linked.').waitFor();
  await page.getByText('Kept by iiif.example.org · 800 × 1200').waitFor();

  await page.getByRole('link', { name: 'the letter that you come from' }).click();
  await page.getByText('Leaf 1 of 1').waitFor();
  await page.getByText('Kept by iiif.example.org: its text is not read here.').waitFor();
  // Its tiles come from where its description was asked for, wherever that says that it is.
  await until(async () => asked.some((url) => url.startsWith(`${elsewhere}/1v/0,0,`)));
  expect(await barriers(page)).toEqual([]);
  expect(await teiOf(page, chancery, otherLetter)).toContain(
    `<surface xml:id="leaf-1" n="1v" ulx="0" uly="0" lrx="800" lry="1200">
      <graphic url="${elsewhere}/1v/full/max/0/default.jpg" width="800px" height="1200px"/>`,
  );
});
