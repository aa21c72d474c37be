import type { TeiVolumePlan } from '@chancery/server/api';
import { expect, test } from 'vitest';
import { canComeIn, volumeWords } from './tei-volume-words.js';

const plan: TeiVolumePlan = {
  title: 'Papers',
  isTitled: true,
  sameAs: null,
  hasVolumeFile: false,
  documents: 3,
  series: [],
  toMend: 0,
  errors: 0,
  warnings: 0,
  findings: [],
};
const words = (own: Partial<TeiVolumePlan>) => volumeWords({ ...plan, ...own }).slice(1, -1);

test('each form of files is told in words', () => {
  expect(volumeWords(plan)[0]).toBe('A new volume, “Papers”, of 3 documents.');
  expect(words({})).toEqual([
    'Each is a file of its own (a folder of letters).',
    'No file lists the documents: they come in the order of their names.',
  ]);
  expect(words({ hasVolumeFile: true })[1]).toMatch(/^A file among them gives the volume its title/);
  expect(words({ documents: 1 })).toEqual(['It is one file.']);
  expect(words({ series: [{ path: 'p.xml', element: 'div', documents: 3 }] })).toEqual([
    expect.stringMatching(/^p\.xml holds 3 documents, a div for each \(a documentary series\)\./),
  ]);
  expect(words({ documents: 4, series: [{ path: 'c.xml', element: 'TEI', documents: 3 }] })).toEqual([
    expect.stringContaining('(a teiCorpus)'),
    'Another document is a file of its own.',
  ]);
  const many = Array.from({ length: 14 }, (_, at) => ({
    path: `${at}.xml`,
    element: 'div' as const,
    documents: 2,
  }));
  expect(words({ documents: 28, series: many }).at(-1)).toBe(
    '2 files more of many documents, all edited likewise.',
  );
});

test('of a volume without a title it is said that it has none, and of files without a document nothing', () => {
  const untitled = volumeWords({ ...plan, isTitled: false, hasVolumeFile: true });
  expect(untitled[0]).toBe('A new volume of 3 documents. No file says what it is called.');
  expect(untitled[2]).toBe('A file among them gives the volume the order of its documents.');
  expect(volumeWords({ ...plan, documents: 0, toMend: 1 })).toEqual([]);
});

test('a volume comes in without mistakes alone, with what is to be mended where that is wanted', () => {
  expect(canComeIn(plan, false)).toBe(true);
  expect(canComeIn({ ...plan, errors: 1 }, true)).toBe(false);
  expect([false, true].map((later) => canComeIn({ ...plan, toMend: 1 }, later))).toEqual([false, true]);
  expect(canComeIn({ ...plan, documents: 0 }, false)).toBe(false);
  expect(canComeIn({ ...plan, documents: 0, toMend: 1 }, true)).toBe(false);
});
