import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkWellFormed, parseTree } from '@chancery/xml';
import { describe, expect, it } from 'vitest';
import type { LetterDescription, LetterMetadata } from '../letter-metadata.js';
import { readDescription } from '../read-description.js';
import { readMetadata } from '../read-metadata.js';
import { CannotWrite } from './cannot-write.js';
import type { MetadataEdit } from './metadata-edit.js';
import { metadataPatches } from './metadata-patches.js';
import { patched } from './source-patch.js';

const repository = fileURLToPath(new URL('../../../../../', import.meta.url));

const written = (source: string, edit: MetadataEdit) => patched(source, metadataPatches(source, edit));

/** The one span in which two sources differ. */
function difference(before: string, after: string): [removed: string, added: string] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < Math.min(before.length, after.length) - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end += 1;
  return [before.slice(start, before.length - end), after.slice(start, after.length - end)];
}

const letter = `<?xml version='1.0'?>
<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='a'>
\t<teiHeader><!-- kept -->
\t\t<fileDesc>
\t\t\t<titleStmt><title>Ada to <!-- really? --> Charles&#8212;1843</title></titleStmt>
\t\t\t<publicationStmt><p/></publicationStmt>
\t\t\t<sourceDesc><bibl>British Library, <idno>Add. 37192</idno>, f. 1</bibl></sourceDesc>
\t\t</fileDesc>
\t\t<profileDesc>
\t\t\t<correspDesc>
\t\t\t\t<correspAction type = 'sent'>
\t\t\t\t\t<persName  ref='p.xml#ada'><forename>Ada</forename> <surname>Lovelace</surname></persName>
\t\t\t\t\t<date when='1843-07-10'>1843-07-10</date>
\t\t\t\t</correspAction>
\t\t\t</correspDesc>
\t\t</profileDesc>
\t</teiHeader>
\t<text><body><div type='letter'><head type='number'>No. <supplied>5</supplied></head><p>Dear Babbage</p>
\t<closer><dateline><date type='signed' when='1843-07-10'>Monday</date></dateline></closer></div></body></text>
</TEI>
`;

describe('metadataPatches touches only', () => {
  it.each<[string, MetadataEdit, string, string]>([
    ['a word of the title', { field: 'headerTitle', value: 'Ada to Charles—1844' }, '3', '4'],
    ['the figure of a number', { field: 'number', value: '6' }, '5', '6'],
    ['the kind', { field: 'kind', value: 'note' }, 'letter', 'note'],
    [
      'the value of a date',
      { field: 'date', type: 'signed', index: 0, value: { when: '1843-07-11' } },
      '0',
      '1',
    ],
    [
      'a surname',
      { field: 'senders', index: 0, value: { name: 'Ada King', ref: 'p.xml#ada' } },
      'Lovelace',
      'King',
    ],
    [
      'a pointer',
      { field: 'senders', index: 0, value: { name: 'Ada Lovelace', ref: 'p.xml#aal' } },
      'da',
      'al',
    ],
    ['a shelfmark', { field: 'sources', index: 0, value: 'British Library, Add. 37193, f. 1' }, '2', '3'],
    ['the text, for its language', { field: 'language', value: 'en' }, '', " xml:lang='en'"],
  ])('%s', (_, edit, removed, added) => {
    expect(difference(letter, written(letter, edit))).toEqual([removed, added]);
  });

  it('both a value and the words that repeat it', () => {
    const value = { notBefore: '1843-07-01', notAfter: '1843-07-31', cert: 'low' };
    const unsure = written(letter, { field: 'date', type: 'sent', index: 0, value });
    expect(unsure).toContain(
      "<date notBefore='1843-07-01' notAfter='1843-07-31' cert='low'>1843-07-10</date>",
    );
    const day = written(letter, { field: 'date', type: 'sent', index: 0, value: { when: '1843-07-12' } });
    expect(day).toContain("<date when='1843-07-12'>1843-07-12</date>");
  });

  it('new lines in the habit of the file, where the Guidelines have them', () => {
    const added = (edit: MetadataEdit) => difference(letter, written(letter, edit))[1];
    expect(added({ field: 'addressees', value: { name: 'C. Babbage', ref: 'p.xml#cb' } })).toBe(
      "\t<correspAction type='received'>\n\t\t\t\t\t<persName ref='p.xml#cb'>C. Babbage</persName>\n\t\t\t\t</correspAction>\n\t\t\t",
    );
    expect(added({ field: 'places', action: 'sent', value: { name: 'Ockham' } })).toBe(
      'placeName>Ockham</placeName>\n\t\t\t\t\t<',
    );
    expect(added({ field: 'textBasis', value: { text: 'Original.', type: 'original-wording' } })).toBe(
      "notesStmt>\n\t\t\t\t<note type='text-basis' subtype='original-wording'>Original.</note>\n\t\t\t</notesStmt>\n\t\t\t<",
    );
    expect(added({ field: 'context', value: { text: 'The next', target: 'b.xml', type: 'next' } })).toContain(
      "<correspContext>\n\t\t\t\t\t<ref type='next' target='b.xml'>The next</ref>\n\t\t\t\t</correspContext>",
    );
    const undated = letter.replace(/<date when.*\n/, '').replace("type='signed'", '');
    expect(
      difference(
        undated,
        written(undated, { field: 'date', type: 'received', value: { when: '1843-07-12' } }),
      )[1],
    ).toContain("<correspAction type='received'>\n\t\t\t\t\t<date when='1843-07-12'/>\n");
  });

  it('the whole of what is taken away, and back', () => {
    const edit: MetadataEdit = { field: 'addressees', value: { name: 'C. Babbage' } };
    const more = written(letter, edit);
    expect(written(more, { field: 'addressees', index: 0, value: null })).toBe(letter);
    const noted = written(letter, { field: 'notes', value: { text: 'A & B' } });
    expect(noted).toContain('<note>A &amp; B</note>');
    expect(written(noted, { field: 'notes', index: 0, value: null })).toBe(letter);
  });
});

describe('metadataPatches refuses', () => {
  it('words under different markup', () => {
    const edit: MetadataEdit = {
      field: 'senders',
      index: 0,
      value: { name: 'Augusta Byron', ref: 'p.xml#ada' },
    };
    expect(() => written(letter, edit)).toThrow(CannotWrite);
  });

  it('a correspondence told in paragraphs, and a number that has no head', () => {
    const told = letter.replace(
      /<correspDesc>[\s\S]*<\/correspDesc>/,
      '<correspDesc><p>Sent.</p></correspDesc>',
    );
    expect(() => written(told, { field: 'addressees', value: { name: 'B' } })).toThrow(CannotWrite);
    const headless = letter.replace(/<head.*<\/head>/, '');
    expect(() => written(headless, { field: 'number', value: '6' })).toThrow(CannotWrite);
  });
});

type Everything = LetterMetadata & LetterDescription;
const everything = (source: string): Everything => {
  const tei = parseTree(source);
  return { ...readMetadata(tei), ...readDescription(tei) };
};

/** An edit of everything that a letter may say, and how it is read back. */
const edits: [MetadataEdit, (read: Everything) => unknown, unknown][] = [
  [{ field: 'headerTitle', value: 'A new title' }, (read) => read.headerTitle, 'A new title'],
  [{ field: 'kind', value: 'postcard' }, (read) => read.kind, 'postcard'],
  [{ field: 'language', value: 'fr' }, (read) => read.language, 'fr'],
  [{ field: 'number', value: '77' }, (read) => read.number?.text, '77'],
  [
    { field: 'textBasis', value: { text: 'By <ear>', type: 'x' } },
    (read) => read.textBasis,
    { text: 'By <ear>', type: 'x' },
  ],
  [
    { field: 'date', type: 'handed', index: 0, value: { when: '1900-01-01' } },
    (read) => read.dates.find(({ type }) => type === 'handed')?.when,
    '1900-01-01',
  ],
  [
    { field: 'date', type: 'sent', index: 0, value: { notBefore: '1900-01-01', notAfter: '1901' } },
    (read) => {
      const date = read.dates.find(({ type }) => type === 'sent');
      return [date?.when, date?.notBefore, date?.notAfter];
    },
    [undefined, '1900-01-01', '1901'],
  ],
  [{ field: 'addressees', value: { name: 'N. N.', ref: '#n' } }, (read) => read.addressees.at(-1)?.ref, '#n'],
  [
    { field: 'intermediaries', value: { name: 'N. N.' } },
    (read) => read.intermediaries.some(({ name }) => name === 'N. N.'),
    true,
  ],
  [{ field: 'senders', value: { name: 'N. N.' } }, (read) => read.senders.at(-1)?.name, 'N. N.'],
  [
    { field: 'places', action: 'received', value: { name: 'Ur' } },
    (read) => read.places.some(({ name, action }) => name === 'Ur' && action === 'received'),
    true,
  ],
  [
    {
      field: 'date',
      type: 'transmitted',
      value: { notBefore: '1900', notAfter: '1901', isSpan: true, precision: 'low', evidence: 'external' },
    },
    (read) =>
      read.dates.some(
        (date) =>
          date.type === 'transmitted' &&
          date.isSpan &&
          date.precision === 'low' &&
          date.evidence === 'external',
      ),
    true,
  ],
  [{ field: 'signatories', value: { name: 'N. N.' } }, (read) => read.signatories.at(-1)?.name, 'N. N.'],
  [{ field: 'route', value: 'By cable to London.' }, (read) => read.route, 'By cable to London.'],
  [{ field: 'originalLanguage', value: 'ru' }, (read) => read.originalLanguage, 'ru'],
  [{ field: 'supplied', of: 'title', value: true }, (read) => read.title?.supplied, true],
  [{ field: 'supplied', of: 'number', value: false }, (read) => read.number?.supplied, false],
  [
    { field: 'manuscripts', value: { settlement: 'Ur', repository: 'Archive', shelfmark: '1/2' } },
    (read) => read.manuscripts.at(-1),
    { settlement: 'Ur', repository: 'Archive', shelfmark: '1/2' },
  ],
  [
    { field: 'witnesses', value: { siglum: 'zzz', text: 'The draft' } },
    (read) => read.witnesses.at(-1),
    { siglum: 'zzz', text: 'The draft' },
  ],
  [{ field: 'sources', value: 'Archive' }, (read) => read.sources.at(-1), 'Archive'],
  [
    { field: 'context', value: { text: 'next', target: '#x', type: 'next' } },
    (read) => read.context.at(-1)?.target,
    '#x',
  ],
  [{ field: 'notes', value: { text: 'Noted.' } }, (read) => read.notes.at(-1)?.text, 'Noted.'],
];

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .map((name) => `${folder}/${name}`);
}

/** What was written, and how often there was no place for it. */
function writeEverywhere(files: readonly string[]): { written: number; refused: number } {
  const counts = { written: 0, refused: 0 };
  for (const file of files) {
    const source = readFileSync(file, 'utf8');
    if (checkWellFormed(source) !== undefined) continue;
    for (const [edit, read, expected] of edits) {
      try {
        const after = written(source, edit);
        expect(checkWellFormed(after), file).toBeUndefined();
        const patches = metadataPatches(source, edit).sort((a, b) => b.start - a.start);
        for (const [index] of patches.entries())
          expect(checkWellFormed(patched(source, patches.slice(0, index + 1))), file).toBeUndefined();
        expect(read(everything(after)), `${file} ${edit.field}`).toEqual(expected);
        counts.written += 1;
      } catch (error) {
        if (!(error instanceof CannotWrite)) throw error;
        counts.refused += 1;
      }
    }
  }
  return counts;
}

describe('what is written is read back', () => {
  it('of a number that the editors supply, in one step', () => {
    const source = '<TEI><text><body><head type="number">No. 5</head></body></text></TEI>';
    const supply: MetadataEdit = { field: 'supplied', of: 'number', value: true };
    expect(metadataPatches(source, supply)).toHaveLength(1);
    expect(written(source, supply)).toContain(
      '<head type="number">No. <supplied reason="lost">5</supplied></head>',
    );
    expect(written(written(source, supply), { ...supply, value: false })).toBe(source);
  });

  it('in the letters of the sample volume', () => {
    const { written, refused } = writeEverywhere(filesUnder(`${repository}corpus/letters`));
    expect(refused).toBeLessThan(written / 20);
  });

  const corpora = fileURLToPath(new URL('../shared/corpora', `file://${repository}`));
  it.skipIf(!existsSync(corpora))(
    'in every tenth letter of other editions (skipped where ../shared/corpora is absent)',
    () => {
      const { written, refused } = writeEverywhere(
        filesUnder(corpora).filter((_, index) => index % 10 === 0),
      );
      expect(written).toBeGreaterThan(2_000);
      expect(refused).toBeLessThan(written / 4);
    },
    120_000,
  );
});
