import { whenIdle } from '../store/when-idle.js';

/** How long somebody counts as typing after a key, in milliseconds. */
const typing = 300;

/** How soon after a key no other one is to be expected, in milliseconds. */
const respite = 40;

/** How long what has come waits at most, in milliseconds; where a key is just to be expected, until that is painted. */
const most = 250;

/** How long nothing is handed on again while somebody types, in milliseconds. */
const rest = 250;

/** How soon after a key the next one is to be expected from somebody who types on, in milliseconds. */
const soon = 150;

/**
 * Hands on what comes in, in its order. While somebody types, it is handed on when a key has just been painted, and together
 * with what came beside it: to show what others have written takes as long as a key, however much it is, and a key that came
 * meanwhile would have to wait for it. When nobody types, or whoever typed does something else, it is handed on at once.
 */
export class BetweenKeys<T extends object> {
  readonly #take: (each: T) => void;
  readonly #join: (one: T, next: T) => T | undefined;
  #waiting: T[] = [];
  #handed = Number.NEGATIVE_INFINITY;
  #pressed = Number.NEGATIVE_INFINITY;
  #painted = true;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param join what two that wait one behind the other are together; undefined where they are handed on one by one */
  constructor(take: (each: T) => void, join: (one: T, next: T) => T | undefined = () => undefined) {
    this.#take = take;
    this.#join = join;
    for (const kind of strokes) addEventListener(kind, this.#stroke, { capture: true, passive: true });
    for (const kind of turns) addEventListener(kind, this.#turn, { capture: true, passive: true });
  }

  /** Takes something up, to be handed on now or in a moment. */
  add(each: T): void {
    const last = this.#waiting.at(-1);
    const joined = last && this.#join(last, each);
    if (joined) this.#waiting[this.#waiting.length - 1] = joined;
    else this.#waiting.push(each);
    const since = performance.now() - this.#pressed;
    if (since > typing || (since < respite && this.#isTime)) this.now();
    else this.#timer ??= setTimeout(this.#late, most);
  }

  /** Hands on what waits. */
  now(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.length > 0) this.#handed = performance.now();
    for (let each = this.#waiting.shift(); each !== undefined; each = this.#waiting.shift()) this.#take(each);
  }

  /** Lets go of what waits. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
  }

  /** Hands nothing on any more. */
  close(): void {
    this.clear();
    for (const kind of strokes) removeEventListener(kind, this.#stroke, { capture: true });
    for (const kind of turns) removeEventListener(kind, this.#turn, { capture: true });
  }

  readonly #stroke = (event: Event): void => {
    if (event.type === 'keydown' && !types(event)) {
      this.#turn();
      return;
    }
    this.#pressed = performance.now();
    if (!this.#painted) return;
    this.#painted = false;
    // The next frame shows what the key does. When it is on its way to the screen there is time until the next key.
    requestAnimationFrame(() =>
      whenIdle(() => {
        this.#painted = true;
        if (this.#isTime) this.now();
      }, most),
    );
  };

  /** It has waited for long enough. In the midst of typing it goes in behind the next key, and not before it. */
  readonly #late = (): void => {
    if (performance.now() - this.#pressed >= soon) this.now();
    else {
      this.#handed = Number.NEGATIVE_INFINITY;
      this.#timer = setTimeout(() => this.now(), soon);
    }
  };

  /** Whether the last key is on the screen, and what was handed on before it is long enough ago. */
  get #isTime(): boolean {
    return this.#painted && performance.now() - this.#handed >= rest;
  }

  /** Whoever types turns to something else, which is done to the letter as it is. */
  readonly #turn = (): void => {
    this.#pressed = Number.NEGATIVE_INFINITY;
    this.now();
  };
}

/** What types: a key, and what writes without one, as dictation. */
const strokes = ['keydown', 'beforeinput'] as const;

/** What is no typing. */
const turns = ['pointerdown', 'blur'] as const;

/** Whether a key writes or deletes by itself; one that moves, or does something of the desk's, is no typing. */
function types(
  event: Event & { readonly key?: string; readonly ctrlKey?: boolean; readonly metaKey?: boolean },
) {
  const { key = '', ctrlKey, metaKey } = event;
  return !ctrlKey && !metaKey && ([...key].length === 1 || ['Backspace', 'Delete', 'Enter'].includes(key));
}
