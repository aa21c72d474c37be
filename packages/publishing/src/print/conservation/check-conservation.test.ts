import { readFileSync } from 'node:fs';
import { elements } from '@chancery/tei';
import { parseTree, type XmlElement } from '@chancery/xml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asPrintedEdition } from '../../as-printed-edition.js';
import type { EditionSource, TeiFile } from '../../edition-source.js';
import { orderEdition } from '../../order-edition.js';
import { transform } from '../../transform/transform.js';
import { printVolume, stopTypesetter } from '../index.js';
import { checkConservation, compare as compareAndMend } from './check-conservation.js';
import { fold } from './fold.js';
import { type Place, PrintedText, type ReadPdf, readPdf } from './read-pdf.js';

const corpus = new URL('../../../../../corpus/', import.meta.url);
const sampleFile = (path: string): TeiFile => ({ path, source: readFileSync(new URL(path, corpus), 'utf8') });
const volumeFile = sampleFile('volume.xml');
const sampleLetters = [...volumeFile.source.matchAll(/target="(letters\/[^"]+)"/g)].map(([, path = '']) =>
  sampleFile(path),
);

/** An edition as publishing prints it: numbered, with its index. */
function asPrinted(edition: EditionSource): EditionSource {
  const { volume, documents } = asPrintedEdition(orderEdition(edition));
  return { volume, letters: documents.flatMap(({ file }) => file ?? []) };
}

const compare = (...of: Parameters<typeof compareAndMend>) => compareAndMend(...of).findings;

const sample = asPrinted({ volume: volumeFile, letters: sampleLetters });
let read: ReadPdf;

beforeAll(async () => {
  for (const name of ['figures', 'volume', 'letter']) transform(`print/${name}`, volumeFile.source);
  read = await readPdf((await printVolume(sample)).pdf);
}, 240_000);
afterAll(stopTypesetter);

describe('the sample volume', () => {
  it('has all of its TEI in the PDF once, in order and on the pages that are named', () => {
    expect(compare(read, sample)).toEqual([]);
  });

  it('says so too where its back matter goes on behind the index, in words with figures', async () => {
    const behind =
      '<div type="appendix"><head>Behind the index</head><p>In the year 5, and in 4321.</p></div>';
    const volume = { ...volumeFile, source: volumeFile.source.replace('</back>', `${behind}</back>`) };
    const whole = asPrinted({ volume, letters: sampleLetters });
    expect(compare(await readPdf((await printVolume(whole)).pdf), whole)).toEqual([]);
  }, 240_000);

  it('follows references that hold the signs behind them, and sees what is lost between two', async () => {
    const [one = '', other = ''] = sampleLetters.map(({ path }) => path);
    const noted = (words: string) => {
      const note = `<p>See <ptr target="${one}"/>, <ref target="${other}">${words}</ref> and <ptr target="${other}"/>.</p>`;
      const source = volumeFile.source.replace(/(<note type="endnote"[^>]*>).*?(<\/note>)/, `$1${note}$2`);
      return asPrinted({ volume: { ...volumeFile, source }, letters: sampleLetters });
    };
    const pages = await readPdf((await printVolume(noted('No. 6'))).pdf);
    expect(compare(pages, noted('No. 6'))).toEqual([]);
    for (const words of ['No. 7', 'No. 6, No. 7', '6'])
      expect(compare(pages, noted(words)).length, words).toBeGreaterThan(0);
  }, 240_000);

  it('has its page notes numbered anew on each page', () => {
    const notes = within(parseTree(volumeFile.source), 'note').filter(({ attributes }) =>
      attributes.some(({ name, value }) => name === 'type' && value === 'footnote'),
    );
    const pattern = notes.map((note) => `(\\d)${fold(textOf(note)).replace(/\W/g, '\\$&')}`).join('');
    const found = new RegExp(`^${pattern}$`, 'd').exec(read.notes.folded);
    const figures = found?.slice(1).map(Number) ?? [];
    const pages = found?.indices?.slice(1).map((span) => read.notes.placeOf(span?.[0] ?? 0).page) ?? [];
    expect(figures.length).toBeGreaterThan(5);
    expect(figures).toEqual(pages.map((page, i) => (page === pages[i - 1] ? (figures[i - 1] ?? 0) + 1 : 1)));
  });

  it('says of its end notes where they are called, and which the source has not', () => {
    const notes = read.body.folded.slice(read.body.folded.lastIndexOf('NOTES1'));
    expect(notes.split(fold('[The text of this note is wanting in the source.]'))).toHaveLength(5);
    expect(notes).toContain(
      fold('2 [The text of this note is wanting in the source.] Called at No. 2, p. 11; No. 3, p. 13.'),
    );
  });

  it('has an index of every name with its pages, what the register says, and the messages', () => {
    const terms = within(parseTree(sample.volume.source), 'term').map(textOf);
    expect(terms).toHaveLength(26);
    expect(terms.filter((term) => !read.body.folded.includes(fold(term)))).toEqual([]);
    expect(read.body.folded).toContain(
      fold(
        'Stalin, J. V. (Chairman of the Council of Ministers of the U.S.S.R.), 7, 8, 13–16; messages from, Nos. 1, 4, [6]; messages to, Nos. 2, 3, [5], [7]',
      ),
    );
    expect(read.body.folded).toContain(
      fold('Hull, Cordell (Author of The Memoirs of Cordell Hull), 7, 7 n.'),
    );
  });
});

it('a generated volume of 400 letters has all of its TEI in the PDF', async () => {
  const bench = new URL('../../../../../test/bench/generated-volume.mjs', import.meta.url).href;
  const { generatedVolume } = (await import(bench)) as { generatedVolume: (count: number) => EditionSource };
  const edition = asPrinted(generatedVolume(400));
  const { pdf } = await printVolume(edition);
  expect(await checkConservation(pdf, edition)).toEqual([]);
}, 120_000);

it('every element of the table is followed into print', async () => {
  const around = new Set(['TEI', 'text', 'front', 'body', 'back']);
  const letters = elements
    .filter(({ shape, name }) => shape !== 'header' && !around.has(name))
    .map(({ name, example }, index) =>
      letter(
        `<p>Before this.</p>${example.replaceAll('#endnote-1', 'volume.xml#endnote-1')}<p>After that.</p>`,
        name,
        index + 1,
      ),
    );
  const edition = { volume: volumeFile, letters };
  const { pdf } = await printVolume(edition);
  expect(await checkConservation(pdf, edition)).toEqual([]);
});

it('letters as other editions have them are followed into print', async () => {
  const sentence = 'A sentence of the letter, which goes on for a while as letters do. ';
  const cell = `<cell>${sentence.repeat(9)}</cell>`;
  const closed = (length: number) =>
    `<p>${sentence.repeat(length)}Here a note is called.<note>Note to a letter of ${length} sentences.</note> And so it ends.</p><closer><salute>Yours ever,</salute><signed>A writer</signed></closer>`;
  const letters = [
    // The header’s title prints, and has the words with which the text begins.
    unheaded(
      'W. Clerk to her sister, Rome, 5 May',
      '<opener><dateline>Rome, 5 May</dateline></opener><p>W. Clerk</p>',
    ),
    unheaded('Of W. Clerk', '<p>W. Clerk</p><p>of no importance</p>'),
    // Cells that stand side by side are divided between two pages.
    unheaded('A table', `<table>${`<row>${cell}${cell}</row>`.repeat(6)}</table>`),
    // Letters and their accents, in one and apart.
    unheaded('Accents', '<p>An engage&#x301; e<hi rend="bold">&#x301;</hi>lan, d&#xe9;j&#xe0; vu.</p>'),
    // A body has more than its division.
    unheaded('Beside', '<p>One.</p></div><pb/><note>Beside the divisions.</note><div><p>Two.</p>'),
    unheaded(
      'Before',
      '</div><p>Before the division.</p><div><p>In it,</p> or <hi>beside</hi> it <closer>Yours.</closer>',
    ),
    // A paragraph that goes to the next page with the close takes its note along.
    ...Array.from({ length: 14 }, (_, index) => unheaded('With a note', closed(3 * index + 2))),
  ].map((source, index) => ({ path: `letters/other-${index + 1}.xml`, source }));
  const edition = { volume: volumeFile, letters };
  const { pdf } = await printVolume(edition);
  expect(await checkConservation(pdf, edition)).toEqual([]);
});

describe('a PDF that is not what the TEI says', () => {
  const first = letter(
    '<p>The first paragraph speaks of aircraft.</p>\n<p>The second of <persName ref="volume.xml#stalin">tanks</persName>.<note>A note on tanks and their number.</note></p>\n<p>The third of convoys.</p>\n<p>Yes.</p>',
    'one',
  );
  const second = letter('<p>Another letter altogether, of no importance.</p>', 'two', 2);
  const edition = { volume: volumeFile, letters: [first, second] };
  /** What is found in a PDF of something else. */
  const found = async (printed: EditionSource, held: EditionSource = edition) => {
    const { pdf } = await printVolume(printed);
    return (await checkConservation(pdf, held)).map(
      ({ path, line, message }) => `${path}:${line} ${message}`,
    );
  };
  const withFirst = (change: (source: string) => string) => ({
    ...edition,
    letters: [{ ...first, source: change(first.source) }, second],
  });

  it('is told apart from one that is', async () => {
    expect(await found(edition)).toEqual([]);
  });

  it.each([
    {
      what: 'a paragraph',
      of: /<p>The third[\s\S]*?<\/p>/,
      line: 3,
      words: /“The third of convoys\.” is not in the PDF/,
    },
    { what: 'a short paragraph', of: '<p>Yes.</p>', line: 4, words: /“Yes\.” is not in the PDF/ },
    { what: 'a word', of: 'speaks ', line: 1, words: /“The first paragraph/ },
    { what: 'a note', of: /<note>.*?<\/note>/, line: 2, words: /A note on tanks/ },
  ])('$what has fallen out', async ({ of, line, words }) => {
    const findings = await found(withFirst((source) => source.replace(of, '')));
    expect(findings).toEqual([
      expect.stringMatching(new RegExp(`^letters/one\\.xml:${line} .*${words.source}`)),
    ]);
  });

  it('a paragraph stands twice', async () => {
    const findings = await found(withFirst((source) => source.replace(/<p>The third.*?<\/p>/, '$&$&')));
    expect(findings).toEqual([
      expect.stringMatching(/^letters\/one\.xml:3 P\. 11 of the PDF says “The third of convoys\.”/),
    ]);
  });

  it('a note stands twice', async () => {
    const findings = await found(withFirst((source) => source.replace(/<note>.*?<\/note>/, '$&$&')));
    expect(findings[0]).toMatch(/^\S+:\d+ P\. 11 of the PDF says “.*A note on tanks and their number\.”/);
  });

  it('paragraphs have changed places', async () => {
    const findings = await found(
      withFirst((source) =>
        source.replace(/(<p>The first.*?<\/p>)([\s\S]*?)(<p>The third.*?<\/p>)/, '$3$2$1'),
      ),
    );
    expect(findings.join('\n')).toMatch(/letters\/one\.xml:\d .*The (first|third)/);
  });

  it('a document is missing, or stands before another', async () => {
    expect((await found({ ...edition, letters: [first] })).join('\n')).toMatch(/^letters\/two\.xml:1 /);
    expect((await found({ ...edition, letters: [second, first] })).length).toBeGreaterThan(0);
  });

  it('the index names a page on which nobody is named', async () => {
    const held = asPrinted(edition);
    const printed = {
      ...held,
      letters: held.letters.map((each) => ({ ...each, source: each.source.replace('#stalin', '#molotov') })),
    };
    const findings = await found(printed, held);
    expect(findings.join('\n')).toMatch(/^volume\.xml:\d+ The index .* p\. \d+ for “stalin”/m);
  });

  it('a few letters stand behind all else, or words behind an end note', () => {
    const withWords = (text: PrintedText, behind: string, words: string) => {
      const longer = new PrintedText();
      let tail = '';
      for (const { text: piece, place } of text.pieces()) {
        addTo(longer, piece, place);
        tail = (tail + fold(piece)).slice(-200);
        if (behind !== '' && tail.endsWith(fold(behind))) addTo(longer, words, place);
      }
      if (behind === '') addTo(longer, words, { page: 1, x: 0, y: 0, end: 0 });
      return longer;
    };
    const atEnd = withWords(read.notes, '', 'ok');
    expect(compare({ ...read, notes: atEnd }, sample)).toEqual([
      expect.objectContaining({ message: expect.stringContaining('says “ok” here') }),
    ]);
    const doubled = withWords(read.body, 'Called at No. 2, p. 11; No. 3, p. 13.', 'These words stand twice.');
    expect(compare({ ...read, body: doubled }, sample)).toEqual([
      expect.objectContaining({
        path: 'volume.xml',
        message: expect.stringMatching(/^Behind the end note the PDF says “.*These words stand twice\./),
      }),
    ]);
  });

  it('the contents, an end note or a page note name or stand on another page', () => {
    const contents = read.contents.map((entry) => ({
      ...entry,
      page: entry.page === '11' ? '12' : entry.page,
    }));
    expect(compare({ ...read, contents }, sample)[0]?.message).toBe(
      'The contents name p. 12 for No. 1, which begins on p. 11.',
    );
    const elsewhere = new PrintedText();
    for (const text of read.notes.written(0, Number.POSITIVE_INFINITY)) {
      addTo(elsewhere, text, { page: 9, x: 0, y: 0, end: 0 });
    }
    expect(compare({ ...read, notes: elsewhere }, sample)[0]?.message).toBe(
      'A note is called on p. 7 of the PDF and begins on p. 9.',
    );
    const otherPages = new PrintedText();
    for (const text of read.body.written(0, Number.POSITIVE_INFINITY)) {
      addTo(otherPages, text, { page: 3, x: 0, y: 0, end: 0 });
    }
    expect(compare({ ...read, body: otherPages }, sample).map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^The end note names pp\. 11, 13 as those that call it/),
      ]),
    );
  });
});

function addTo(printed: PrintedText, text: string, { page, ...at }: Place): void {
  printed.add({ text, folded: fold(text), ...at }, page);
}

/** A letter without a heading of its own. */
function unheaded(title: string, body: string): string {
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt></fileDesc></teiHeader><text><body><div>${body}</div></body></text></TEI>`;
}

function letter(body: string, id: string, number = 1): TeiFile {
  return {
    path: `letters/${id}.xml`,
    source: `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}"><teiHeader><fileDesc><titleStmt><title>Made</title></titleStmt></fileDesc></teiHeader><text><body><div type="letter"><head type="number">No. ${number}</head>${body}</div></body></text></TEI>`,
  };
}

function within(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) =>
    child.type === 'element' ? [...(child.localName === name ? [child] : []), ...within(child, name)] : [],
  );
}

function textOf(element: XmlElement): string {
  return element.children
    .map((child) => (child.type === 'element' ? textOf(child) : child.type === 'text' ? child.value : ''))
    .join('');
}
