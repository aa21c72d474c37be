import { expect, test } from 'vitest';
import { Rate } from './rate.js';

test('so many at once, and so many a second for long', () => {
  let now = 0;
  const rate = new Rate(2, 5, () => now);
  const taken = (attempts: number) =>
    Array.from({ length: attempts }, () => rate.take()).filter(Boolean).length;
  expect(taken(10)).toBe(5);
  now = 1_000;
  expect(taken(10)).toBe(2);
  now = 1_000_000;
  expect(taken(10)).toBe(5);
});
