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
    const between = new BetweenKeys<{ word: string }>(
      ({ word }) => taken.push(word),
      (one, next) =>
        one.word.startsWith('+') && next.word.startsWith('+') ? { word: one.word + next.word } : undefined,
    );
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
    vi.advanceTimersByTime(150);
    add('three');
    expect(taken).toEqual(['one']);
    vi.advanceTimersByTime(100);
    expect(taken).toEqual(['one', 'two', 'three']);
  });

  it('hands nothing on at each of several keys that follow fast, and not later than a moment', () => {
    const { desk, taken, add } = opened();
    for (let key = 1; key <= 8; key++) {
      desk.press();
      add(String(key));
      desk.paint();
      vi.advanceTimersByTime(59);
    }
    expect(taken).toEqual(['1', '2', '3', '4', '5', '6']);
    vi.advanceTimersByTime(250);
    expect(taken).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  it('lets what has waited for long wait for the key that is just to be expected, and for no other', () => {
    const { desk, taken, add } = opened();
    /** Has a key pressed shortly before what waits has waited for long; tells after that. */
    function waited(word: string): void {
      desk.press();
      desk.paint();
      add(`first ${word}`);
      vi.advanceTimersByTime(50);
      add(word);
      vi.advanceTimersByTime(140);
      desk.press();
      desk.paint();
      vi.advanceTimersByTime(115);
      expect(taken.splice(0)).toEqual([`first ${word}`]);
    }
    waited('one');
    desk.press();
    expect(taken).toEqual([]);
    desk.paint();
    expect(taken.splice(0)).toEqual(['one']);
    vi.advanceTimersByTime(1000);
    waited('two');
    vi.advanceTimersByTime(150);
    expect(taken).toEqual(['two']);
  });

  it('hands on together what waits and goes together', () => {
    const { desk, taken, add } = opened();
    desk.press();
    for (const word of ['+a', '+b', 'other', '+c', '+d']) add(word);
    desk.paint();
    expect(taken).toEqual(['+a+b', 'other', '+c+d']);
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
