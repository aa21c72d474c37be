import { expect, test } from 'vitest';
import { nextNumber } from './next-number.js';

test('the first release is 1.0, and each has the next number', () => {
  expect([nextNumber([]), nextNumber(['1.0']), nextNumber(['1.9', '1.8']), nextNumber(['2.10'])]).toEqual([
    '1.0',
    '1.1',
    '1.10',
    '2.11',
  ]);
});
