import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BetweenKeys } from './between-keys.js';

/** A window that paints when it is told to. */
class Desk extends EventTarget {
  readonly #frames: FrameRequestCallback[] = [];

  requestAnimationFrame(frame: FrameRequestCallback): number {
    return this.#frames.push(frame);
  }

  press(key = 'a', held: { ctrlKey?: true } = {}): void {
    this.dispatchEvent(Object.assign(new Event('keydown'), { key, ...held }));
  }

  paint(): void {
    for (const frame of this.#frames.splice(0)) frame(performance.now());
    vi.advanceTimersByTime(1);
  }
}

describe('BetweenKeys', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.advanceTimersByTime(1000);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  function desk(): Desk {
    const made = new Desk();
    vi.stubGlobal('addEventListener', made.addEventListener.bind(made));
    vi.stubGlobal('removeEventListener', made.removeEventListener.bind(made));
    vi.stubGlobal('requestAnimationFrame', made.requestAnimationFrame.bind(made));
    return made;
  }

  function opened() {
    const at = desk();
    const taken: string[] = [];
    const between = new BetweenKeys<{ word: string }>(({ word }) => taken.push(word));
    return { desk: at, taken, between, add: (word: string) => between.add({ word }) };
  }

  it('hands on at once what comes while nobody types', () => {
    const { desk, taken, add } = opened();
    add('one');
    expect(taken).toEqual(['one']);
    desk.press();
    desk.paint();
    vi.advanceTimersByTime(1000);
    add('two');
    expect(taken).toEqual(['one', 'two']);
  });

  it('lets a key be painted first', () => {
    const { desk, taken, add } = opened();
    desk.press();
    add('one');
    add('two');
    expect(taken).toEqual([]);
    desk.paint();
    expect(taken).toEqual(['one', 'two']);
  });

  it('hands on at once what comes when a key has just been painted', () => {
    const { desk, taken, add } = opened();
    desk.press();
    desk.paint();
    add('one');
    expect(taken).toEqual(['one']);
  });

  it('lets what comes shortly before the next key wait for it, and not longer than a moment', () => {
    const { desk, taken, add } = opened();
    desk.press();
    desk.paint();
    vi.advanceTimersByTime(80);
    add('one');
    desk.press();
    expect(taken).toEqual([]);
    desk.paint();
    expect(taken).toEqual(['one']);
    vi.advanceTimersByTime(80);
    add('two');
    vi.advanceTimersByTime(60);
    add('three');
    expect(taken).toEqual(['one']);
    vi.advanceTimersByTime(40);
    expect(taken).toEqual(['one', 'two', 'three']);
  });

  it('hands on at once what waits when whoever typed does something else', () => {
    const { desk, taken, add } = opened();
    for (const turn of [
      () => desk.press('ArrowLeft'),
      () => desk.press('z', { ctrlKey: true }),
      () => desk.dispatchEvent(new Event('pointerdown')),
      () => desk.dispatchEvent(new Event('blur')),
    ]) {
      desk.press();
      add('one');
      expect(taken).toEqual([]);
      turn();
      expect(taken).toEqual(['one']);
      add('two');
      expect(taken.splice(0)).toEqual(['one', 'two']);
      desk.paint();
      vi.advanceTimersByTime(1000);
    }
  });

  it('hands on what is told by what is handed on, in order', () => {
    desk();
    const taken: number[] = [];
    const between: BetweenKeys<{ n: number }> = new BetweenKeys(({ n }) => {
      taken.push(n);
      if (n === 1) between.now();
    });
    for (const n of [1, 2, 3]) between.add({ n });
    expect(taken).toEqual([1, 2, 3]);
  });

  it('lets go of what waits, and hands nothing on when it is closed', () => {
    const { desk, taken, between, add } = opened();
    desk.press();
    add('one');
    between.clear();
    desk.paint();
    add('two');
    expect(taken).toEqual(['two']);
    desk.press();
    add('three');
    between.close();
    desk.paint();
    vi.advanceTimersByTime(1000);
    expect(taken).toEqual(['two']);
  });
});
