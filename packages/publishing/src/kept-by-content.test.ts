import { expect, it } from 'vitest';
import { KeptByContent } from './kept-by-content.js';

it('keeps what was wanted last, as much as it may', () => {
  const kept = new KeptByContent<string>(10, ({ length }) => length);
  const made: string[] = [];
  const of = (key: string, value: string) =>
    kept.of(key, () => {
      made.push(key);
      return value;
    });
  of('a', 'four');
  of('b', 'four');
  expect(of('a', 'not made')).toBe('four');
  of('c', 'four');
  expect(of('a', 'not made')).toBe('four');
  of('b', 'four');
  // One that is larger than all is kept until the next.
  of('d', 'of eleven..');
  expect(of('d', 'not made')).toBe('of eleven..');
  of('a', 'four');
  expect(made).toEqual(['a', 'b', 'c', 'b', 'd', 'a']);
});
