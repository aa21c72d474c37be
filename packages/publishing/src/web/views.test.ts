import { hash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EditionImage } from '../edition-source.js';
import { publishEdition } from '../publish-edition.js';
import { faultIn, outlineOf } from '../testing/outline-of.js';

const xmlns = 'xmlns="http://www.tei-c.org/ns/1.0"';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-views-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The pages of an edition of one letter, by their paths, with white space as a reader sees it. */
async function pagesOf(
  letter: {
    text?: string;
    header?: string;
    title?: string;
    facsimile?: string;
    images?: readonly EditionImage[];
  },
  {
    publication = '',
    back = '',
    encoding = '',
  }: { publication?: string; back?: string; encoding?: string } = {},
) {
  const header = (title: string, more = '') =>
    `<teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt><publicationStmt>${publication}</publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>${more}</teiHeader>`;
  const register =
    '<profileDesc><particDesc><listPerson><person xml:id="ada"><persName>Ada Lovelace</persName><persName>A. A. &lt;L&gt;</persName><note>Mathematician &lt;b&gt;.</note><idno type="Wikidata">Q7259</idno><idno type="VIAF">javascript:alert(1)</idno></person></listPerson></particDesc></profileDesc>';
  const out = join(folder, 'out');
  const source = `<TEI ${xmlns} xml:id="a-letter">${header(letter.title ?? 'No. 1. A to B', letter.header ?? '')}${letter.facsimile ?? ''}<text><body><div type="letter">${letter.text ?? '<p>Text</p>'}</div></body></text></TEI>`;
  await publishEdition(
    {
      volume: {
        path: 'volume.xml',
        source: `<TEI ${xmlns}>${header('Letters', `${encoding && `<encodingDesc>${encoding}</encodingDesc>`}${register}`)}<text><body><div type="documents"><list type="documents"><item><ptr target="letters/a-letter.xml"/></item></list></div></body>${back && `<back>${back}</back>`}</text></TEI>`,
      },
      letters: [{ path: 'letters/a-letter.xml', source }],
      images: letter.images,
    },
    { out, only: ['web'] },
  );
  return {
    source,
    page: async (path: string) => (await readFile(join(out, path), 'utf8')).replaceAll(/\s+/g, ' '),
  };
}

it('shows what the copy has, where the reading text has what the editors read', async () => {
  const { page } = await pagesOf({
    text: '<head type="title"><supplied>A to B</supplied></head><p>I <choice><sic>recieved</sic><corr>received</corr></choice> <choice><orig>colour</orig><reg>color</reg></choice> <del>not</del><add>yr</add> <choice><abbr>Mr</abbr><expan>Mister</expan></choice><surplus>to to</surplus>.</p><fw>page 3</fw>',
  });
  const reading = await page('letters/a-letter/index.html');
  expect(reading).toContain('received');
  expect(reading).not.toContain('recieved');
  // Its header says nothing of it.
  expect(reading).not.toContain('This document');
  const copy = await page('letters/a-letter/diplomatic/index.html');
  expect(copy.replaceAll(/<\/?span[^>]*>/g, '')).toContain(
    'I recieved colour <del>not</del><ins>yr</ins> Mr{to to}.',
  );
  expect(copy).toContain('<span class="furnished">[A to B]</span>');
  expect(copy).toContain('<span class="fw">page 3</span>');
  expect(copy).not.toContain('Note on the title');
  expect(copy).toContain('<a href="../index.html">Reading text</a>');
});

it('shows the images of the copy, where they are on the web', async () => {
  const { page } = await pagesOf({
    text: '<p><pb n="3" facs="https://images.example.org/3.jpg"/>Text<pb facs="javascript:alert(1)"/></p>',
  });
  const images = await page('letters/a-letter/facsimile/index.html');
  expect(images).toContain(
    '<img src="https://images.example.org/3.jpg" alt="Page 3 of the copy of A to B" loading="lazy">',
  );
  expect(images).toContain('<span class="graphic">[image]</span>');
  expect(images).not.toMatch(/(?:src|href)="javascript/);
});

it('shows an image as the leaf lies on it', async () => {
  const { page } = await pagesOf({
    facsimile: `<facsimile>${[
      '<surface xml:id="leaf-1" ulx="100" uly="60" lrx="900" lry="1460"><zone ulx="0" uly="0" lrx="1000" lry="1500" rotate="270"><graphic url="https://images.example.org/1.jpg"/></zone></surface>',
      '<surface xml:id="leaf-2" ulx="0" uly="0" lrx="10" lry="20"><graphic url="https://images.example.org/2.jpg"/></surface>',
      '<surface xml:id="leaf-3"><zone rotate="90"><graphic url="https://images.example.org/3.jpg"/></zone></surface>',
    ].join('')}</facsimile>`,
    text: '<p><pb n="3" facs="#leaf-1"/>Text<pb facs="#leaf-2"/><pb facs="#leaf-3"/></p>',
  });
  const images = await page('letters/a-letter/facsimile/index.html');
  expect(images).toMatch(
    /<svg[^>]* role="img" aria-label="Page 3 of the copy of A to B" viewBox="-200 360 1400 800">/,
  );
  expect(images).toMatch(
    /<image href="https:\/\/images.example.org\/1.jpg" x="0" y="0" width="1000" height="1500" preserveAspectRatio="none" transform="rotate\(90 500 760\)">?/,
  );
  expect(images).toContain('<img src="https://images.example.org/2.jpg"');
  expect(images).toContain('<img src="https://images.example.org/3.jpg"');
});

it('publishes the images that the edition holds, each once and as it is, and no other file', async () => {
  const picture = join(folder, 'made.jpg');
  await writeFile(picture, 'the bytes of a picture');
  const sha256 = hash('sha256', 'the bytes of a picture');
  const held = { name: 'abc.jpg', file: picture, sha256, width: 300, height: 400, recipe: 'r' };
  const images = [
    { ...held, path: 'images/1.jpg', alt: 'A leaf with "a seal"' },
    { ...held, path: 'images/unseen.jpg', name: 'unseen.jpg' },
  ];
  const facsimile =
    '<facsimile><surface><graphic url="../images/1.jpg"/></surface><surface><graphic url="../images/2.jpg"/></surface></facsimile>';
  const letter = { facsimile, images };
  const { page } = await pagesOf(letter);
  const html = await page('letters/a-letter/facsimile/index.html');
  expect(html).toContain(
    '<a href="../../../images/abc.jpg"><img src="../../../images/abc.jpg" alt="A leaf with &#34;a seal&#34;" width="300" height="400" loading="lazy"></a>',
  );
  expect(html).toContain('<span class="graphic">[image]</span>');
  expect(await readdir(join(folder, 'out/images'))).toEqual(['abc.jpg']);
  const file = join(folder, 'out/images/abc.jpg');
  const [before, list] = [await stat(file), await page('publication.json')];
  // Published again it is the same file, and what was written into it is made good.
  await pagesOf(letter);
  expect((await stat(file)).ino).toBe(before.ino);
  expect(await page('publication.json')).toBe(list);
  await writeFile(file, 'changed by hand');
  await pagesOf(letter);
  expect(await readFile(file, 'utf8')).toBe('the bytes of a picture');
  // A picture that is described otherwise has its page made anew; one that the volume leaves out is not there.
  await pagesOf({ ...letter, images: images.map((image) => ({ ...image, alt: 'Another leaf' })) });
  expect(await page('letters/a-letter/facsimile/index.html')).toContain('alt="Another leaf"');
  await pagesOf(letter, {
    encoding: '<tagsDecl><rendition scheme="free" selector="facsimile">not published</rendition></tagsDecl>',
  });
  expect(await page('letters/a-letter/facsimile/index.html')).toContain(
    '<span class="graphic">[image]</span>',
  );
  await expect(stat(file)).rejects.toThrow();
  await writeFile(picture, 'other bytes');
  await expect(pagesOf(letter)).rejects.toMatchObject({ code: 'damaged-file' });
});

it('has tables that the keyboard can move, and no heading without words', async () => {
  const { page } = await pagesOf({
    text: '<table><head>Harvests</head><row role="label"><cell/><cell>1843</cell></row><row><cell role="label">Oats</cell><cell>9</cell></row></table><table><row><cell>x</cell></row></table>',
  });
  const reading = await page('letters/a-letter/index.html');
  expect(reading).toContain('<div class="table" role="group" tabindex="0" aria-label="Table: Harvests">');
  expect(reading).toContain('<div class="table" role="group" tabindex="0" aria-label="Table">');
  expect(reading).toMatch(/<tr><td><\/td><th>1843<\/th><\/tr> ?<tr><th>Oats<\/th><td>9<\/td><\/tr>/);
});

it('names a reference without words by what it leads to, and leads to messages that were not found', async () => {
  const { page } = await pagesOf(
    {
      text: '<p>See <ref target="a-letter.xml"/> and <ref target="../volume.xml#lost">a lost one</ref>.</p>',
    },
    {
      back: '<div type="non-extant" xml:id="not-found"><head>MESSAGES NOT FOUND</head><list type="non-extant"><item xml:id="lost">C to D.</item></list></div>',
    },
  );
  const reading = await page('letters/a-letter/index.html');
  expect(reading).toContain(
    'See <a href="../../letters/a-letter/index.html">A to B</a> and <a href="../../not-found/index.html#message-lost">a lost one</a>.',
  );
  expect(reading).toContain('<a href="../../not-found/index.html">Messages Not Found</a>');
  expect(await page('not-found/index.html')).toContain('<li id="message-lost">C to D.</li>');
});

it.each([
  [
    'deep',
    '<head type="title">A to B</head><div><div><head>One</head><p>x</p><div><div><div><head>Below</head><p>y</p></div></div></div></div></div>',
    [1, 2, 3, 2],
  ],
  [
    'of two lines',
    '<head type="title">A</head><head type="title">to B</head><div><head>One</head></div>',
    [1, 2, 2],
  ],
  [
    'below another',
    '<head>Papers</head><head type="title">A to B</head><div><head>One</head></div>',
    [1, 2, 2],
  ],
  [
    'without a title',
    '<head>Papers</head><div><head>One</head><argument><head>Of it</head></argument></div>',
    [1, 2, 3, 2],
  ],
])('begins with its heading and skips no level: %s', async (_of, text, outline) => {
  const { page } = await pagesOf({ text: `${text}<p>A<note>n</note></p>` });
  const [reading, copy] = [
    await page('letters/a-letter/index.html'),
    await page('letters/a-letter/diplomatic/index.html'),
  ];
  for (const html of [reading, copy]) expect(faultIn(outlineOf(html))).toBeUndefined();
  expect(outlineOf(copy)).toEqual(outline);
});

it('finds the year of a document whose header dates it to the minute', async () => {
  const { page } = await pagesOf({
    header:
      '<profileDesc><correspDesc><correspAction type="sent"><date notBefore-iso="1963-05-13T11:00:01+01:00">a day in May</date></correspAction></correspDesc></profileDesc>',
  });
  const calendar = await page('calendar/index.html');
  expect(calendar).toContain('id="y1963"');
  expect(calendar).not.toContain('Without a date');
});

it('leads from the note of what is struck out to its callout where that is shown', async () => {
  const { page } = await pagesOf({
    text: '<p>I <del>came<note>Or went.</note></del> saw<note>A slip.</note>.</p>',
  });
  const linksIn = (html: string) => html.match(/href="#call-[^"]+/g);
  const reading = await page('letters/a-letter/index.html');
  expect(reading).toContain('Or went.');
  expect(linksIn(reading)).toEqual(['href="#call-2-1']);
  expect(linksIn(await page('letters/a-letter/diplomatic/index.html'))).toEqual([
    'href="#call-1-1',
    'href="#call-2-1',
  ]);
});

it('sets each entry of a list of books in a line of its own, with the marks of its fields', async () => {
  const article =
    '<biblStruct><analytic><author>Menabrea</author><title level="a">Notions</title></analytic><monogr><title level="j">Bibliothèque</title><imprint><date>1842</date></imprint></monogr></biblStruct>';
  const { page } = await pagesOf(
    {},
    {
      back: `<div type="bibliography"><head>Books</head><listBibl><head>Printed</head><bibl>Babbage, <title level="m">Passages</title>.</bibl>${article}</listBibl></div>`,
    },
  );
  const html = (await page('bibliography/index.html')).replaceAll(/<\/?(span|cite)[^>]*>/g, '');
  expect(html).toContain('<p class="entry">Babbage, Passages.</p>');
  expect(html).toContain('<p class="entry">Menabrea, “Notions”, Bibliothèque, 1842.</p>');
  expect(await page('letters/a-letter/source/index.html')).not.toContain('class="neighbours"');
});

it('sets what stands out within italic upright, and what is marked twice italic once', async () => {
  const { page } = await pagesOf({
    text: '<p><hi rend="italic">See <title level="m">Emma</title>,</hi> <hi rend="italic"><title level="m">Persuasion</title></hi>, <emph>not <foreign xml:lang="la">sic</foreign></emph>, <foreign xml:lang="la">ibidem</foreign>.</p>',
  });
  const html = await page('letters/a-letter/index.html');
  expect(html).toContain('See <cite class="r-roman">Emma</cite>');
  expect(html).toContain('<cite>Persuasion</cite>');
  expect(html).toContain('<em>not <i class="foreign r-roman" lang="la">sic</i></em>');
  expect(html).toContain('<i class="foreign" lang="la">ibidem</i>');
});

it('names languages by their shortest codes, which screen readers know', async () => {
  const { page } = await pagesOf({
    text: '<p>A <foreign xml:lang="deu">Wort</foreign>, <foreign xml:lang="heb-Hebr">מלה</foreign>, <foreign xml:lang="grc">λόγος</foreign></p>',
  });
  const html = await page('letters/a-letter/index.html');
  expect(html).toContain('lang="de">Wort');
  expect(html).toContain('lang="he-Hebr" dir="rtl">');
  expect(html).toContain('lang="grc">');
});

it('leads from who wrote and who was written to to the pages of these, where they have any', async () => {
  const { page } = await pagesOf({
    header:
      '<profileDesc><correspDesc><correspAction type="sent"><persName ref="../volume.xml#ada">A. L.</persName><persName>B &amp; C</persName></correspAction><correspAction type="received"><persName ref="../volume.xml#nobody">Nobody</persName></correspAction></correspDesc></profileDesc>',
  });
  const html = await page('letters/a-letter/index.html');
  expect(html).toContain(
    '<dt>From</dt><dd><a href="../../persons/ada/index.html">Ada Lovelace</a>, B &amp; C</dd>',
  );
  expect(html).toContain('<dt>To</dt><dd>Nobody</dd>');
  expect(html).toContain('This document</h2>');
});

describe('what a file holds comes out as text', () => {
  const harm =
    '"><script>alert(1)</script></code></pre></reading-only><copy-only><img src=x onerror=alert(1)>';
  const escaped = harm.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  const scripts = (page: string) =>
    page
      .replaceAll(/<script type="application\/ld\+json">[^<]*<\/script>/g, '')
      .replaceAll(/<script src="[./]*assets\/edition\.js" defer><\/script>/g, '')
      .match(/<script|<img/g);

  it('in its source, where every character is as it was', async () => {
    const { page, source } = await pagesOf({ text: `<p>${escaped}</p><!-- <script>alert(2)</script> -->` });
    const html = await page('letters/a-letter/source/index.html');
    expect(scripts(html)).toBeNull();
    const [, shown = ''] = /<code>(.*)<\/code>/.exec(html) ?? [];
    const text = shown
      .replaceAll(/<\/?[bi]>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    expect(text).toBe(source);
  });

  it('in titles, citations, descriptions and blocks of data', async () => {
    const { page } = await pagesOf({ title: `\uE000\uE002 ${escaped}`, text: `<p>${escaped}</p>` });
    for (const view of ['', 'diplomatic/', 'source/']) {
      const html = await page(`letters/a-letter/${view}index.html`);
      expect(scripts(html), view).toBeNull();
      expect(html, view).toContain('&lt;/reading-only');
      // Nor is anything left of what tells the two views apart.
      expect(html, view).not.toMatch(/<\/?(?:reading|copy)-only/);
    }
    const html = await page('letters/a-letter/index.html');
    const [, data = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(data).name).toContain(harm);
    expect(scripts(await page('calendar/index.html'))).toBeNull();
  });

  it('in registers, whose numbers lead to authority files and nowhere else', async () => {
    const kinds = (role: string) =>
      `<profileDesc><correspDesc><correspAction type="sent"><persName ref="${role}">${escaped}</persName></correspAction></correspDesc></profileDesc>`;
    const { page } = await pagesOf({
      header: kinds('../volume.xml#ada'),
      text: `<p>${escaped} by <persName ref="../volume.xml#ada">Ada</persName>.</p>`,
    });
    const html = await page('persons/ada/index.html');
    expect(scripts(html)).toBeNull();
    expect(html).toContain('<a href="http://www.wikidata.org/entity/Q7259">Wikidata Q7259</a>');
    expect(html).toContain('<li>VIAF javascript:alert(1)</li>');
    expect(html).toContain('Also named A. A. &lt;L&gt;');
    expect(html).toContain('by <b>Ada</b>.');
    expect(html).toContain('Documents from');
    expect(await page('persons/index.html')).toContain('Mathematician &lt;b&gt;; 1 document');
  });
});
