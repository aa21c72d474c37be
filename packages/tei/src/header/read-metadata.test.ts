import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode, parseTree } from '@chancery/xml';
import { describe, expect, it } from 'vitest';
import { printedNumber } from './printed-number.js';
import { readMetadata } from './read-metadata.js';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const corpus = (id: string): string => readFileSync(join(repository, `corpus/letters/${id}.xml`), 'utf8');

const letter = ({ header = '', body = '', attributes = '' }): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" ${attributes}><teiHeader>${header}</teiHeader><text><body>${body}</body></text></TEI>`;

const withCorrespDesc = (actions: string): string =>
  `<profileDesc><correspDesc>${actions}</correspDesc></profileDesc>`;

describe('a letter of the sample volume', () => {
  it('with two senders', () => {
    expect(readMetadata(corpus('roosevelt-churchill-1941-08-15'))).toEqual({
      id: 'roosevelt-churchill-1941-08-15',
      headerTitle: 'No. 2. F. Roosevelt and W. Churchill to J. V. Stalin',
      kind: 'message',
      number: { text: '2', supplied: false },
      title: {
        text: 'F. ROOSEVELT AND W. CHURCHILL TO J. V. STALIN',
        supplied: true,
        lines: ['F. ROOSEVELT AND W. CHURCHILL TO J. V. STALIN'],
      },
      dates: [
        {
          type: 'received',
          when: '1941-08-15',
          printed: 'August 15, 1941',
          line: 'Received on August 15, 1941',
        },
      ],
      date: {
        type: 'received',
        when: '1941-08-15',
        printed: 'August 15, 1941',
        line: 'Received on August 15, 1941',
      },
      senders: [
        { name: 'F. Roosevelt', ref: '../volume.xml#roosevelt' },
        { name: 'W. Churchill', ref: '../volume.xml#churchill' },
      ],
      signatories: [],
      addressees: [{ name: 'J. V. Stalin', ref: '../volume.xml#stalin' }],
      intermediaries: [],
      places: [],
      textBasis: { type: 'original-wording', text: expect.stringContaining('original wording') },
      language: 'en',
      incipit: 'We have taken the opportunity afforded by the consideration of the report of Mr',
      callouts: [{ target: '../volume.xml#endnote-2', id: 'endnote-2' }],
      footnotes: 0,
    });
  });

  it('that was handed over, its number supplied', () => {
    const metadata = readMetadata(corpus('aide-memoire-1941-11-02'));
    expect(metadata).toMatchObject({
      kind: 'aide-memoire',
      number: { text: '5', supplied: true },
      dates: [
        { type: 'handed', when: '1941-11-02', printed: 'November 2, 1941' },
        { type: 'signed', when: '1941-11-02', line: 'Kuibyshev, November 2, 1941' },
      ],
      date: { type: 'signed' },
      places: [{ name: 'Kuibyshev', ref: '../volume.xml#kuibyshev', action: 'signed' }],
      incipit: 'In a personal message to Mr Stalin, President Roosevelt states',
      callouts: [{ id: 'endnote-3' }, { id: 'endnote-4' }],
    });
    expect(metadata.number && printedNumber(metadata.number)).toBe('[5]');
  });

  it('as a tree already parsed', () => {
    const source = corpus('stalin-1941-08-04');
    expect(readMetadata(parseTree(source))).toEqual(readMetadata(source));
  });
});

describe('dates', () => {
  const types = '<date type="handed" when="1941-11-03"/><date type="signed" when="1941-11-01"/>';

  it.each([
    ['sent', `${types}<date type="received" when="1941-11-02"/><date type="sent" when="1941-10-31"/>`],
    ['received', `${types}<date type="received" when="1941-11-02"/>`],
    ['signed', types],
    ['handed', '<date type="handed" when="1941-11-03"/>'],
  ])('stand in the calendar by the rule: %s', (type, dates) => {
    expect(readMetadata(letter({ body: `<dateline>${dates}</dateline>` })).date?.type).toBe(type);
  });

  it('prefer one with a value to one without', () => {
    const dates = '<date type="sent">in autumn</date><date type="sent" when="1941-09">September</date>';
    expect(readMetadata(letter({ body: `<dateline>${dates}</dateline>` })).date?.when).toBe('1941-09');
  });

  it('come from the header where the text does not mark them', () => {
    const header = withCorrespDesc(
      '<correspAction type="sent"><date notBefore="1832-01-01" notAfter="1832-12-31"/></correspAction>',
    );
    expect(readMetadata(letter({ header, body: '<dateline>Donnerstag</dateline>' })).dates).toEqual([
      { type: 'sent', notBefore: '1832-01-01', notAfter: '1832-12-31', printed: '' },
    ]);
  });

  it('of a bare dateline count as signed', () => {
    const body = '<closer><dateline>Wien, <date when="1820-05-01">den 1. Mai</date></dateline></closer>';
    expect(readMetadata(letter({ body })).date).toEqual({
      type: 'signed',
      when: '1820-05-01',
      printed: 'den 1. Mai',
      line: 'Wien, den 1. Mai',
    });
  });

  it('in notes are no dates of the letter', () => {
    const body = '<p>a<note><dateline><date type="sent" when="1941"/></dateline></note></p>';
    expect(readMetadata(letter({ body })).dates).toEqual([]);
  });
});

describe('correspondents', () => {
  it('keep their part and their order', () => {
    const header = withCorrespDesc(`
      <correspAction type="sent"><persName ref="#a">A</persName><orgName>The <name>B</name> Bank</orgName></correspAction>
      <correspAction type="forwarded"><persName role="bearer">C</persName></correspAction>
      <correspAction type="received"><persName><forename>D.</forename> <surname>E</surname></persName><note><persName>F</persName></note></correspAction>`);
    expect(readMetadata(letter({ header }))).toMatchObject({
      senders: [{ name: 'A', ref: '#a' }, { name: 'The B Bank' }],
      intermediaries: [{ name: 'C', role: 'bearer' }],
      addressees: [{ name: 'D. E' }],
    });
  });

  it('are the authors where the header has no correspDesc', () => {
    const header =
      '<fileDesc><titleStmt><title>Letter</title><author>A. Author</author></titleStmt></fileDesc>';
    expect(readMetadata(letter({ header })).senders).toEqual([{ name: 'A. Author' }]);
  });
});

describe('incipit', () => {
  const incipit = (body: string): string | undefined => readMetadata(letter({ body })).incipit;

  it.each([
    ['leaves notes out', '<p>I am<note>not</note> well.</p>', 'I am well'],
    ['passes over notes and empty paragraphs', '<note><p>not</p></note><p/><p>well</p>', 'well'],
    [
      'gives the editors’ reading',
      '<p>the <choice><sic>teh</sic><corr>the</corr></choice> a</p>',
      'the the a',
    ],
    ['joins what a line end divided', '<p>Äuße\n<lb break="no"/>rung</p>', 'Äußerung'],
    ['parts what a line end parts', '<p>to<lb/>day</p>', 'to day'],
    ['leaves the writer’s deletions out', '<p>my <del>dear</del>friend</p>', 'my friend'],
    ['ends with no comma', '<p>Sir, I am, Sir,</p>', 'Sir, I am, Sir'],
    ['keeps the point of an abbreviation', '<p>to the U.S.S.R.</p>', 'to the U.S.S.R.'],
    ['keeps a no-break space', '<p>No.\u00a05</p>', 'No.\u00a05'],
  ])('%s', (_, body, words) => {
    expect(incipit(body)).toBe(words);
  });

  it('stops after fourteen words', () => {
    expect(incipit(`<p>${'word '.repeat(30)}</p>`)?.split(' ')).toHaveLength(14);
  });
});

describe('language', () => {
  it.each([
    ['the text’s own', '<TEI xml:lang="en"><text xml:lang="ru"/></TEI>', 'ru'],
    ['the file’s', '<TEI xml:lang="en"><text/></TEI>', 'en'],
    [
      'the only one of the header',
      '<TEI><teiHeader><profileDesc><langUsage><language ident="deu"/></langUsage></profileDesc></teiHeader></TEI>',
      'deu',
    ],
  ])('%s', (_, source, language) => {
    expect(readMetadata(source).language).toBe(language);
  });
});

describe('any other letter', () => {
  it('that says nothing has nothing', () => {
    const metadata = readMetadata('<TEI/>');
    expect(metadata).toEqual({
      dates: [],
      senders: [],
      signatories: [],
      addressees: [],
      intermediaries: [],
      places: [],
      callouts: [],
      footnotes: 0,
    });
  });

  const folder = join(repository, '../shared/corpora');
  it.skipIf(!existsSync(folder))('of the public editions is read', () => {
    const read = readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
      if (!path.endsWith('.xml')) return [];
      const { text } = decode(readFileSync(join(folder, path)));
      const { senders, addressees, date, headerTitle } = readMetadata(text);
      return [{ senders, addressees, date, headerTitle }];
    });
    expect(read.length).toBeGreaterThan(2000);
    const share = (test: (metadata: (typeof read)[number]) => unknown): number =>
      read.filter(test).length / read.length;
    expect(share(({ headerTitle }) => headerTitle)).toBeGreaterThan(0.99);
    expect(share(({ senders }) => senders.length > 0)).toBeGreaterThan(0.95);
    expect(share(({ addressees }) => addressees.length > 0)).toBeGreaterThan(0.9);
    expect(share(({ date }) => date?.when ?? date?.notBefore ?? date?.notAfter)).toBeGreaterThan(0.9);
  });
});
