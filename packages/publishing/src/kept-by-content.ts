/** What was made lately, by what it was made of. What was wanted longest ago is let go when there is too much. */
export class KeptByContent<Made> {
  readonly #most: number;
  readonly #sizeOf: (made: Made) => number;
  readonly #kept = new Map<string, Made>();
  #size = 0;

  /**
   * @param most how much is kept at most, as `sizeOf` counts
   */
  constructor(most: number, sizeOf: (made: Made) => number) {
    this.#most = most;
    this.#sizeOf = sizeOf;
  }

  /**
   * What is kept, or else is made now.
   *
   * @param key of all that it is made of
   */
  of(key: string, make: () => Made): Made {
    const before = this.#kept.get(key);
    const made = before ?? make();
    if (before) this.#kept.delete(key);
    else this.#size += this.#sizeOf(made);
    this.#kept.set(key, made);
    for (const [oldest, old] of this.#kept) {
      if (this.#size <= this.#most || oldest === key) break;
      this.#kept.delete(oldest);
      this.#size -= this.#sizeOf(old);
    }
    return made;
  }
}
