import { readFileSync } from 'node:fs';
import { elements } from '@chancery/tei';
import { checkWellFormed } from '@chancery/xml';
import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transform } from '../transform/transform.js';
import { volumeOfLetters } from '../volume-of-letters.js';
import { fold } from './conservation/fold.js';
import { checkConservation } from './conservation/index.js';
import { readPdf } from './conservation/read-pdf.js';
import { PrintError, printVolume, stopTypesetter } from './index.js';

const corpus = new URL('../../../../corpus/', import.meta.url);
const sample = (path: string) => ({ path, source: readFileSync(new URL(path, corpus), 'utf8') });
const volume = sample('volume.xml');
const no2 = sample('letters/roosevelt-churchill-1941-08-15.xml');

const letter = (body: string, id = 'made') => ({
  path: `letters/${id}.xml`,
  source: `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}"><teiHeader><fileDesc><titleStmt><title>Made</title></titleStmt></fileDesc></teiHeader><text><body><div type="letter"><head type="number">No. 1</head>${body}</div></body></text></TEI>`,
});

// The stylesheets may have to be compiled first.
beforeAll(() => {
  for (const name of ['figures', 'volume', 'letter']) transform(`print/${name}`, volume.source);
}, 240_000);
afterAll(stopTypesetter);

const failure = async (edition: Parameters<typeof printVolume>[0]): Promise<PrintError> => {
  try {
    await printVolume(edition);
  } catch (error) {
    if (error instanceof PrintError) return error;
    throw error;
  }
  throw new Error('it was printed');
};

/** Everything on each page, running heads and folios with it. */
async function whollyOn(pdf: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  for (const { node } of document.getPages()) {
    const content = node.lookup(PDFName.of('Contents'));
    if (!(content instanceof PDFRawStream)) throw new Error('A page has no content.');
    const shown = Buffer.from(decodePDFRawStream(content).decode()).toString('latin1');
    const told = Buffer.from(shown.replaceAll('/Artifact', '/Span'), 'latin1');
    node.set(PDFName.of('Contents'), document.context.register(document.context.stream(told)));
  }
  const { body, pages } = await readPdf(await document.save());
  const on = Array.from({ length: pages }, () => '');
  for (const { text, place } of body.pieces()) on[place.page - 1] += text;
  return on;
}

describe('printVolume', () => {
  it('heads right-hand pages of documents without numbers by their title, and not by the part that is over', async () => {
    const untitled = (title: string, words: string) => {
      const made = letter(words);
      const source = made.source.replace(
        '<head type="number">No. 1</head>',
        `<head type="title">${title}</head>`,
      );
      return { ...made, source };
    };
    const front =
      '<front><divGen type="contents"/><div type="preface"><head>PREFACE</head><p>First.</p></div></front>';
    const edition = (title: string) => ({
      volume: {
        path: 'volume.xml',
        source: `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Collected Papers</title></titleStmt></fileDesc></teiHeader><text xml:lang="en">${front}<body><div type="documents"><list type="documents"><item><ptr target="letters/made.xml"/></item></list></div></body></text></TEI>`,
      },
      letters: [untitled(title, `<p>${'These are the words of a letter. '.repeat(400)}</p>`)],
    });
    const heads = async (title: string) => {
      const pages = await whollyOn((await printVolume(edition(title))).pdf);
      return pages
        .map((text) => text.replace(/\d+(?:ADA TO|(?:These )?are the).*/s, ''))
        .filter((_head, index) => index > 4 && index % 2 === 0);
    };
    expect(await heads('ADA TO CHARLES')).toEqual(['Ada to Charles', 'Ada to Charles', 'Ada to Charles']);
    // One that the line has no room for is not set over the folio.
    const long = 'ADA TO CHARLES, WITH MUCH THAT HE HAD ASKED FOR, AND MUCH MORE THAT HE HAD NOT';
    expect((await heads(long)).slice(1)).toEqual(['Collected Papers', 'Collected Papers']);
  });

  it('gives the same bytes for the same edition', async () => {
    const first = await printVolume({ volume, letters: [no2] });
    const second = await printVolume({ volume, letters: [no2] });
    expect(first.warnings).toEqual([]);
    expect(Buffer.compare(first.pdf, second.pdf)).toBe(0);
  });

  it('writes a tagged PDF/A with language, title, author, date, outline and page labels', async () => {
    const { pdf, pages } = await printVolume(
      { volume, letters: [no2] },
      { date: new Date('2026-05-04T00:00:00Z') },
    );
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    expect(document.getPageCount()).toBe(pages);
    expect(document.getPages().map((page) => page.getSize())).toEqual(
      document.getPages().map(() => ({ width: expect.closeTo(442.2, 1), height: expect.closeTo(663.3, 1) })),
    );
    expect(document.getTitle()).toMatch(/^Correspondence Between the Chairman .* of 1941–1945\. Volume Two$/);
    expect(document.getAuthor()).toMatch(/^Commission for the Publication of Diplomatic Documents/);
    expect(document.getCreationDate()?.toISOString()).toBe('2026-05-04T00:00:00.000Z');
    const { catalog } = document;
    for (const key of ['Outlines', 'PageLabels', 'StructTreeRoot', 'Metadata']) {
      expect(catalog.has(PDFName.of(key)), key).toBe(true);
    }
    expect(catalog.get(PDFName.of('Lang'))?.toString()).toBe('(en)');
    expect(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString()).toBe(
      'true',
    );
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/<pdfaid:part>2<[\s\S]*<pdfaid:conformance>A</);
  });

  it('says in the PDF that it is accessible, what may be done with it, and which release it is', async () => {
    const { pdf, warnings } = await printVolume(
      { volume, letters: [no2] },
      { release: '1.2 <$&>', date: new Date('2026-05-04T00:00:00Z') },
    );
    expect(warnings).toEqual([]);
    const { catalog, context } = await PDFDocument.load(pdf, { updateMetadata: false });
    const preferences = catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict);
    expect(preferences.get(PDFName.of('DisplayDocTitle'))?.toString()).toBe('true');
    const metadata = context.lookup(catalog.get(PDFName.of('Metadata')));
    if (!(metadata instanceof PDFRawStream)) throw new Error('there are no metadata');
    expect(metadata.dict.get(PDFName.of('Length'))?.toString()).toBe(String(metadata.contents.length));
    const packet = Buffer.from(metadata.contents).toString('utf8');
    expect(checkWellFormed(packet.replace(/<\?xpacket[^>]*\?>/g, ''))).toBeUndefined();
    for (const said of [
      '<pdfaid:conformance>A<',
      '<pdfuaid:part>1<',
      '<pdfaSchema:prefix>pdfuaid<',
      '<xmpMM:VersionID>1.2 &lt;$&amp;&gt;<',
      'nothing is claimed here about the rights in it.</rdf:li></rdf:Alt></dc:rights>',
    ]) {
      expect(packet).toContain(said);
    }
  });

  it('sets sheets for the press, with trim, bleed and marks, in black ink alone', async () => {
    const [one, two] = [
      await printVolume({ volume, letters: [no2] }, { use: 'press' }),
      await printVolume({ volume, letters: [no2] }, { use: 'press' }),
    ];
    expect(Buffer.compare(one.pdf, two.pdf)).toBe(0);
    const document = await PDFDocument.load(one.pdf, { updateMetadata: false });
    const reading = await PDFDocument.load((await printVolume({ volume, letters: [no2] })).pdf);
    expect(document.getPageCount()).toBe(reading.getPageCount());
    const millimetre = 72 / 25.4;
    for (const page of document.getPages()) {
      const trim = page.getTrimBox();
      expect(trim).toMatchObject({
        width: expect.closeTo(156 * millimetre, 2),
        height: expect.closeTo(234 * millimetre, 2),
      });
      for (const [box, distance] of [
        [page.getBleedBox(), 3],
        [page.getMediaBox(), 12],
      ] as const) {
        expect(trim.x - box.x).toBeCloseTo(distance * millimetre, 3);
        expect(box.height - trim.height).toBeCloseTo(2 * distance * millimetre, 3);
      }
      expect(page.node.has(PDFName.of('Annots'))).toBe(false);
    }
    const written = Buffer.from(one.pdf).toString('latin1');
    expect(written).toContain('/c0 /DeviceGray');
    // Every face is in it (ISO 32000-1 §9.9).
    const fonts = [...written.matchAll(/\/Type \/FontDescriptor/g)];
    expect(fonts.length).toBeGreaterThan(1);
    expect([...written.matchAll(/\/FontFile[23]? /g)]).toHaveLength(fonts.length);
  });

  it('sets a proof of the documents and the notes that they call, and nothing else', async () => {
    const outline = async ({ pdf }: { pdf: Uint8Array }) => {
      const { catalog } = await PDFDocument.load(pdf);
      return Number(catalog.lookup(PDFName.of('Outlines'), PDFDict).get(PDFName.of('Count'))?.toString());
    };
    const whole = await printVolume({ volume, letters: [no2] });
    const proof = await printVolume({ volume, letters: [no2] }, { proof: true });
    expect([proof.pages, await outline(proof)]).toEqual([2, 1]);
    expect(whole.pages).toBeGreaterThan(8);
    const { result } = transform('print/volume', volume.source, { proof: 'yes' });
    expect(result).toMatch(/^#\{\n(?:set .*\n)?documents\(\)\ncalled-notes\("NOTES", \(\("endnote-1", /m);
    expect(result).not.toMatch(/title-page\(|contents\(|part\(/);
  });

  it('sets what is said nowhere in Typst’s own language, wherever it stands', async () => {
    const attacks = [
      '"); #panic("out") //',
      '\\"); panic("out"); ("',
      '#panic(1)',
      '$x$ `raw` *b* _i_ @l <l> //c /*',
      '\\',
      '\u201d]',
    ];
    const escaped = attacks.map((text) =>
      text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;'),
    );
    const body = escaped.map(
      (text) => `<head type="title"><supplied>${text}</supplied></head>
        <opener><dateline>${text}</dateline><salute>${text}</salute></opener>
        <p xml:id="a" xml:lang="${text}" rend="${text}">${text} <hi rend="${text}">${text}</hi> <gap unit="${text}" quantity="${text}"/>
        <ref target="${text}">${text}</ref> <ref target="https://example.org/${text}">${text}</ref> <ptr target="${text}"/> <ptr target="${text}.xml"/>
        <note n="${text}">${text}</note> <app><lem wit="${text}">${text}</lem><rdg wit="${text}">${text}</rdg></app>
        <figure><graphic url="${text}"/></figure></p>
        <list type="${text}" rend="${text}"><label>${text}</label><item>${text}</item></list>
        <table><row><cell cols="${text}" rows="${text}">${text}</cell></row></table>
        <closer><salute>${text}</salute><signed>${text}</signed><dateline><date type="signed">${text}</date></dateline></closer>`,
    );
    const made = letter(body.join('\n'));
    const { pages } = await printVolume({ volume, letters: [{ ...made, path: 'letters/") #panic(1).xml' }] });
    expect(pages).toBeGreaterThan(10);
  });

  it('sets the text of an element that it does not know, and says so', async () => {
    const { result, messages } = transform(
      'print/letter',
      letter('<p>a <unknownThing>kept</unknownThing> b</p><strange><p>whole</p></strange>').source,
    );
    expect(result).toContain('"kept"');
    expect(result).toContain('"whole"');
    expect(messages.map(({ attributes }) => attributes.name)).toEqual(['unknownThing', 'strange']);
    const { warnings } = await printVolume({
      volume,
      letters: [letter('<p>a</p>\n<p><unknownThing>kept</unknownThing></p>')],
    });
    expect(warnings).toEqual([
      {
        code: 'unknown-element',
        message: expect.stringContaining('<unknownThing>'),
        path: 'letters/made.xml',
        line: 2,
      },
    ]);
  });

  it('sets roman what stands out within italic, and a foreign alphabet, but not what is marked twice', () => {
    const set = (body: string) =>
      transform('print/letter', letter(`<p>${body}</p>`).source)
        .result.replaceAll('running(', '(')
        .replaceAll('( ', '(');
    const italic = (words: string) => `<hi rend="italic">${words}</hi>`;
    expect(set(italic('of <title>War</title> told'))).toContain(
      'italic(("of "), roman(("War"), ), (" told"), )',
    );
    expect(set(italic('<title>War</title>'))).toContain('italic(italic(("War"), ), )');
    expect(set(`<title>a ${italic('b <emph>c</emph>')}</title>`)).toContain(
      'italic(("a "), roman(("b "), italic(("c"), ), ), )',
    );
    expect(set(italic('a <note>in <title>War</title></note>'))).toContain('("in "), italic(("War"), )');
    expect(set(italic('a <foreign xml:lang="ru">мир</foreign>'))).toContain(
      'italic(("a "), roman(language("ru", ("мир"), ), ), )',
    );
  });

  it('names letter, line and character where the typeface lacks a glyph', async () => {
    const error = await failure({ volume, letters: [no2, letter('<p>One</p>\n<p>Two \u4e00</p>')] });
    expect(error.problems).toEqual([
      {
        path: 'letters/made.xml',
        line: 2,
        column: 8,
        message: 'The typeface has no character “\u4e00” (U+4E00).',
        words: '\u4e00',
      },
    ]);
  });

  it('prints the numbers of characters that the typeface lacks where the volume says so, and nothing else of them', async () => {
    const rule = '<rendition scheme="free" selector="text">missing glyphs: warn</rendition></tagsDecl>';
    const lenient = { ...volume, source: volume.source.replace('</tagsDecl>', rule) };
    const made = letter('<p>One</p>\n<p>Two &lt; \u4e00<hi>\u4e00</hi> <![CDATA[&\u4e8c]]></p>');
    const { pdf, edition, warnings } = await printVolume({ volume: lenient, letters: [made] });
    const explained = (sign: string, number: string, column: number) => ({
      code: 'missing-glyph',
      path: 'letters/made.xml',
      line: 2,
      column,
      message: `The typeface has no character “${sign}” (${number}).`,
      words: sign,
    });
    expect(warnings).toEqual([explained('\u4e00', 'U+4E00', 13), explained('\u4e8c', 'U+4E8C', 35)]);
    expect(edition.letters[0]?.source).toContain('<p>Two &lt; [U+4E00]<hi>[U+4E00]</hi> &amp;[U+4E8C]</p>');
    expect((await readPdf(pdf)).body.folded).toContain(fold('Two < [U+4E00][U+4E00] &[U+4E8C]'));
    expect(await checkConservation(pdf, edition)).toEqual([]);
    // Letters that no volume lists have nobody who could have said so.
    expect(volumeOfLetters([made], 'Letters').volume.source).toContain(rule);
  });

  it('sets a character that the italic lacks upright', async () => {
    const made = letter('<p><hi rend="italic">288³ × 1728</hi> and ³</p>');
    const { pdf, warnings } = await printVolume({ volume, letters: [made] });
    expect(warnings).toEqual([]);
    expect((await readPdf(pdf)).body.folded).toContain(fold('288³ × 1728 and ³'));
  });

  it('names the letter that calls a note which does not exist', async () => {
    const error = await failure({
      volume,
      letters: [no2, letter('<p>a<ptr type="endnote" target="v.xml#endnote-9"/></p>')],
    });
    expect(error.problems[0]).toEqual({
      path: 'letters/made.xml',
      message: 'No. 1 calls the end note “endnote-9”, which the volume does not have.',
    });
  });

  it('sets notes of several paragraphs, and blocks in cells and closers', async () => {
    const body = `<p>a<note>before<p>one</p><p>two <list><item>three</item></list></p></note></p>
      <table><row><cell><p>four</p></cell><cell>five</cell></row></table>
      <closer>six<p>seven</p><address><addrLine>eight</addrLine></address></closer>`;
    const { result } = transform('print/letter', letter(body).source);
    for (const word of ['before', 'one', 'two ', 'three', 'four', 'five', 'six', 'seven', 'eight']) {
      expect(result.split(`"${word}"`)).toHaveLength(2);
    }
    expect((await printVolume({ volume, letters: [letter(body)] })).warnings).toEqual([]);
  });

  it('sets the notes that are called at the number of a document', async () => {
    const { path, source } = letter('<p>x</p>');
    const note = '<note type="textual" n="a">Typed over.</note>';
    const numbered = { path, source: source.replace('No. 1</head>', `No. 1${note}</head>`) };
    expect(transform('print/letter', numbered.source).result).toMatch(/called: join\(.*Typed over\./);
    expect((await printVolume({ volume, letters: [numbered] })).warnings).toEqual([]);
  });

  it('finds the letter where the typesetter names only the setting', async () => {
    const twice = [
      letter('<p>a</p>', 'one'),
      letter('<p>b</p>', 'two'),
      letter('<p>c</p>', 'three'),
      letter('<p>d</p>', 'four'),
    ];
    const strange = letter('<p>e<app><lem>e</lem><rdg wit="\u4e00">f</rdg></app></p>', 'five');
    for (const letters of [
      [...twice, strange],
      [strange, ...twice],
    ]) {
      const error = await failure({ volume, letters });
      expect(error.problems).toEqual([
        { path: 'letters/five.xml', message: 'The typeface has no character “\u4e00”.' },
      ]);
    }
  });

  it('names the file that is not well-formed', async () => {
    const error = await failure({
      volume,
      letters: [{ path: 'letters/broken.xml', source: '<TEI><text></TEI>' }],
    });
    expect(error.problems[0]?.path).toBe('letters/broken.xml');
  });

  it('reports its progress and can be stopped', async () => {
    const steps: string[] = [];
    await printVolume(
      { volume, letters: [no2] },
      { onProgress: (done, total) => steps.push(`${done}/${total}`) },
    );
    expect(steps).toEqual(['1/2', '2/2']);
    await expect(printVolume({ volume, letters: [no2] }, { signal: AbortSignal.abort() })).rejects.toThrow(
      /abort/,
    );
  });

  it('prints a document that has neither number nor heading, one that is only a heading, and one begun and not yet written', async () => {
    const bare = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt></fileDesc></teiHeader><text><body><p>Text.</p></body></text></TEI>`;
    const { warnings } = await printVolume({
      volume,
      letters: [{ path: 'bare.xml', source: bare }, letter(''), letter('<p/>', 'begun')],
    });
    expect(warnings).toEqual([]);
  });
});

describe('every element of the table', () => {
  const rows = elements.filter(({ shape }) => shape !== 'header');
  /** Parents that the example needs round it to stand where the table lets it. */
  const inside: Readonly<Record<string, (example: string) => string>> = {
    TEI: (example) => example,
    text: (example) => `<TEI>${example}</TEI>`,
    front: (example) => `<TEI><text>${example}</text></TEI>`,
    body: (example) => `<TEI><text>${example}</text></TEI>`,
    back: (example) => `<TEI><text><body><p>a</p></body>${example}</text></TEI>`,
  };

  it.each(rows.map(({ name, example }) => [name, example] as const))('prints <%s>', async (name, example) => {
    const place =
      inside[name] ??
      ((it) => `<TEI><text><body><div><p>Before.</p>${it}<p>After.</p></div></body></text></TEI>`);
    const source = place(example).replace('<TEI', '<TEI xmlns="http://www.tei-c.org/ns/1.0"');
    const { result, messages } = transform('print/letter', source, { id: 'example' });
    expect(messages).toEqual([]);
    const words =
      example.replace(/<teiHeader.*<\/teiHeader>/s, '').match(/(?<=>)[^<>]*\p{L}{4,}[^<>]*(?=<)/gu) ?? [];
    const shown = words.filter((text) => !left(name, example, text));
    for (const text of shown) expect(result).toContain(text.trim());
  });

  it('sets them all', async () => {
    const body = rows
      .filter(({ name }) => inside[name] === undefined)
      .map(({ example }) => example.replaceAll('#endnote-1', 'volume.xml#endnote-1'))
      .join('\n');
    const { warnings } = await printVolume({ volume, letters: [letter(body)] });
    expect(warnings).toEqual([]);
  });
});

/**
 * The reading text shows one of a pair, a correction and not the slip, the expansion and not the abbreviation; and none of
 * what the writer struck out or the writer's page has beside the text, or of an image's data.
 */
function left(name: string, example: string, text: string): boolean {
  return (
    ['binaryObject', 'fw', 'metamark'].includes(name) ||
    (name !== 'restore' && /<del[^>]*>([^<]*)/.exec(example)?.[1] === text) ||
    (name === 'choice' && example.includes(`<sic>${text}</sic>`))
  );
}
