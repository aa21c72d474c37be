import { expect, test } from 'vitest';
import { likelyEntries } from './likely-entries.js';

const entries = [
  { id: 'roosevelt', name: 'Franklin D. Roosevelt' },
  { id: 'harriman', name: 'Averell Harriman' },
  { id: 'eleanor', name: 'Eleanor Roosevelt' },
  { name: 'Roosevelt without an id' },
  { id: 'great-britain', name: 'Great Britain' },
];

test.each([
  ['Mr Harriman', ['harriman']],
  ['Franklin Roosevelt', ['roosevelt', 'eleanor']],
  ['Eleanor Roosevelt', ['eleanor', 'roosevelt']],
  ['Mr D.', []],
  ['Hitlerites', []],
])('%s may be %j', (words, ids) => {
  expect(likelyEntries(entries, words).map(({ id }) => id)).toEqual(ids);
});
