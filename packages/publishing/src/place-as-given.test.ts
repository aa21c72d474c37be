import { expect, it } from 'vitest';
import { placeAsGiven } from './place-as-given.js';

const given = [
  { path: 'volume.xml', source: '<TEI>\n  <person>A \u265d bishop</person>\n  <divGen/>\n</TEI>' },
  { path: 'letter.xml', source: '<TEI>\r\n  <p>One \u265e, two \u265e</p>\n  <p>\u265f</p>\n</TEI>' },
];

it.each([
  ['by the words on its line', { path: 'letter.xml', line: 2, words: '\u265e' }, [2, 10]],
  [
    'of a list of the volume where its words are written',
    { path: 'volume.xml', line: 3, words: '\u265d' },
    [2, 13],
  ],
  [
    'by its line where its words are written otherwise',
    { path: 'letter.xml', line: 2, words: '\u2659' },
    [2, undefined],
  ],
  [
    'by its line where its words stand elsewhere too',
    { path: 'letter.xml', line: 3, words: 'two' },
    [3, undefined],
  ],
  ['by its line where nothing is known of words', { path: 'letter.xml', line: 3 }, [3, undefined]],
  ['of a file that was not given as it is', { path: 'press.typ', line: 7, words: 'x' }, [7, undefined]],
])('finds a place %s', (_what, place, [line, column]) => {
  const found = placeAsGiven(given, place);
  expect(found).toEqual({ file: place.path, line, ...(column === undefined ? {} : { column }) });
});
