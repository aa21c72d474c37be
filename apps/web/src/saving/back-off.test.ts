import { describe, expect, it } from 'vitest';
import { backOff } from './back-off.js';

describe('backOff', () => {
  it('doubles, and stops growing', () => {
    expect([1, 2, 3, 12].map((failures) => backOff(failures, () => 0))).toEqual([500, 1000, 2000, 20_000]);
  });

  it('takes off at most a quarter', () => {
    expect(backOff(1, () => 1)).toBe(375);
  });
});
