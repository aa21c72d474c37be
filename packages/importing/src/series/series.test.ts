import { encode } from '@chancery/xml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTeiFiles } from '../read-tei-files.js';
import { DocumentMissing, isChangedAround, joinSeries } from './join-series.js';

const ns = 'http://www.tei-c.org/ns/1.0';
const prolog =
  '<?xml version="1.0"?>\n<!DOCTYPE teiCorpus [<!ENTITY mdash "&#8212;">]>\n<!-- The series, as it came. -->\n';
const corpus = `${prolog}<teiCorpus xmlns='${ns}' xmlns:x="urn:x &amp; y">
  <teiHeader><fileDesc/></teiHeader>
  <TEI xml:id="one"  n='1'><teiHeader/><text><body><p>First &mdash; <x:y/></p></body></text></TEI><!-- between -->
  <TEI   xmlns="${ns}"><teiHeader/><text><body><p>Second.</p></body></text></TEI >
</teiCorpus>
`;
const divisions = `<tei:TEI xmlns:tei="${ns}" xml:id="vol"><tei:teiHeader/><tei:text><tei:body>
  <tei:div type="chapter"><tei:head>War</tei:head>
    <tei:div type="document" xml:id="d1"><tei:head>1. A <tei:hi>to</tei:hi> B<tei:note>No.</tei:note></tei:head><tei:p>First.</tei:p></tei:div>
    <?page 2?>
    <tei:div type="document" xml:id="d2"><tei:p>Second.</tei:p></tei:div>
  </tei:div>
</tei:body></tei:text></tei:TEI>`;

async function split(text: string, path = 'vol/series.xml') {
  const { edition, report } = await readTeiFiles([{ path, bytes: new TextEncoder().encode(text) }]);
  const [series] = edition?.series ?? [];
  const sources = new Map(edition?.letters.map(({ id, source }) => [id, source]));
  return { report, series, letters: edition?.letters ?? [], sources };
}

describe('one file with many documents', () => {
  it.each([
    ['a teiCorpus', corpus, ['one', 'series-2']],
    ['a div for each document', divisions, ['d1', 'd2']],
  ])('%s is taken apart and comes together as it was', async (_, text, ids) => {
    const { report, series, letters, sources } = await split(text);
    expect(report.findings).toEqual([]);
    expect(letters.map(({ id }) => id)).toEqual(ids);
    expect(letters.map(({ path }) => path)).toEqual(ids.map((id) => `vol/series/${id}.xml`));
    expect(report.counts).toEqual({ files: 1, letters: 2, errors: 0, warnings: 0 });
    expect(series && joinSeries(series.frame, sources)).toBe(text);
  });

  it.each([
    ['a teiCorpus', corpus, 'one'],
    ['a div for each document', divisions, 'd1'],
  ])(
    '%s: each document is read by itself, and an edit of one changes its own place only',
    async (_, text, id) => {
      const { series, sources } = await split(text);
      const source = sources.get(id) ?? '';
      const { edition } = await readTeiFiles([{ path: 'a.xml', bytes: new TextEncoder().encode(source) }]);
      expect(edition?.letters).toHaveLength(1);
      sources.set(id, source.replace('First', 'Very first'));
      expect(series && joinSeries(series.frame, sources)).toBe(text.replace('First', 'Very first'));
    },
  );

  it('gives a document that has a name of its own a title, and tells when its header was changed', async () => {
    const { series, sources } = await split(divisions);
    const [frame] = series?.frame.documents ?? [];
    const source = sources.get('d1') ?? '';
    expect(source).toContain('<tei:title>1. A to B</tei:title>');
    if (!series || !frame) throw new TypeError('There is no frame.');
    expect(isChangedAround(source, frame)).toBe(false);
    const changed = source.replace('<tei:title>1.', '<tei:title>No. 1.').replace('First', 'Very first');
    expect(isChangedAround(changed, frame)).toBe(true);
    expect(joinSeries(series.frame, sources.set('d1', changed))).toBe(
      divisions.replace('First', 'Very first'),
    );
  });

  it('keeps what is put around a TEI element', async () => {
    const { series, sources } = await split(corpus);
    const source = sources.get('one') ?? '';
    sources.set(
      'one',
      source.replace('<TEI', '<!-- mine --><TEI').replace(/<TEI xmlns[^>]*>/, '<TEI n="2">'),
    );
    expect(series && joinSeries(series.frame, sources)).toBe(
      corpus.replace(`<TEI xml:id="one"  n='1'>`, '<!-- mine --><TEI n="2">'),
    );
  });

  it('keeps encodings', async () => {
    const latin = corpus
      .replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="ISO-8859-1"?>')
      .replace('Second', 'Père');
    const bytes = Uint8Array.from(latin, (character) => character.charCodeAt(0));
    const { edition } = await readTeiFiles([{ path: 'a.xml', bytes }]);
    const [series] = edition?.series ?? [];
    if (!edition || !series) throw new TypeError('There is no series.');
    const sources = new Map(edition.letters.map(({ id, source }) => [id, source]));
    expect(encode(joinSeries(series.frame, sources), series)).toEqual(bytes);
  });

  it('is refused where two documents have one name, and not given back without one of them', async () => {
    const { report } = await split(divisions.replace('"d2"', '"d1"'));
    expect(report.findings).toMatchObject([{ code: 'identifier-doubled', file: 'vol/series/d1.xml' }]);
    const { series, sources } = await split(divisions);
    sources.delete('d2');
    expect(() => series && joinSeries(series.frame, sources)).toThrow(DocumentMissing);
  });

  it('is none where there is one document, or a list of letters', async () => {
    const one = divisions.replace(
      '<tei:teiHeader/>',
      '<tei:teiHeader><tei:profileDesc><tei:correspDesc/></tei:profileDesc></tei:teiHeader>',
    );
    expect((await split(one)).letters).toMatchObject([{ path: 'vol/series.xml', source: one }]);
    expect(
      (await split(divisions.replace('type="document" xml:id="d2"', 'type="enclosure"'))).letters,
    ).toMatchObject([{ path: 'vol/series.xml' }]);
    expect((await split(`<teiCorpus xmlns="${ns}"/>`)).report.findings).toMatchObject([{ code: 'not-tei' }]);
  });
});

const space = fc.stringMatching(/^[ \n\t]{0,4}$/);
const words = fc.stringMatching(/^[a-zé &]{0,12}$/).map((text) => text.replaceAll('&', '&amp;'));
const between = fc
  .tuple(space, fc.constantFrom('', '<!-- c -->', '<?p i?>'), space)
  .map((parts) => parts.join(''));
const attribute = fc.constantFrom('', ' n="1"', " xml:lang='en'", ' xmlns:q="urn:q"');

it('any series comes together as it was, and with one document edited differs only there', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(between, attribute, space, words), { minLength: 2, maxLength: 5 }),
      fc.boolean(),
      between,
      fc.nat(4),
      async (parts, isCorpus, last, chosen) => {
        const documents = parts.map(([before, given, gap, text]) =>
          isCorpus
            ? [before, `<TEI${given}${gap}><text><body><p>`, text, `</p></body></text></TEI${gap}>`]
            : [before, `<div type="letter"${given}${gap}><p>`, text, `</p></div${gap}>`],
        );
        const whole = (all: string[][]) =>
          isCorpus
            ? `<teiCorpus xmlns="${ns}">${all.flat().join('')}${last}</teiCorpus>\n`
            : `<TEI xmlns="${ns}"><teiHeader/><text><body>${all.flat().join('')}${last}</body></text></TEI>`;
        const { series, letters, sources } = await split(whole(documents));
        if (!series) throw new TypeError('It was not read as a series.');
        expect(joinSeries(series.frame, sources)).toBe(whole(documents));
        const index = chosen % parts.length;
        const letter = letters[index];
        if (!letter) throw new TypeError('There are fewer letters than documents.');
        sources.set(
          letter.id,
          letter.source.replace('<body><p>', '<body><p>Edited ').replace(/(<div[^>]*><p>)/, '$1Edited '),
        );
        const edited = documents.map((each, at) =>
          at === index ? each.map((part) => part.replace('<p>', '<p>Edited ')) : each,
        );
        expect(joinSeries(series.frame, sources)).toBe(whole(edited));
      },
    ),
    { numRuns: 100 },
  );
});
