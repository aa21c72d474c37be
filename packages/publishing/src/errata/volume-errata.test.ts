import { expect, test } from 'vitest';
import { volumeErrata } from './volume-errata.js';

const volume = (front: string, back: string, title = 'LETTERS') =>
  `<!DOCTYPE TEI [<!ENTITY x "y">]><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><front><titlePage><docTitle><titlePart>${title}</titlePart></docTitle></titlePage>${front}</front><body><p>&x;</p></body><back>${back}</back></text></TEI>`;
const preface = (words: string) => `<div type="preface"><p>${words}</p></div>`;
const notes = (words: string) =>
  `<div type="notes" xml:id="remarks"><note type="endnote" xml:id="n1">${words}</note></div>`;

test('each erratum is told with the part that it is in, also of one that is new or no more', () => {
  const was = volume(preface('We thank all.'), notes('See page 3.'));
  const is = volume(
    preface('We thank many.'),
    `${notes('See page 3.')}<div type="corrigenda"><p>New.</p></div>`,
    'PAPERS',
  );
  expect(volumeErrata(was, is)).toMatchObject([
    { slug: '', errata: [{ was: 'LETTERS', is: 'PAPERS' }] },
    { slug: 'preface', errata: [{ was: 'We thank all.', is: 'We thank many.' }] },
    { slug: 'corrigenda', errata: [{ was: '', is: 'New.' }] },
  ]);
  expect(volumeErrata(is, was).map(({ slug }) => slug)).toEqual(['', 'preface', 'corrigenda']);
  expect(volumeErrata(volume('', notes('a')), volume('', notes('b'))).map(({ slug }) => slug)).toEqual([
    'remarks',
  ]);
  expect(volumeErrata(was, was)).toEqual([]);
});
