import { encode } from '@chancery/xml';
import { expect, test } from 'vitest';
import { type InputFile, readTeiFiles } from './index.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const tei = (id: string, body = '<p>Text.</p>'): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}">\n<teiHeader/>\n<text><body>${body}</body></text></TEI>`;
const volume = (...targets: string[]): string =>
  tei(
    'volume',
    `<div type="documents"><list type="documents">\n${targets.map((target) => `<item><ptr target="${target}"/></item>`).join('\n')}</list></div>`,
  );
const file = (path: string, text: string): InputFile => ({ path, bytes: utf8(text) });

test('letters come in the order of the volume’s list', async () => {
  const { edition, report } = await readTeiFiles([
    file('letters/a.xml', tei('a')),
    file('letters/b.xml', tei('b')),
    file('volume.xml', volume('letters/b.xml', 'letters/a.xml')),
  ]);
  expect(report.findings).toEqual([]);
  expect(edition?.volume?.id).toBe('volume');
  expect(edition?.letters.map(({ id }) => id)).toEqual(['b', 'a']);
  expect(report.counts).toEqual({ files: 3, letters: 2, errors: 0, warnings: 0 });
});

test('a folder without a volume is taken in the order of its paths, a letter without identifier by its file', async () => {
  const { edition } = await readTeiFiles([
    file('b.xml', tei('b')),
    file('a.xml', tei('a').replace(' xml:id="a"', '')),
  ]);
  expect(edition?.volume).toBeUndefined();
  expect(edition?.letters.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('the bytes can be written again as they were', async () => {
  const text = `<?xml version="1.0" encoding="ISO-8859-1"?>\r\n${tei('a', '<p>Père</p>')}`;
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const { edition } = await readTeiFiles([{ path: 'a.xml', bytes }]);
  const [letter] = edition?.letters ?? [];
  expect(letter?.source).toContain('Père');
  expect(letter && encode(letter.source, letter)).toEqual(bytes);
});

const bomb = `<!DOCTYPE TEI [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}">]>\n${tei('x', '<p>&c;</p>')}`;

test.each<[string, InputFile, string, number, number, RegExp]>([
  [
    'malformed XML',
    file('x.xml', tei('x', '<p>Text.</q>')),
    'mismatched-tag',
    3,
    21,
    /<p> was opened in line 3/,
  ],
  ['an empty file', file('x.xml', ''), 'empty-file', 1, 1, /empty/],
  ['an entity bomb', file('x.xml', bomb), 'entity-too-large', 1, 1, /grow beyond/],
  [
    'bytes that are not in the encoding declared',
    {
      path: 'x.xml',
      bytes: Uint8Array.from('<?xml version="1.0" encoding="UTF-8"?>\n<p>P\xe8re</p>', (each) =>
        each.charCodeAt(0),
      ),
    },
    'wrong-encoding',
    2,
    5,
    /UTF-8/i,
  ],
  [
    'an unknown encoding',
    file('x.xml', '<?xml version="1.0" encoding="klingon"?><p/>'),
    'unknown-encoding',
    1,
    1,
    /klingon/,
  ],
  [
    'XML that is not TEI',
    file('x.xml', '\n <html xmlns="http://www.w3.org/1999/xhtml"/>'),
    'not-tei',
    2,
    2,
    /root element is html/,
  ],
  [
    'a whole corpus',
    file('x.xml', '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"/>'),
    'not-tei',
    1,
    1,
    /teiCorpus/,
  ],
  ['TEI P4', file('x.xml', '<TEI.2/>'), 'not-tei', 1, 1, /P4/],
  ['a PDF', file('x.xml', '%PDF-1.7'), 'not-xml', 1, 1, /a PDF/],
  [
    'a file beyond the limit',
    { path: 'x.xml', oversize: 60 * 1024 * 1024 },
    'file-too-large',
    1,
    1,
    /60\.0 MB; at most 50\.0 MB/,
  ],
  [
    'a file that cannot be read',
    { path: 'x.xml', unreadable: 'there is no such file' },
    'unreadable',
    1,
    1,
    /no such file/,
  ],
])(
  '%s: one message with place and advice, and nothing is imported',
  async (_, bad, code, line, column, message) => {
    const { edition, report } = await readTeiFiles([file('good.xml', tei('good')), bad]);
    expect(edition).toBeUndefined();
    expect(report.findings).toHaveLength(1);
    expect(report.findings[0]).toMatchObject({ file: 'x.xml', code, line, column, severity: 'error' });
    expect(report.findings[0]?.message).toMatch(message);
    expect(report.findings[0]?.advice).toMatch(/^[A-Z].*\.$/);
    expect(report.rows.map(({ outcome }) => outcome)).toEqual(['letter', 'refused']);
  },
);

test('an identifier that two files claim is told of in the second, with the first named', async () => {
  const { edition, report } = await readTeiFiles([
    file('a.xml', tei('same')),
    file('b.xml', `\n${tei('same')}`),
  ]);
  expect(edition).toBeUndefined();
  expect(report.findings).toMatchObject([{ file: 'b.xml', code: 'identifier-doubled', line: 2, column: 42 }]);
  expect(report.findings[0]?.message).toContain('a.xml');
});

test('a letter that the list names must be there', async () => {
  const { edition, report } = await readTeiFiles([
    file('v/volume.xml', volume('letters/a.xml', 'letters/b.xml')),
    file('v/letters/a.xml', tei('a')),
  ]);
  expect(edition).toBeUndefined();
  expect(report.findings).toMatchObject([
    { file: 'v/volume.xml', code: 'letter-missing', line: 5, found: 'letters/b.xml' },
  ]);
});

test('a listed letter that was refused is told of once', async () => {
  const { report } = await readTeiFiles([file('volume.xml', volume('a.xml')), file('a.xml', '')]);
  expect(report.findings.map(({ code }) => code)).toEqual(['empty-file']);
});

test('a letter that the list does not name is imported, with a warning', async () => {
  const { edition, report } = await readTeiFiles([
    file('volume.xml', volume('b.xml')),
    file('a.xml', tei('a')),
    file('b.xml', tei('b')),
  ]);
  expect(edition?.letters.map(({ id }) => id)).toEqual(['b', 'a']);
  expect(report.findings).toMatchObject([{ code: 'letter-unlisted', severity: 'warning', found: 'a.xml' }]);
});

test('a reference from one file into another is followed', async () => {
  const letter = tei(
    'a',
    '<p>One<ptr target="../volume.xml#volume"/>\nTwo<ptr target="../volume.xml#nothing"/>, three<ptr target="../elsewhere.xml#x"/></p>',
  );
  const { edition, report } = await readTeiFiles([
    file('volume.xml', volume('letters/a.xml')),
    file('letters/a.xml', letter),
  ]);
  expect(edition?.letters).toHaveLength(1);
  expect(report.findings).toMatchObject([
    { file: 'letters/a.xml', code: 'reference-broken', severity: 'warning', line: 4, column: 9 },
  ]);
});

test('two volumes at once are refused', async () => {
  const { report } = await readTeiFiles([
    file('one.xml', volume('a.xml')),
    file('two.xml', volume('a.xml').replace('"volume"', '"second"')),
    file('a.xml', tei('a')),
  ]);
  expect(report.findings).toMatchObject([{ file: 'two.xml', code: 'second-volume' }]);
});

test('elements in no namespace are taken, with a warning', async () => {
  const { edition, report } = await readTeiFiles([
    file('a.xml', tei('a').replace(' xmlns="http://www.tei-c.org/ns/1.0"', '')),
  ]);
  expect(edition?.letters).toHaveLength(1);
  expect(report.findings).toMatchObject([{ code: 'no-namespace', severity: 'warning' }]);
});

test('no files at all', async () => {
  const { edition, report } = await readTeiFiles([]);
  expect(edition).toBeUndefined();
  expect(report.findings).toMatchObject([{ code: 'no-files' }]);
});
