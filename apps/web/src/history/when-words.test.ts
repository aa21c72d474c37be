import { expect, test } from 'vitest';
import { dayWords, momentWords, spanWords } from './when-words.js';

const at = (day: number, hour: number, minute: number) => new Date(2026, 10, day, hour, minute).toISOString();
const now = new Date(2026, 10, 28, 12, 0);

test('days are told from today', () => {
  expect(dayWords(at(28, 0, 1), now)).toBe('Today');
  expect(dayWords(at(27, 23, 59), now)).toBe('Yesterday');
  expect(dayWords(at(3, 10, 0), now)).toBe('3 November 2026');
  expect(momentWords(at(27, 9, 5), now)).toBe('Yesterday 09:05');
});

test('a stretch of one minute is told once, and one over midnight with both days', () => {
  expect(spanWords(at(28, 10, 31), at(28, 10, 44), now)).toBe('10:31–10:44');
  expect(spanWords(at(28, 10, 44), at(28, 10, 44), now)).toBe('10:44');
  expect(spanWords(at(27, 23, 50), at(28, 0, 10), now)).toBe('Yesterday 23:50 to 00:10');
});
