import { describe, expect, it } from 'vitest';
import { dateWord, shownDate } from './date-word.js';

describe('shownDate', () => {
  it('prefers the date of sending to that of signing', () => {
    expect(shownDate([{ type: 'signed' }, { type: 'sent' }])).toEqual({ type: 'sent' });
  });

  it('has no date where the letter has none', () => {
    expect(shownDate([])).toBeUndefined();
  });
});

describe('dateWord', () => {
  it('says what happened on the day', () => {
    expect(dateWord('handed')).toBe('Handed on');
    expect(dateWord('lost')).toBe('');
  });
});
