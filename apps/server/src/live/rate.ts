/** A measure that is emptied by use and filled by time: so many at once, so many a second for long. */
export class Rate {
  #left: number;
  #since: number;

  /** @param now a clock in milliseconds that only runs forward */
  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#left = burst;
    this.#since = now();
  }

  /** Takes one; false when there is none left. */
  take(): boolean {
    const now = this.now();
    this.#left = Math.min(this.burst, this.#left + ((now - this.#since) / 1_000) * this.perSecond);
    this.#since = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
