import { expect, it } from 'vitest';
import { memoryLimit, timeLimit } from './typeset-limits.js';

const volume = { 'main.typ': 'a'.repeat(500_000), 'b.typ': 'b'.repeat(1_500_000) };
const picture = { 'map.jpg': new Uint8Array(9_000_000) };

it('grow with what is set, and not with pictures', () => {
  expect(timeLimit({})).toBe(120_000);
  expect(timeLimit(volume)).toBe(240_000);
  expect(timeLimit(picture)).toBe(120_000);
  const large = 64 * 1024 ** 3;
  expect(memoryLimit({}, large)).toBe(2048);
  expect(memoryLimit(volume, large)).toBe(3072);
  expect(memoryLimit(picture, large)).toBe(2048);
});

it('leave the computer some of its memory', () => {
  expect(memoryLimit(volume, 4 * 1024 ** 3)).toBe(2457);
  expect(memoryLimit(volume, 2 * 1024 ** 3)).toBe(2048);
});
