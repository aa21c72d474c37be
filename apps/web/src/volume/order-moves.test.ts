import { expect, test } from 'vitest';
import { type Move, placeAfter, placeBeside } from './order-moves.js';

const documents = [
  { name: 'a', enclosedIn: null },
  { name: 'a1', enclosedIn: 'a' },
  { name: 'b', enclosedIn: null },
  { name: 'c', enclosedIn: null },
];

test.each<[string, Move, ReturnType<typeof placeAfter>]>([
  ['b', 'up', { enclosedIn: null, after: null }],
  ['c', 'up', { enclosedIn: null, after: 'a' }],
  ['a', 'up', undefined],
  ['a', 'down', { enclosedIn: null, after: 'b' }],
  ['c', 'down', undefined],
  ['a1', 'down', undefined],
  ['b', 'in', { enclosedIn: 'a', after: 'a1' }],
  ['c', 'in', { enclosedIn: 'b', after: null }],
  ['a', 'in', undefined],
  ['a1', 'out', { enclosedIn: null, after: 'a' }],
  ['b', 'out', undefined],
  ['x', 'up', undefined],
])('%s %s', (name, move, place) => {
  expect(placeAfter(documents, name, move)).toEqual(place);
});

test('what is put down before or behind another stands beside it', () => {
  expect(placeBeside(documents, 'c', 'b', 'before')).toEqual({ enclosedIn: null, after: 'a' });
  expect(placeBeside(documents, 'c', 'a', 'before')).toEqual({ enclosedIn: null, after: null });
  expect(placeBeside(documents, 'a', 'b', 'before')).toEqual({ enclosedIn: null, after: null });
  expect(placeBeside(documents, 'c', 'a1', 'behind')).toEqual({ enclosedIn: 'a', after: 'a1' });
  expect(placeBeside(documents, 'c', 'c', 'behind')).toBeUndefined();
});
