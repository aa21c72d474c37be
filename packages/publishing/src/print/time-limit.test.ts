import { expect, it } from 'vitest';
import { timeLimit } from './time-limit.js';

it('grows with what is set, and not with pictures', () => {
  expect(timeLimit({})).toBe(120_000);
  expect(timeLimit({ 'main.typ': 'a'.repeat(500_000), 'b.typ': 'b'.repeat(1_500_000) })).toBe(240_000);
  expect(timeLimit({ 'map.jpg': new Uint8Array(9_000_000) })).toBe(120_000);
});
