import { expect, test } from 'vitest';
import { foldPages, lineAt } from './line-at.js';

const lines = [
  { page: 1, y: 600, text: 'No. 2' },
  { page: 1, y: 500, text: 'We have taken the opportunity affor' },
  { page: 1, y: 486, text: 'ded by the report of Mr Harry Hopkins2 on' },
  { page: 2, y: 600, text: 'his “return” from Moscow to consult together.' },
];

test('the caret is found by the words before it, however lines divide them', () => {
  expect(lineAt(foldPages(lines), 'We have taken the oppor', 'tunity')).toBe(lines[1]);
  expect(lineAt(foldPages(lines), 'We have taken the opportunity afforded by', ' the report')).toBe(lines[2]);
  expect(lineAt(foldPages(lines), 'report of Mr Harry Hopkins on his "return" from', ' Moscow')).toBe(
    lines[3],
  );
});

test('at the beginning of a block, and where words were just typed, it is found by the words behind it', () => {
  expect(lineAt(foldPages(lines), '', 'We have taken the opportunity')).toBe(lines[1]);
  expect(lineAt(foldPages(lines), 'something that was never printed ', 'from Moscow to consult')).toBe(
    lines[3],
  );
});

test('of words that are not on the pages nothing is said', () => {
  expect(lineAt(foldPages(lines), 'quite another text altogether', '')).toBeUndefined();
  expect(lineAt(foldPages(lines), '', '')).toBeUndefined();
});
