import type { PrintedAnswer } from '@chancery/server/api';
import { expect, test } from 'vitest';
import { rereadRows, rereadWords } from './reread-words.js';

const before: PrintedAnswer = {
  id: 'import',
  name: 'volume.md',
  createdAt: '2030-01-01T00:00:00.000Z',
  by: null,
  edition: null,
  corrected: false,
  sameAs: null,
  version: 0,
  summary: {
    documents: 1,
    enclosures: 0,
    dates: { 'as-printed': 1, 'read-over': 0, decided: 0, unread: 2 },
    lines: { used: 8, excluded: 1, 'in the queue': 3, empty: 2 },
    doubts: { open: 3, decided: 0 },
    unmet: 0,
  },
  left: [],
  documents: [{ id: 'a', line: 3 }],
  queue: [],
  unmet: [],
  rules: [],
};

test('what came of reading a text by other rules is told, before and now', () => {
  const { summary } = before;
  const now = {
    ...before,
    summary: {
      ...summary,
      documents: 2,
      doubts: { open: 1, decided: 0 },
      lines: { used: 11, excluded: 1, 'in the queue': 0, empty: 2 },
    },
  };
  expect(rereadWords({ before, now })).toBe(
    'The text has been read by these rules. 2 letters found, 1 before; 1 doubt open, 3 before.',
  );
  expect(rereadRows({ before, now })).toEqual(
    expect.arrayContaining([
      ['Letters found', 1, 2],
      ['Lines without a place yet', 3, 0],
    ]),
  );
});

test('so it is where nothing came of it, but not where other letters are found in the same number', () => {
  expect(rereadWords({ before, now: { ...before, version: 1 } })).toContain('the same as before');
  const now = { ...before, documents: [{ id: 'b', line: 5 }] };
  expect(rereadWords({ before, now })).toContain('1 letter found, 1 before');
});
