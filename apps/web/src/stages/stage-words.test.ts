import { describe, expect, it } from 'vitest';
import { dayWords, dueWords, today } from './stage-words.js';

describe('dueWords', () => {
  it.each([
    ['2026-05-12', 'until 12 May'],
    ['2026-05-10', 'due today'],
    ['2026-05-09', 'overdue since 9 May'],
    ['2027-01-02', 'until 2 January 2027'],
    ['2025-12-31', 'overdue since 31 December 2025'],
  ])('says of %s on 10 May 2026: %s', (day, words) => {
    expect(dueWords(day, '2026-05-10')).toBe(words);
  });
});

it('takes the day where the person is', () => {
  expect(today(new Date(2026, 0, 2, 23, 59))).toBe('2026-01-02');
  expect(dayWords('2026-01-02', '2026-01-01')).toBe('2 January');
});
