import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EditionSource } from '../edition-source.js';
import { compare } from '../print/conservation/index.js';
import { readPdf } from '../print/conservation/read-pdf.js';
import { printVolume, stopTypesetter } from '../print/index.js';
import { publishEdition } from '../publish-edition.js';
import { type ProvenVolume, printProven } from './print-proven.js';

const sentence = 'A sentence of the letter, which goes on for a while as letters do. ';
const letter = (id: string, body: string) => ({
  path: `${id}.xml`,
  source: `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}"><teiHeader><fileDesc><titleStmt><title>${id}</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>${body}</body></text></TEI>`,
});
const call = (id: string, words = '') => `called-${id}.<note>noted-${id}. ${words}</note>`;

/** Openings with notes at every place of a page, and lines that call two notes, the first of them long. */
const letters = Array.from({ length: 14 }, (_, i) => [
  letter(
    `opened${i}`,
    `<div><p>${sentence.repeat(2 * i + 1)}</p></div><div><opener><salute>Dear ${call(`o${i}`)}</salute></opener><p>${sentence.repeat(3)}</p></div>`,
  ),
  letter(
    `twice${i}`,
    `<div><p>${sentence.repeat(2 * i + 1)}</p><p>One ${call(`a${i}`, sentence.repeat(9))} and ${call(`b${i}`, sentence)}</p></div>`,
  ),
]).flat();

const many = (id: string, count: number, sentences: number) =>
  Array.from({ length: count }, (_, i) => call(`${id}${i}`, sentence.repeat(sentences))).join(' ');
const pictured = (words: string) =>
  `<div><p>${sentence}</p><figure><figDesc>A map</figDesc><p>${words}</p></figure></div>`;

function volumeOf(files: readonly { path: string }[]): EditionSource['volume'] {
  const items = files.map(({ path }) => `<item><ptr target="${path}"/></item>`).join('');
  return letter('volume', `<div type="documents"><list type="documents">${items}</list></div>`);
}

const edition: EditionSource = { volume: volumeOf(letters), letters };
const callouts = letters.flatMap(({ source }) =>
  [...source.matchAll(/called-(\w+)/g)].map(([, id = '']) => id),
);
const out = mkdtempSync(join(tmpdir(), 'chancery-press-'));
let proven: ProvenVolume;

beforeAll(async () => {
  proven = await printProven(edition, {});
}, 240_000);
afterAll(() => {
  stopTypesetter();
  rmSync(out, { recursive: true });
});

it('sets a volume such that notes begin on the pages of their callouts', async () => {
  const once = await printVolume(edition);
  const found = once.read ? compare(once.read, edition).findings : [];
  // Or there would be nothing to mend.
  expect(found.length).toBeGreaterThan(0);
  const told = proven.edition.letters.map(({ source }) => source).join('');
  expect(told).toContain('<?chancery-page ');
  expect(told).toContain('<?chancery-note-room ');
  expect(proven.displaced).toEqual([]);
  expect(proven.read && compare(proven.read, proven.edition).findings).toEqual([]);
}, 240_000);

it('sets the sheets for the press so too, made by themselves', async () => {
  await publishEdition(edition, { out: join(out, 'press'), only: ['press'] });
  const { body } = await readPdf(readFileSync(join(out, 'press', 'volume-press.pdf')));
  const pageOf = (words: string) => body.placeOf(body.folded.indexOf(words.toUpperCase())).page;
  expect(callouts.filter((id) => !body.folded.includes(`NOTED${id.toUpperCase()}.`))).toEqual([]);
  expect(callouts.filter((id) => pageOf(`called${id}.`) !== pageOf(`noted${id}.`))).toEqual([]);
}, 240_000);

it('keeps notes with what stays together where that is longer than what is left of a page', async () => {
  const signed = (names: number) =>
    `<closer><salute>Yours</salute>${'<signed>A. B.</signed>'.repeat(names)}</closer>`;
  const opened = (id: string, note: string, close: string) =>
    letter(
      id,
      `<div><pb n="1"/><opener><salute>Dear ${call(id, note)}</salute></opener><p>${sentence.repeat(4)}</p>${close}</div>`,
    );
  const some = [
    opened('one', sentence, signed(1)),
    opened('many', sentence.repeat(4), signed(28)),
    letter(
      'whole',
      `<div><opener><dateline>Thursday${call('whole')}</dateline></opener><p>${sentence.repeat(24)}</p>${signed(1)}</div>`,
    ),
    opened('long', sentence.repeat(150), signed(1)),
    letter('sign', '<div><p>There<note place="inline"><metamark>?</metamark></note> and here.</p></div>'),
  ];
  const made = await printProven({ volume: volumeOf(some), letters: some }, {});
  expect(made.displaced).toEqual([]);
}, 240_000);

it('keeps notes with their callouts at the foot of a full page, and prints nothing where no setting keeps one there', async () => {
  const lines = (count: number) => '<p>Line.</p>'.repeat(count);
  const onNewPage = (id: string, body: string) => {
    const { path, source } = letter(id, body);
    return { path, source: source.replace('<teiHeader>', '<?chancery-page 999?><teiHeader>') };
  };
  const rows = (count: number, first: string) =>
    `<row><cell>${first}</cell><cell>Himala</cell></row>`.repeat(count);
  const table = (id: string, before: number) =>
    `<gap/><table><head>Plants</head>${rows(before, 'Rosa')}${rows(1, call(id, sentence.repeat(6)))}${rows(40, 'Geum')}</table>`;
  const some = [
    // Of which the notes leave no room for those of the next letter's first lines.
    onNewPage(
      'many',
      `<div>${Array.from({ length: 12 }, (_, i) => `<p>${call(`many${i}`)}</p>`).join('')}${lines(3)}</div>`,
    ),
    letter(
      'opened',
      `<div><opener><salute>Dear ${call('opened', sentence.repeat(3))}</salute></opener><p>Two.${call('two')} ${sentence.repeat(6)}</p></div>`,
    ),
    // Two notes of one line, the first of which calls a long one.
    onNewPage('before', `<div><p>${call('before', sentence.repeat(8))}</p>${lines(12)}</div>`),
    letter(
      'within',
      `<div><p><note><p>noted-outer.</p><p>${call('inner', sentence.repeat(9))}</p></note><note>noted-next.</note></p><opener><salute>Dear</salute></opener><p>${sentence.repeat(4)}</p></div>`,
    ),
    // A first line that calls a note of more than a page.
    onNewPage(
      'first',
      `<div><opener><salute>Dear</salute></opener><p>The ${call('first', sentence.repeat(60))} ${sentence.repeat(6)}</p></div>`,
    ),
    // A table begins the next page, and the sign of a gap does before it.
    onNewPage('gap', `<div>${lines(20)}<pb n="6"/>${table('gap', 8)}</div>`),
  ];
  const { displaced, edition: told, read } = await printProven({ volume: volumeOf(some), letters: some }, {});
  expect(displaced).toEqual([]);
  // No page is begun that would not be in the next round, and again in the one after it.
  expect(read && compare(read, told).mended).toBeUndefined();
  // The last row of a table that begins a page.
  const row = [onNewPage('row', `<div>${lines(3)}${table('row', 27)}</div>`)];
  expect((await printProven({ volume: volumeOf(row), letters: row }, {})).displaced).toEqual([]);
  // What is said of a picture stays with it, and calls notes of more than a page.
  const figure = [letter('figure', pictured(many('figure', 12, 9)))];
  await expect(printProven({ volume: volumeOf(figure), letters: figure }, {})).rejects.toMatchObject({
    code: 'not-conserved',
    file: 'figure.xml',
    message: expect.stringMatching(/A note is called on p\. \d+ .* and begins on p\. \d+\./),
  });
}, 240_000);

it('lets a long stanza go on on the next page, also where its notes ask for that, and one page take it where it can', async () => {
  const verse = (count: number, words: (line: number) => string) =>
    `<div><p>${sentence}</p><lg>${Array.from({ length: count }, (_, i) => `<l>Verse ${i} ${words(i)}</l>`).join('')}</lg></div>`;
  const poem = letter(
    'poem',
    verse(90, () => ''),
  );
  const noted = letter(
    'noted',
    verse(14, (i) => call(`v${i}`, sentence.repeat(8))),
  );
  const files = [poem, noted];
  const {
    read,
    displaced,
    edition: told,
  } = await printProven({ volume: volumeOf(files), letters: files }, {});
  expect(displaced).toEqual([]);
  expect([...(read?.body.pieces() ?? [])].every(({ place }) => place.y > 0)).toBe(true);
  // Not each of the lines that had no room for its note begins a page.
  const parts = told.letters[1]?.source.match(/<\?chancery-page \d+\?>/g) ?? [];
  expect(parts.length).toBeGreaterThan(0);
  expect(parts.length).toBeLessThan(6);
}, 120_000);

it('prints nothing where what is kept together ends below the paper, and names it', async () => {
  const files = [letter('long', pictured(sentence.repeat(90)))];
  await expect(printProven({ volume: volumeOf(files), letters: files }, {})).rejects.toMatchObject({
    code: 'not-conserved',
    file: 'long.xml',
    message: expect.stringMatching(/stands below the edge of p\. \d+ of the PDF/),
  });
});

it('parts a table of several pages where the note of a row would begin behind it, its columns as wide on each', async () => {
  const rows = Array.from({ length: 70 }, (_, i) => {
    const first = `Row ${i} ${i % 2 === 0 ? call(`r${i}`, sentence.repeat(1 + (i % 4))) : ''}`;
    return `<row><cell>${first}</cell><cell>second ${sentence.repeat((i * 5) % 3)}</cell></row>`;
  });
  const files = [letter('tabled', `<div><p>${sentence.repeat(25)}</p><table>${rows.join('')}</table></div>`)];
  const {
    read,
    displaced,
    edition: told,
  } = await printProven({ volume: volumeOf(files), letters: files }, {});
  expect(told.letters[0]?.source).toMatch(/<\?chancery-page \d+\?><row>/);
  expect(displaced).toEqual([]);
  const columns = [...(read?.body.pieces() ?? [])].filter(({ text }) => text.startsWith('second'));
  expect(new Set(columns.map(({ place }) => place.page)).size).toBeGreaterThan(4);
  expect(new Set(columns.map(({ place }) => Math.round(place.x * 10))).size).toBeLessThanOrEqual(2);
}, 120_000);

it('begins a note behind one that is longer than a page where that ends, and says so', async () => {
  const long = letter(
    'long',
    `<div><p>One ${call('a', sentence.repeat(120))} <?chancery-note-room 9pt); panic("Typst of a letter?>and ${call('b')} of two.</p></div>`,
  );
  const { displaced, pages } = await printProven({ volume: volumeOf([long]), letters: [long] }, {});
  expect(displaced.map(({ path, message }) => ({ path, message }))).toEqual([
    {
      path: 'long.xml',
      message: expect.stringMatching(
        /^A note is called on p\. \d+ .* and begins on p\. \d+, behind one that runs on\.$/,
      ),
    },
  ]);
  expect(pages).toBeGreaterThan(2);
}, 240_000);
