import { compareLines } from '@chancery/collation';
import { expect, test } from 'vitest';
import { sourceRows, withContext } from './source-lines.js';

const lines = (count: number) => Array.from({ length: count }, (_, index) => `<l>${index}</l>\n`).join('');

test('lines are counted on both sides, and a line that differs is one difference', () => {
  const one = lines(3);
  const { rows, count } = sourceRows(compareLines(one, one.replace('<l>1</l>\n', '<p>1</p>\n<l>new</l>\n')));
  expect(count).toBe(1);
  expect(rows.map(({ line, otherLine, number }) => [line, otherLine, number])).toEqual([
    [1, 1, undefined],
    [2, 2, 0],
    [3, 4, undefined],
  ]);
});

test('only what stands near a difference is shown at once', () => {
  const one = lines(30);
  const shown = withContext(sourceRows(compareLines(one, one.replace('>15<', '>fifteen<'))).rows);
  expect(shown.map((part) => (part.kind === 'same' ? part.rows.length : 1))).toEqual([
    12, 1, 1, 1, 1, 1, 1, 1, 11,
  ]);
  expect(withContext(sourceRows(compareLines(one, one)).rows)).toHaveLength(1);
});
