import { LRUCache } from 'lru-cache';
import { type Rendering, render } from './render-image.js';

/** Bytes that are kept of what was rendered last. */
const mostBytes = 96 * 1024 * 1024;
/** What is rendered at once. */
const atOnce = 2;
/** Renderings that wait at most. */
const mostWaiting = 200;

/** Too much is asked for at once. */
export class TooManyTiles extends Error {
  override readonly name = 'TooManyTiles';
}

/** Renders parts of pictures, few at once, and keeps what was asked for last. */
export class RenderedTiles {
  readonly #kept = new LRUCache<string, Buffer>({
    maxSize: mostBytes,
    sizeCalculation: ({ byteLength }) => Math.max(1, byteLength),
  });
  readonly #under = new Map<string, Promise<Buffer>>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /**
   * What was planned, of the pyramid in a file.
   *
   * @param key names the content and the plan
   * @throws {TooManyTiles}
   */
  async of(key: string, file: () => Promise<string>, plan: Rendering): Promise<Buffer> {
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const under = this.#under.get(key) ?? this.#make(key, file, plan);
    this.#under.set(key, under);
    return under;
  }

  async #make(key: string, file: () => Promise<string>, plan: Rendering): Promise<Buffer> {
    try {
      if (this.#running >= atOnce) {
        if (this.#waiting.length >= mostWaiting) throw new TooManyTiles('Too many pictures are asked for.');
        await new Promise<void>((turn) => this.#waiting.push(turn));
      }
      this.#running += 1;
      try {
        const made = await render(await file(), plan);
        this.#kept.set(key, made);
        return made;
      } finally {
        this.#running -= 1;
        this.#waiting.shift()?.();
      }
    } finally {
      this.#under.delete(key);
    }
  }
}
