import { readdirSync, readFileSync } from 'node:fs';
import { checkWellFormed } from '@chancery/xml';
import { describe, expect, it } from 'vitest';
import { readMetadata } from '../header/read-metadata.js';
import { readVolume } from '../header/read-volume.js';
import type { PrintedDate, VolumeMetadata } from '../header/volume-metadata.js';
import { asPrinted } from './as-printed.js';
import { writtenDate } from './written-date.js';

const corpus = new URL('../../../../corpus/', import.meta.url);
const sample = readVolume(readFileSync(new URL('volume.xml', corpus), 'utf8'));
const rule: readonly PrintedDate[] = [
  { type: 'signed', place: 'lower-left' },
  { type: 'sent', place: 'under-number' },
  { type: 'received', place: 'under-number' },
];
const volume: VolumeMetadata = { ...sample, numbering: 'by-place', dateRule: rule };
const number = (text: string) => ({ text, supplied: false });

const letter = (head: string, header = '', end = '') => `<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader><fileDesc/>${header}</teiHeader>
  <text><body>
    <div type="letter">
      ${head}
      <p>My dear Babbage</p>${end}
    </div>
  </body></text>
</TEI>`;
const corresp = (actions: string) => `<profileDesc><correspDesc>${actions}</correspDesc></profileDesc>`;

describe('a document prints', () => {
  it('the letters of the sample as they stand, under the numbers that they bear', () => {
    for (const name of readdirSync(new URL('letters/', corpus))) {
      const source = readFileSync(new URL(`letters/${name}`, corpus), 'utf8');
      expect(asPrinted(source, { ...sample, dateRule: rule }, { number: readMetadata(source).number })).toBe(
        source,
      );
    }
  });

  it.each([
    ['<head type="number">No. 4</head>', '<head type="number">No. 12</head>'],
    [
      '<head type="number">No. <supplied>4</supplied></head>',
      '<head type="number">No. <supplied>12</supplied></head>',
    ],
    ['<head type="number">No. 12</head>', '<head type="number">No. 12</head>'],
    [
      '<head type="title">To Babbage</head>',
      '<head type="number">No. 12</head><head type="title">To Babbage</head>',
    ],
    ['', '<head type="number">No. 12</head>'],
  ])('%s under the number of its place', (head, printed) => {
    const source = letter(head);
    const after = asPrinted(source, volume, { number: number('12') });
    expect(after.replaceAll(/\s*\n\s*/g, '')).toBe(letter(printed).replaceAll(/\s*\n\s*/g, ''));
    expect(after.split('\n').length).toBe(source.split('\n').length);
  });

  it('under it in its header too, where the title begins with the number that it bears', () => {
    const head = letter('<head type="number">No. 4</head>').replace(
      '<fileDesc/>',
      '<fileDesc><titleStmt><title>No. 4. Ada</title></titleStmt></fileDesc>',
    );
    const printed = asPrinted(head, volume, { number: number('12') });
    expect(printed).toContain('<title>No. 12. Ada</title>');
    expect(asPrinted(head.replace('No. 4. Ada', 'No. 40. Ada'), volume, { number: number('12') })).toContain(
      '<title>No. 40. Ada</title>',
    );
  });

  it('an enclosure without the number that it bore', () => {
    const after = asPrinted(letter('<head type="number">No. 4</head>'), volume, { number: undefined });
    expect(readMetadata(after).number).toBeUndefined();
    expect(after.split('\n').length).toBe(letter('').split('\n').length);
  });

  it.each([
    [
      'received, under the number',
      '<correspAction type="received"><date when="1843-07-10"/></correspAction>',
      'Received on July 10, 1843',
    ],
    [
      'sent rather than received, in the words of the header',
      '<correspAction type="sent"><date when="1843-07-09">Sunday</date></correspAction><correspAction type="received"><date when="1843-07-10"/></correspAction>',
      'Sent on Sunday',
    ],
  ])('the date that only the header gives: %s', (_, actions, line) => {
    const after = asPrinted(letter('<head type="number">No. 4</head>', corresp(actions)), volume, {
      number: number('4'),
    });
    expect(readMetadata(after).dates[0]?.line).toBe(line);
    expect(after).toContain('</head><dateline>');
  });

  it('the day of signing at the lower left, whatever other dates there are', () => {
    const actions =
      '<correspAction type="signed"><date when="1843-07-10"/></correspAction><correspAction type="sent"><date when="1843-07-11"/></correspAction>';
    const printed = '<dateline><date type="signed" when="1843-07-10">July 10, 1843</date></dateline>';
    const there = (end: string) =>
      asPrinted(letter('', corresp(actions), end), volume, { number: number('1') });
    expect(there('<closer><signed>A. L.</signed></closer>')).toContain(
      `<signed>A. L.</signed>${printed}</closer>`,
    );
    expect(there('')).toContain(`<closer>${printed}</closer>`);
    const given = '<closer><dateline>Monday, <date type="signed">the tenth</date></dateline></closer>';
    expect(there(given)).toContain(given);
    expect(there(given)).not.toContain('July');
  });

  it('what it is told of with other documents, where the header has a place for it', () => {
    const neighbours = [{ words: 'Enclosed with', target: 'b.xml' }];
    const after = asPrinted(letter(''), volume, { number: number('1'), neighbours });
    expect(after).toContain('<correspContext><ref target="b.xml">Enclosed with</ref></correspContext>');
    expect(checkWellFormed(after)).toBeUndefined();
    const told = letter('', '<profileDesc><correspDesc><p>From Ada.</p></correspDesc></profileDesc>');
    expect(asPrinted(told, volume, { number: number('1'), neighbours })).not.toContain('Enclosed');
  });
});

describe('dates are written', () => {
  it.each([
    [{ when: '1941-08-04' }, undefined, 'August 4, 1941'],
    [{ when: '1941-08-04' }, 'day month year', '4 August 1941'],
    [{ when: '1941-08' }, undefined, 'August 1941'],
    [{ when: '1941', cert: 'low' }, undefined, '1941 (?)'],
    [{ notBefore: '1942-02', notAfter: '1942-04' }, undefined, 'between February and April 1942'],
    [{ notBefore: '1942-02-01', notAfter: '1943' }, undefined, 'between February 1, 1942 and 1943'],
    [{ notBefore: '1942' }, undefined, 'not before 1942'],
    [{ notAfter: '1942-04' }, undefined, 'not after April 1942'],
    [{ when: '1941-08', precision: 'low' }, undefined, 'about August 1941'],
    [
      { notBefore: '1942-02-01', notAfter: '1942-03', isSpan: true },
      undefined,
      'from February 1, 1942 to March 1942',
    ],
    [{ notAfter: '1942', isSpan: true }, undefined, 'until 1942'],
    [{}, undefined, ''],
  ])('%o in the style “%s”: %s', (value, style, words) => {
    expect(writtenDate(value, style)).toBe(words);
  });
});
