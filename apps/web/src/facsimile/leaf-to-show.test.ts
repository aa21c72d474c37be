import { expect, test } from 'vitest';
import { leafToShow } from './leaf-to-show.js';

const first = { count: 3, turnedTo: undefined, follows: true, place: -1 };

test.each([
  ['the first, beside a page without a leaf', first, 0],
  ['that of the page, before one has been turned to', { ...first, place: 2 }, 2],
  [
    'the first still, where it does not follow the caret to a page with a leaf',
    { ...first, follows: false, place: 2 },
    0,
  ],
  ['the one that was turned to', { ...first, turnedTo: 1, place: 2 }, 1],
  ['the last, where the one that was turned to is gone', { ...first, turnedTo: 5 }, 2],
  ['none, where there are none', { ...first, count: 0 }, -1],
])('shows %s', (_what, of, shown) => {
  expect(leafToShow(of)).toBe(shown);
});
