import { expect, test } from 'vitest';
import { placeAfter, placeBeside, stepsOf } from './places-beside.js';
import type { DocumentStep } from './volume-edit.js';

const documents = [{ id: 'a' }, { id: 'a1', enclosedIn: 'a' }, { id: 'b' }, { id: 'c' }];
const steps: readonly DocumentStep[] = ['up', 'down', 'in', 'out'];

test.each<[string, DocumentStep, ReturnType<typeof placeAfter>]>([
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
])('%s %s', (id, step, place) => {
  expect(placeAfter(documents, id, step)).toEqual(place);
});

test('the steps of all documents are those that have a place', () => {
  expect(stepsOf(documents)).toEqual(
    documents.map(({ id }) => steps.filter((step) => placeAfter(documents, id, step) !== undefined)),
  );
});

test('what is put down before or behind another stands beside it', () => {
  expect(placeBeside(documents, 'c', 'b', 'before')).toEqual({ enclosedIn: null, after: 'a' });
  expect(placeBeside(documents, 'c', 'a', 'before')).toEqual({ enclosedIn: null, after: null });
  expect(placeBeside(documents, 'a', 'b', 'before')).toEqual({ enclosedIn: null, after: null });
  expect(placeBeside(documents, 'c', 'a1', 'behind')).toEqual({ enclosedIn: 'a', after: 'a1' });
  expect(placeBeside(documents, 'c', 'c', 'behind')).toBeUndefined();
});
