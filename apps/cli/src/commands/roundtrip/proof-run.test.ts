import { expect, test } from 'vitest';
import { seedOf } from './proof-run.js';

test('a file alone under the seed that was told of it is edited as it was among others', () => {
  const told = seedOf(7, 41);
  expect(seedOf(told, 0)).toBe(told);
});

test('no two files of a run are edited alike', () => {
  const seeds = new Set(Array.from({ length: 10_000 }, (_, index) => seedOf(1, index)));
  expect(seeds.size).toBe(10_000);
});
