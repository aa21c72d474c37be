import { afterAll, beforeAll, expect, it } from 'vitest';
import { transform } from '../transform/transform.js';
import { fold } from './conservation/fold.js';
import { readPdf } from './conservation/read-pdf.js';
import { printVolume, stopTypesetter } from './index.js';

const volume = {
  path: 'volume.xml',
  source:
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Made</title></titleStmt></fileDesc></teiHeader><text xml:lang="en"><body/></text></TEI>',
};
const letter = (body: string, number = 1) => ({
  path: `letters/made-${number}.xml`,
  source: `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="made-${number}"><teiHeader><fileDesc><titleStmt><title>Made</title></titleStmt></fileDesc></teiHeader><text xml:lang="en"><body><div type="letter"><head type="number">No. ${number}</head>${body}</div></body></text></TEI>`,
});

/** The words of all lines, each with its page, from the top: a line ends where its height on the page does. */
async function linesOf(letters: readonly { path: string; source: string }[]) {
  const { pdf } = await printVolume({ volume, letters });
  const { body } = await readPdf(pdf);
  const lines: { page: number; y: number; words: string }[] = [];
  for (let at = 0; at < body.folded.length; at += 1) {
    const { page, y } = body.placeOf(at);
    const last = lines.at(-1);
    if (last?.page === page && Math.abs(last.y - y) < 3) last.words += body.folded[at] ?? '';
    else lines.push({ page, y, words: body.folded[at] ?? '' });
  }
  return lines;
}

beforeAll(() => {
  for (const name of ['figures', 'volume', 'letter']) transform(`print/${name}`, volume.source);
}, 240_000);
afterAll(stopTypesetter);

it.each([
  [
    'en',
    'characteristically',
    ['CHAR', 'CHARAC', 'CHARACTER', 'CHARACTERIS', 'CHARACTERISTI', 'CHARACTERISTICAL'],
  ],
  ['ru', 'исключительно', ['ИС', 'ИСКЛЮ', 'ИСКЛЮЧИ', 'ИСКЛЮЧИТЕЛЬ']],
  ['fr', 'gouvernementale', ['GOU', 'GOUVER', 'GOUVERNE', 'GOUVERNEMEN', 'GOUVERNEMENTA']],
  [
    'de',
    'geschwindigkeitsbegrenzung',
    ['GESCHWIN', 'GESCHWINDIG', 'GESCHWINDIGKEITS', 'GESCHWINDIGKEITSBE', 'GESCHWINDIGKEITSBEGREN'],
  ],
])('divides the words of a passage in %s by the patterns of its language', async (language, word, parts) => {
  const passage = `a ${word} `.repeat(60);
  const lines = await linesOf([
    letter(`<p>Here <foreign xml:lang="${language}">${passage}</foreign> ends.</p>`),
  ]);
  const whole = fold(word);
  const begun = lines
    .slice(0, -1)
    .flatMap(
      ({ words }) =>
        Array.from({ length: whole.length - 1 }, (_, i) => whole.slice(0, whole.length - 1 - i)).find(
          (part) => words.endsWith(`A${part}`),
        ) ?? [],
    );
  expect(begun.length).toBeGreaterThan(0);
  expect(begun.filter((part) => part.length > 1 && !parts.includes(part))).toEqual([]);
});

it('divides nouns of German, which have capitals, and no capitalised word of English', async () => {
  const noun = 'Geschwindigkeitsbegrenzung';
  /** What stands of the noun at the ends of lines that divide it. */
  const divided = async (language: string) => {
    const lines = await linesOf([letter(`<p xml:lang="${language}">${`a ${noun} `.repeat(60)}</p>`)]);
    const begun = lines.flatMap(({ words }) => /GESCHW(?!.*GESCHW).*$/.exec(words) ?? []);
    return begun.filter((part) => part !== fold(noun) && fold(noun).startsWith(part));
  };
  expect(await divided('en')).toEqual([]);
  expect((await divided('de')).length).toBeGreaterThan(0);
});

it('leaves no line of a paragraph alone on a page, and no number apart from its text', async () => {
  const sentence =
    'The needs and demands of your and our armed services can only be determined in the light of facts. ';
  const letters = Array.from({ length: 30 }, (_, index) =>
    letter(
      Array.from(
        { length: 4 },
        (_, paragraph) => `<p>${sentence.repeat(1 + ((index + paragraph) % 4))}</p>`,
      ).join(''),
      index + 1,
    ),
  );
  const lines = await linesOf(letters);
  const isHead = ({ words }: { words: string }) => /^NO\.\d+$/.test(words) || words === 'MADE';
  const ends = ({ words }: { words: string }) => words.endsWith('FACTS.');
  const from = lines.findIndex(({ words }) => words === 'NO.1');
  const pages = new Set(lines.slice(from).map(({ page }) => page));
  expect(from).toBeGreaterThan(0);
  expect(pages.size).toBeGreaterThan(10);
  for (const page of pages) {
    const on = lines.filter((line) => line.page === page);
    const last = on.at(-1);
    if (last) expect(isHead(last), `p. ${page} ends with ${last.words}`).toBe(false);
    const [first, second] = on;
    // A last line that begins a page has no other of its paragraph with it.
    if (first && second && !isHead(first) && ends(first) && first.words.length < 40)
      expect.fail(`p. ${page} begins with the last line of a paragraph: ${first.words}`);
  }
});

it('sets Greek and Cyrillic, capitals of signatures, verse, tables and pictures with all that they say', async () => {
  const lines = await linesOf([
    letter(`<p><foreign xml:lang="grc">μῆνιν ἄειδε θεὰ</foreign> H<hi rend="sub">2</hi>O.</p>
      <lg><l>Of the man of many devices,</l><l rend="indent">driven far astray.</l></lg>
      <table><row role="label"><cell>Kind</cell><cell>Sent</cell></row><row><cell>Tanks</cell><cell>1,250</cell></row><row><cell>Aircraft</cell><cell>40</cell></row></table>
      <figure><graphic url="map.png"/><head>The front in October.</head><figDesc>A map</figDesc></figure>
      <closer><signed>И. СТАЛИН</signed></closer>`),
  ]);
  const said = lines.map(({ words }) => words).join('\n');
  for (const words of [
    'μῆνιν ἄειδε θεὰ',
    'Of the man of many devices,',
    '[A map]',
    'The front in October.',
    'И. СТАЛИН',
  ])
    expect(said).toContain(fold(words));
  expect(said).toMatch(/TANKS1,250\nAIRCRAFT40/);
});

it.each(['', ' role="label"'])(
  'sets the cells of a row beside each other, and a short row in its own line%s',
  async (role) => {
    const table = `<table><row${role}><cell>One</cell><cell>Two</cell></row><row><cell>Three</cell></row><row><cell>Five</cell><cell>Six</cell></row></table>`;
    const lines = (await linesOf([letter(`<p>Before.</p>${table}<p>After.</p>`)])).map(({ words }) => words);
    const from = lines.indexOf('BEFORE.');
    expect(lines.slice(from, from + 5)).toEqual(['BEFORE.', 'ONETWO', 'THREE', 'FIVESIX', 'AFTER.']);
  },
  60_000,
);

it('has room for the figures of a table of many columns', async () => {
  const row = `<row>${'<cell>1234567</cell>'.repeat(8)}</row>`;
  const { warnings } = await printVolume({ volume, letters: [letter(`<table>${row.repeat(3)}</table>`)] });
  expect(warnings.filter(({ code }) => code === 'overfull')).toEqual([]);
});

it('sets each entry of a list of books in lines of its own', async () => {
  const article =
    '<biblStruct><analytic><author>Menabrea</author><title level="a">Notions</title></analytic><monogr><title level="j">Bibliothèque</title><imprint><date>1842</date></imprint></monogr></biblStruct>';
  const books = `<listBibl><bibl>Babbage, <title level="m">Passages</title>.</bibl>${article}</listBibl>`;
  const lines = (await linesOf([letter(`<p>Before.</p>${books}<p>After.</p>`)])).map(({ words }) => words);
  const from = lines.indexOf('BEFORE.');
  expect(lines.slice(from, from + 4)).toEqual(
    ['Before.', 'Babbage, Passages.', 'Menabrea, “Notions”, Bibliothèque, 1842.', 'After.'].map(fold),
  );
});

it.each([
  ['<hi rend="strikethrough">some <hi rend="underline">one</hi></hi>', 3],
  ['<hi rend="underline">some <hi rend="strikethrough">one</hi></hi>', 3],
  ['<hi rend="strikethrough"><hi rend="underline">one</hi></hi>', 2],
])(
  'draws both lines on what is struck out and underlined, in a PDF that is accessible: %s',
  async (words, lines) => {
    const marked = { volume, letters: [letter(`<p>Here are ${words}.</p>`)] };
    const { warnings } = await printVolume(marked, { proof: true, marks: 'none' });
    expect(warnings.filter(({ code }) => code === 'not-accessible')).toEqual([]);
    const shapesOf = async (edition: typeof marked) => {
      const { drawing = '' } = await printVolume(edition, { proof: true, use: 'screen' });
      return drawing.match(/class="typst-shape"/g)?.length ?? 0;
    };
    const plain = { volume, letters: [letter('<p>Here are some words.</p>')] };
    expect((await shapesOf(marked)) - (await shapesOf(plain))).toBe(lines);
  },
);
