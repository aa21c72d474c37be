import { whenIdle } from '../store/when-idle.js';

/** How long the text is left alone before what stands beside it follows, in milliseconds. */
const rest = 300;

/** After how long it follows at the latest while typing goes on, in milliseconds. */
const latest = 2000;

/**
 * Has what stands beside the text follow it while somebody is in the text: when whoever types there rests, and from time to
 * time while they do not. To show it takes longer than a key. What others write meanwhile is not waited for.
 */
export class TypingRests {
  readonly #follow: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #calledOff = (): void => {};
  /** When the text changed first of what is not followed yet, and when the person at the desk last changed it. */
  #since = 0;
  #typed = Number.NEGATIVE_INFINITY;

  constructor(follow: () => void) {
    this.#follow = follow;
  }

  /** To be called after each change. */
  changed(own: boolean): void {
    const now = performance.now();
    if (own) this.#typed = now;
    if (this.#timer !== undefined) return;
    this.#since = now;
    this.#wait(rest);
  }

  /** Has it follow at once. */
  now(): void {
    this.close();
    this.#follow();
  }

  /** Has nothing follow any more. */
  close(): void {
    clearTimeout(this.#timer);
    this.#calledOff();
    this.#timer = undefined;
  }

  #wait(time: number): void {
    this.#timer = setTimeout(() => {
      const now = performance.now();
      const left = Math.min(this.#typed + rest, this.#since + latest) - now;
      if (left > 0) this.#wait(left);
      else this.#calledOff = whenIdle(() => this.now(), rest);
    }, time);
  }
}
