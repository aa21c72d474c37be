import { readFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asPrintedEdition } from '../as-printed-edition.js';
import type { EditionSource } from '../edition-source.js';
import { orderEdition } from '../order-edition.js';
import { transform } from '../transform/transform.js';
import { fold } from './conservation/fold.js';
import { checkConservation } from './conservation/index.js';
import { type PrintedText, readPdf } from './conservation/read-pdf.js';
import { printVolume, stopTypesetter, withQueries } from './index.js';

const corpus = new URL('../../../../corpus/', import.meta.url);
const read = (path: string) => ({ path, source: readFileSync(new URL(path, corpus), 'utf8') });
const volume = read('volume.xml');
const letters = [...volume.source.matchAll(/target="(letters\/[^"]+)"/g)].map(([, path = '']) => read(path));

/** An edition as publishing prints it: numbered, with what is generated in it. */
function asPrinted(edition: EditionSource, release?: string): EditionSource {
  const made = asPrintedEdition(orderEdition(edition), { release });
  return { volume: made.volume, letters: made.documents.flatMap(({ file }) => file ?? []) };
}

const sample = asPrinted({ volume, letters });
const points = (millimetres: number) => (millimetres * 72) / 25.4;
const letter = (body: string) => ({
  path: 'letters/made.xml',
  source: `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="made"><teiHeader><fileDesc><titleStmt><title>Made</title></titleStmt></fileDesc></teiHeader><text xml:lang="en"><body><div type="letter"><head type="number">No. 1</head>${body}</div></body></text></TEI>`,
});
const sizeOf = async (pdf: Uint8Array) => {
  const { width, height } = (await PDFDocument.load(pdf)).getPage(0).getSize();
  return [Math.round(width), Math.round(height)];
};

/** Where words stand that are written once. */
function place(text: PrintedText, words: string) {
  const found = text.folded.split(fold(words)).length - 1;
  expect(found, words).toBe(1);
  return text.placeOf(text.folded.indexOf(fold(words)));
}

beforeAll(() => {
  for (const name of ['figures', 'volume', 'letter']) transform(`print/${name}`, volume.source);
}, 240_000);
afterAll(stopTypesetter);

it('a volume is cut and set as it states, with all that stands in it', async () => {
  const page =
    '<rendition scheme="css" selector="@page :right">size: 140mm 210mm; margin: 18mm 22mm 20mm 16mm</rendition>';
  const text =
    '<rendition scheme="css" selector="text">font: 10pt "Alegreya"; font-variant-numeric: lining-nums</rendition>';
  const other = {
    ...sample,
    volume: {
      ...sample.volume,
      source: sample.volume.source.replace('</tagsDecl>', `${page}${text}</tagsDecl>`),
    },
  };
  const { pdf } = await printVolume(other);
  expect(await sizeOf(pdf)).toEqual([points(140), points(210)].map(Math.round));
  const faces =
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/BaseFont\s*\/\S+/g) ?? [];
  expect(faces.every((face) => face.includes('Alegreya'))).toBe(true);
  expect(faces.length).toBeGreaterThan(1);
  expect(await checkConservation(pdf, other)).toEqual([]);
  const { body } = await readPdf(pdf);
  const foreword = place(body, 'This publication contains the correspondence exchanged');
  expect(foreword.x).toBeCloseTo(points(16), 0);
});

it('leaves no number alone on the last line of an entry of the index', async () => {
  const { pdf } = await printVolume(sample);
  const { body } = await readPdf(pdf);
  const lines: string[] = [];
  let height = 0;
  for (let at = body.folded.lastIndexOf(fold('Attlee, Clement R.')); at < body.folded.length; at += 1) {
    const { y } = body.placeOf(at);
    if (Math.abs(y - height) > 3) lines.push('');
    height = y;
    lines.push(`${lines.pop()}${body.folded[at]}`);
  }
  expect(lines.length).toBeGreaterThan(40);
  expect(lines.filter((line) => /^\[?\d+\]?$/.test(line))).toEqual([]);
}, 120_000);

describe('a proof', () => {
  it('has the pages and lines of the book on a larger sheet, with all that stands in it', async () => {
    const [book, proof] = await Promise.all([
      printVolume(sample),
      printVolume(sample, { template: 'proof' }),
    ]);
    expect(await sizeOf(proof.pdf)).toEqual([595, 842]);
    expect(proof.pages).toBe(book.pages);
    expect(await checkConservation(proof.pdf, sample)).toEqual([]);
    const [inBook, inProof] = await Promise.all([readPdf(book.pdf), readPdf(proof.pdf)]);
    expect(inProof.body.folded).toBe(inBook.body.folded);
    const shifts = new Set<string>();
    for (
      let at = inBook.body.folded.indexOf(fold('My dear Mr Stalin'));
      at < inBook.body.folded.length;
      at += 40
    ) {
      const [one, other] = [inBook.body.placeOf(at), inProof.body.placeOf(at)];
      expect(other.page).toBe(one.page);
      if (one.page % 2 === 1) shifts.add(`${Math.round(other.x - one.x)} ${Math.round(other.y - one.y)}`);
    }
    // The corner of the page stands 16.5 mm from the left and 20.5 mm from the top of the sheet.
    expect([...shifts]).toEqual([`${Math.round(points(16.5))} ${Math.round(points(297 - 234 - 20.5))}`]);
  });

  it('sets stage, revision and queries as what they say, whatever they say', async () => {
    const attack = '"); #panic("out") // ?> \\ $x$ *b* @l <l>';
    const made = letter('<p>One question.</p><p>Another question.</p>');
    const documents = { [made.path]: { stage: attack, revision: attack } };
    // No face has the last sign, which would stop the setting of a text.
    const queries = ['One', 'Another'].map((word) => ({
      offset: made.source.indexOf(word) + word.length,
      words: `${attack} ${word} \u{1F600}>?`,
    }));
    const queried = { ...made, source: withQueries(made.source, queries) };
    const marks = { stage: attack, revision: attack, date: attack, documents };
    const plain = await printVolume({ volume, letters: [made] }, { proof: true });
    const { pdf, pages } = await printVolume({ volume, letters: [queried] }, { proof: true, marks });
    expect(pages).toBe(plain.pages);
    const { body } = await readPdf(pdf);
    expect(body.folded).toContain(fold('One question. Another question.'));
    expect(pdf.length).toBeGreaterThan(plain.pdf.length);
  });
});

describe('a document set as its copy stands', () => {
  const made =
    letter(`<head type="title"><choice><sic>Mesage</sic><corr>Message</corr></choice> of a Morning</head>
    <opener><salute>Mr President,</salute></opener>
    <p>I have not <add place="above">yet</add> received
    <lb/>the <del>message</del><note type="textual">struck out in ink</note>, but <choice><sic>recieved</sic><corr>received</corr></choice> <choice><sic>thee</sic><corr>the</corr></choice>
    <lb/>res<supplied>ults</supplied><note type="textual">torn</note> of <subst rend="overwritten"><del>Xanadu</del><add>Moscow</add></subst> in <gap quantity="8" unit="char"/><note type="textual">a hole</note>.</p>
    <p>A <unclear>doubtful</unclear><note type="textual">run</note> word <add place="margin">aside</add><surplus>twice</surplus>.<note>A note of the writer.</note>
    <lb/>End of the U.S.S.R.</p>
    <closer><signed>J. STALIN</signed></closer>`);
  const edition = asPrinted({ volume, letters: [made] });
  const print = () => printVolume(edition, { template: 'documentary diplomatic' });

  it('has its lines, its signs and all of its words', async () => {
    const { pdf } = await print();
    expect(await checkConservation(pdf, edition, true)).toEqual([]);
    const { body } = await readPdf(pdf);
    const lines = [
      'Mr President,',
      'I have not',
      'the ⟦message⟧',
      'res[ults]',
      'A doubtful',
      'End of the',
    ].map((words) => place(body, words));
    const steps = lines.slice(1).map(({ y }, index) => (lines[index]?.y ?? 0) - y);
    for (const step of steps) expect(step).toBeCloseTo(19, 1);
    expect(lines[2]?.x).toBeCloseTo(lines[0]?.x ?? 0, 1);
    for (const words of ['⸌yet⸍', 'recieved', '{Moscow}', '[········]', 'twice', 'U.S.S.R.'])
      expect(body.folded).toContain(fold(words));
    expect(body.folded).not.toContain('XANADU');
  });

  it('has its notes at the foot by line and by the words that they are about', async () => {
    const { notes } = await readPdf((await print()).pdf);
    for (const words of [
      '3 message] struck out in ink',
      '4 results] torn',
      '4 Moscow] written over Xanadu',
      '4 8 letters] a hole',
      '5 doubtful] run',
      '5 aside] added in the margin',
    ])
      expect(notes.folded).toContain(fold(words));
    expect(notes.folded).toContain(fold('1 A note of the writer.'));
  });

  it('is numbered by the lines of the page where those of the copy are not marked, and has all of its words', async () => {
    const { pdf } = await printVolume(sample, { template: 'documentary diplomatic' });
    expect(await checkConservation(pdf, sample, true)).toEqual([]);
  });

  it('sets what is said nowhere in Typst’s own language', async () => {
    const attack = '&quot;); #panic(&quot;out&quot;) // \\ $x$ *b* @l';
    const body = `<p>${attack}<lb/><del rend="${attack}">${attack}</del><note type="textual" n="${attack}">${attack}</note>
      <add place="margin ${attack}">${attack}</add><gap quantity="${attack}" unit="${attack}"/><lb/><pb n="1"/><pb n="${attack}"/>
      <subst rend="overwritten"><del>${attack}</del><add>${attack}</add></subst><unclear>${attack}</unclear></p>`;
    const { pages } = await printVolume(
      { volume, letters: [letter(body)] },
      { template: 'documentary diplomatic' },
    );
    expect(pages).toBeGreaterThan(8);
  });
});

describe('what is generated round the documents', () => {
  const rich = asPrinted(
    {
      volume: {
        ...volume,
        source: volume.source
          .replace('</titlePage>', '</titlePage><divGen type="imprint" xml:id="imprint"/>')
          .replace(
            '<divGen type="index"',
            `<divGen type="method" xml:id="method"/><div type="non-extant"><head>MESSAGES NOT FOUND</head><list type="non-extant">
            <item><persName role="sender" ref="#roosevelt">F. Roosevelt</persName> to <persName role="addressee" ref="#stalin">J. V. Stalin</persName>, <date when="1942-04-23">April 23, 1942</date>. <bibl>Told of elsewhere &quot;); #panic(1)</bibl></item></list></div>
            <divGen type="colophon" xml:id="colophon"/><divGen type="index"`,
          ),
      },
      letters,
    },
    '1.2 "); #panic(1)',
  );

  it('prints an imprint behind the title page, the method, the register of what was not found, and a colophon', async () => {
    const { pdf } = await printVolume(rich);
    expect(await checkConservation(pdf, rich)).toEqual([]);
    const { body } = await readPdf(pdf);
    expect(place(body, 'The sample volume that comes with Chancery').page).toBe(4);
    expect(place(body, 'Told of elsewhere').page).toBeGreaterThan(18);
    expect(place(body, 'The text is set in EB Garamond, 11.5 on 14 points').page).toBeGreaterThan(
      place(body, 'Told of elsewhere').page,
    );
    expect(place(body, 'Release 1.2 "); #panic(1).').page).toBe(
      place(body, 'The text is set in EB Garamond, 11.5 on 14 points').page,
    );
    expect(
      place(body, 'Spelling, capitals, figures and punctuation are those of the source').page,
    ).toBeGreaterThan(18);
    // The notes begin a right-hand page, and the parts behind them follow page upon page.
    const notes = place(body, 'Called at No. 2').page;
    expect(notes % 2).toBe(1);
    expect(
      [
        'Spelling, capitals, figures and punctuation are those of the source',
        'Told of elsewhere',
        'The text is set in EB Garamond',
        'stands for a note on that page',
      ].map((words) => place(body, words).page - notes),
    ).toEqual([1, 2, 3, 4]);
  });
});
