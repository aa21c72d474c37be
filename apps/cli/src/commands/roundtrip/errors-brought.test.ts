import type { Finding } from '@chancery/validation';
import { expect, test } from 'vitest';
import { errorsBrought } from './errors-brought.js';

const finding = (rest: Partial<Finding>): Finding => ({
  code: 'attribute-unknown',
  severity: 'error',
  origin: 'relaxng',
  message: '',
  path: '',
  line: 1,
  column: 1,
  element: 'p',
  found: 'foo',
  ...rest,
});

test('an error that has moved is not new', () => {
  const before = [finding({ path: '/TEI/text/body/p[1]', line: 3 })];
  expect(errorsBrought(before, [finding({ path: '/TEI/text/body/p[2]', line: 4 })])).toEqual([]);
});

test('one more of the same is new', () => {
  expect(errorsBrought([finding({})], [finding({}), finding({ line: 2 })])).toHaveLength(1);
});

test('another one is new, a warning is none', () => {
  expect(errorsBrought([finding({})], [finding({ found: 'bar' })])).toHaveLength(1);
  expect(errorsBrought([], [finding({ severity: 'warning' })])).toEqual([]);
});

test('one mistake in other words is the same', () => {
  const before = [finding({ code: 'element-misplaced' }), finding({ code: 'text-misplaced', found: 'some' })];
  const after = [
    finding({ code: 'element-repeated' }),
    finding({ code: 'text-misplaced', found: 'some more' }),
  ];
  expect(errorsBrought(before, after)).toEqual([]);
});
