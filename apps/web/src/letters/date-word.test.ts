import { describe, expect, it } from 'vitest';
import { dateWord } from './date-word.js';

describe('dateWord', () => {
  it('says what happened on the day', () => {
    expect(dateWord('handed')).toBe('Handed on');
    expect(dateWord('lost')).toBe('');
  });
});
