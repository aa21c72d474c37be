import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinSeries } from './join-series.js';
import { mergeSeries, SeriesNotMerged } from './merge-series.js';
import type { SeriesFrame } from './series-file.js';

/** A frame as `"<a>. [one] . [two] .</a>"` shows it: documents in brackets. */
function series(shown: string): SeriesFrame {
  const [first = '', ...rest] = shown.split('[').map((piece) => piece.split(']'));
  const frame = { element: 'div', before: '', behind: '', declarations: '' } as const;
  return {
    between: [first[0] ?? '', ...rest.map(([, piece = '']) => piece)],
    documents: rest.map(([id = '']) => ({ ...frame, id })),
  };
}

/** The series with its documents in brackets. */
const shown = (frame: SeriesFrame) =>
  joinSeries(frame, new Map(frame.documents.map(({ id }) => [id, `[${id}]`])));

it.each([
  ['nothing changed', 'a[1]b[2]c', 'a[1]b[2]c', [], []],
  ['one added at the end', 'a[1]b[2]\nc', 'a[1]b[2]\n[3]\nc', ['3'], []],
  ['two added before all, under a heading', 'a[1]b', 'a<head/>[x][y]\n[1]b', ['x', 'y'], []],
])('a corrected series is taken as it is: %s', (_, there, corrected, added, kept) => {
  const merged = mergeSeries(series(there), series(corrected));
  expect(shown(merged.frame)).toBe(corrected);
  expect(merged).toMatchObject({ added, kept });
});

it.each([
  ['alone', 'a[1]\n[2]\n[3]b', 'a[1]\n[3]b', 'a[1]\n[2]\n[3]b', [], ['2']],
  [
    'beside one that is added',
    'a[1]\n[2]\n[3]b',
    'a[1]\n[3]\n[4]\nb',
    'a[1]\n[2]\n[3]\n[4]\nb',
    ['4'],
    ['2'],
  ],
  ['where one is added', 'a[1]\n[2]\n[3]b', 'a[1]\n[x] [3]b', 'a[1]\n[2]\n[x]\n[3]b', ['x'], ['2']],
])('what was taken out stays where it stood: %s', (_, there, corrected, whole, added, kept) => {
  const merged = mergeSeries(series(there), series(corrected));
  expect(shown(merged.frame)).toBe(whole);
  expect(merged).toMatchObject({ added, kept });
});

it.each([
  ['another order', 'a[1]b[2]c', 'a[2]b[1]c', 'another order', { piece: 0, offset: 0 }],
  ['words around them', 'a[1]bc[2]d', 'a[1]bx[2]d', 'Something was changed', { piece: 1, offset: 1 }],
  [
    'words lost beside a new one',
    'a[1]bc[2]d',
    'a[1]b[x][2]d',
    'Something was changed',
    { piece: 1, offset: 1 },
  ],
  [
    'words lost with one that is taken out',
    'a[1]b[2]c[3]d',
    'a[1]b[3]d',
    'Something was',
    { piece: 1, offset: 1 },
  ],
  [
    'words between old and new',
    'a[1]b[2]\n[3]d',
    'a[1]\n[x]b[3]d',
    'were taken out (2)',
    { piece: 1, offset: 0 },
  ],
])('is refused, with the place: %s', (_, there, corrected, message, at) => {
  const merging = () => mergeSeries(series(there), series(corrected));
  expect(merging).toThrow(SeriesNotMerged);
  expect(merging).toThrow(message);
  expect(merging).toThrow(expect.objectContaining({ at }));
});

it.each([
  ['one', 'a[1]\n[2]\n[3]b', 'a[1]\n[3]b', ['2']],
  ['those at the end, with the space before them', 'a[1]\n[2]\n[3]b', 'a[1]b', ['2', '3']],
  ['one in whose place another stands', 'a[1]\n[2]b', 'a[1]\n[x]b', ['2']],
])('is as the corrected one where that is wanted: %s leaves it', (_, there, corrected, takenOut) => {
  const merged = mergeSeries(series(there), series(corrected), { asCorrected: true });
  expect(shown(merged.frame)).toBe(corrected);
  expect(merged).toMatchObject({ takenOut, kept: [] });
});

it('what has left stays out, and comes back to its place where that is wanted', () => {
  const left = new Set(['2']);
  const [there, corrected] = ['a[1]\n[3]b', 'a[1]\n[2]\n[3]b'];
  const merge = (asCorrected: boolean) =>
    mergeSeries(series(there), series(corrected), { left, asCorrected });
  expect(shown(merge(false).frame)).toBe(there);
  expect(merge(false)).toMatchObject({ added: [], stayedOut: ['2'], putBack: [] });
  expect(shown(merge(true).frame)).toBe(corrected);
  expect(merge(true)).toMatchObject({ added: [], stayedOut: [], putBack: ['2'] });
  expect(() => mergeSeries(series(there), series('a[1]\n[2][x]\n[3]b'), { left })).toThrow(
    'have left the series (2)',
  );
});

it('words around a document that leaves are not lost with it', () => {
  const merging = () => mergeSeries(series('a[1]b[2]c[3]d'), series('a[1]b[3]d'), { asCorrected: true });
  expect(merging).toThrow(SeriesNotMerged);
});

it('documents that are added anywhere stand there, and nothing else is another', () => {
  const piece = fc.constantFrom('', '\n', ' ', '<!-- c -->');
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), piece), { minLength: 1, maxLength: 8 }), (documents) => {
      const written = (only: (isNew: boolean) => boolean) =>
        documents.map(([isNew, words], at) => (only(isNew) ? `[${at}]${isNew ? '' : words}` : '')).join('');
      const [there, corrected] = [written((isNew) => !isNew), written(() => true)];
      expect(shown(mergeSeries(series(there), series(corrected)).frame)).toBe(corrected);
      // Those that are gone come back to their places.
      expect(mergeSeries(series(corrected), series(there)).kept).toHaveLength(
        documents.filter(([isNew]) => isNew).length,
      );
      expect(shown(mergeSeries(series(corrected), series(there)).frame)).toBe(corrected);
      // Or all of them leave, where the words around them stay.
      const without = mergeSeries(series(corrected), series(there), { asCorrected: true });
      expect(shown(without.frame)).toBe(there);
    }),
  );
});
