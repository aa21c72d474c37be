import { describe, expect, it } from 'vitest';
import { whenChanged } from './when-changed.js';

describe('whenChanged', () => {
  const now = new Date(2026, 4, 12, 15, 0);

  it('comes nearer in words as the change is nearer', () => {
    expect(whenChanged(new Date(2026, 4, 12, 9, 12).toISOString(), now)).toBe('Today 09:12');
    expect(whenChanged(new Date(2026, 4, 11, 23, 0).toISOString(), now)).toBe('Yesterday');
    expect(whenChanged(new Date(2026, 0, 2).toISOString(), now)).toBe('2 January');
    expect(whenChanged(new Date(1957, 4, 12).toISOString(), now)).toBe('12 May 1957');
  });

  it('says nothing of a time that is none', () => {
    expect(whenChanged('')).toBe('');
  });
});
