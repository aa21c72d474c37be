import { expect, test } from 'vitest';
import { readPassages } from './read-passages.js';

const tei = (text: string, header = '<title>On Finland</title>') =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>${header}</titleStmt></fileDesc></teiHeader><text>${text}</text></TEI>`;
const letter = (inner: string) => tei(`<body><div type="letter">${inner}</div></body>`);
const lines = (source: string) =>
  readPassages(source).map(({ area, label, written, emended }) =>
    [area, label, ...new Set([written.text, emended.text])].join(' | '),
  );

test('a letter in passages: its header, its blocks, its notes each by itself', () => {
  expect(
    lines(
      letter(`
      <head type="title">J. V. STALIN<lb/>TO F. ROOSEVELT</head>
      <p>My friend <persName>Mr
         Harriman</persName><note type="footnote" n="1">The <hi>Ambassador</hi>.</note> has called.</p>
      <p>Two: <list><item>one</item><item>two</item></list></p>
      <closer><dateline><placeName>Moscow</placeName>, <date>4 August</date></dateline></closer>`),
    ),
  ).toEqual([
    'metadata | title | On Finland',
    'text | title | J. V. STALIN TO F. ROOSEVELT',
    'text | paragraph 1 | My friend Mr Harriman has called.',
    'notes | page footnote 1 | The Ambassador.',
    'text | paragraph 2 | Two:',
    'text | item | one',
    'text | item | two',
    'text | date line | Moscow, 4 August',
  ]);
});

test.each([
  [
    'corrected',
    'I <choice><sic>recieve</sic><corr>receive</corr></choice> it',
    'I recieve it',
    'I receive it',
  ],
  ['expanded', '<choice><abbr>Mr</abbr><expan>Mister</expan></choice> B.', 'Mr B.', 'Mister B.'],
  ['regularized', '<choice><reg>show</reg><orig>shew</orig></choice> me', 'shew me', 'show me'],
  ['deleted and added', 'a <del>very</del> <add>most</add> sad', 'a very most sad', 'a most sad'],
  ['superfluous', 'of the <surplus>the</surplus> war', 'of the the war', 'of the war'],
  ['supplied', 'you <supplied>and</supplied> me', 'you me', 'you and me'],
  ['expanded letters', 'M<ex>iniste</ex>r', 'Mr', 'Minister'],
  ['without the copy’s reading', 'a <choice><corr>b</corr><corr>c</corr></choice>', 'a bc', 'a bc'],
  ['a line within a word', 'Harri\n<lb break="no"/>\nman', 'Harriman', 'Harriman'],
  ['a page between words', 'Harri<pb n="2"/>man', 'Harri man', 'Harri man'],
])('as written and as emended: %s', (_what, xml, written, emended) => {
  const [passage] = readPassages(letter(`<p>${xml}</p>`)).filter(({ area }) => area === 'text');
  expect(passage?.written.text).toBe(written);
  expect(passage?.emended.text).toBe(emended);
});

test('every character leads back to where it is written', () => {
  const source = letter('<p>Marks &amp;\n   <hi>Sp&#233;n&#x1F600;cer</hi>, <![CDATA[<Ltd>]]></p>');
  const reading = readPassages(source).at(-1)?.emended;
  expect(reading?.text).toBe('Marks & Spén😀cer, <Ltd>');
  const written = [...(reading?.text ?? '')].map((_, at) =>
    source.slice(reading?.starts[at], reading?.ends[at]),
  );
  expect(written.slice(0, 12)).toEqual([
    'M',
    'a',
    'r',
    'k',
    's',
    ' ',
    '&amp;',
    '\n',
    'S',
    'p',
    '&#233;',
    'n',
  ]);
  expect(source.slice(reading?.starts.at(-1), reading?.ends.at(-1))).toBe('>');
});

test('the notes of a volume are groups of their own', () => {
  const source = tei(`<front><div><p>Foreword.</p></div><div><p>Commission.</p></div></front>
    <back><div type="notes"><note type="endnote" n="1"><p>First.</p><p>More.</p></note>
    <note type="endnote" n="2">Second.</note></div></back>`);
  expect(readPassages(source).map(({ label, group, area }) => [area, label, group])).toEqual([
    ['metadata', 'title', 0],
    ['text', 'paragraph 1', 1],
    ['text', 'paragraph 1', 2],
    ['notes', 'endnote 1', 4],
    ['notes', 'endnote 1', 4],
    ['notes', 'endnote 2', 5],
  ]);
});

test('any XML is read: what it does not name is words', () => {
  expect(lines('<a xmlns="urn:x">one <b>two</b><c/></a>')).toEqual(['text | a | one two']);
  expect(lines('<TEI><text><odd><p>one <strange>two</strange></p></odd></text></TEI>')).toEqual([
    'text | paragraph | one two',
  ]);
});
