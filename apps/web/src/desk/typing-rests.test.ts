import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TypingRests } from './typing-rests.js';

describe('TypingRests', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function opened() {
    const shown: number[] = [];
    const start = performance.now();
    const rests = new TypingRests(() => shown.push(performance.now() - start));
    return { rests, shown };
  }

  it('follows what others write a moment later, and once for what comes together', () => {
    const { rests, shown } = opened();
    rests.changed(false);
    vi.advanceTimersByTime(200);
    rests.changed(false);
    vi.advanceTimersByTime(1000);
    expect(shown).toHaveLength(1);
    expect(shown[0]).toBeLessThan(400);
  });

  it('waits until whoever types rests', () => {
    const { rests, shown } = opened();
    for (let key = 0; key < 10; key++) {
      rests.changed(true);
      vi.advanceTimersByTime(100);
    }
    expect(shown).toEqual([]);
    vi.advanceTimersByTime(300);
    expect(shown).toHaveLength(1);
    vi.advanceTimersByTime(5000);
    expect(shown).toHaveLength(1);
  });

  it('does not wait for ever while typing goes on', () => {
    const { rests, shown } = opened();
    for (let key = 0; key < 50; key++) {
      rests.changed(true);
      vi.advanceTimersByTime(100);
    }
    expect(shown).toHaveLength(2);
  });

  it('follows at once when it is asked to, and not again for the same change', () => {
    const { rests, shown } = opened();
    rests.changed(true);
    rests.now();
    vi.advanceTimersByTime(5000);
    expect(shown).toEqual([0]);
  });

  it('follows nothing when it is closed', () => {
    const { rests, shown } = opened();
    rests.changed(true);
    rests.close();
    vi.advanceTimersByTime(5000);
    expect(shown).toEqual([]);
  });
});
