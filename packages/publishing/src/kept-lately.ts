/** For how many folders something is kept: an edition is published into one, or its parts into a few. */
const atMost = 4;

/** What this process knows of the folders that it published into lately. */
export class KeptLately<Value> {
  readonly #kept = new Map<string, Value>();

  get(folder: string): Value | undefined {
    return this.#kept.get(folder);
  }

  set(folder: string, value: Value): void {
    this.#kept.delete(folder);
    this.#kept.set(folder, value);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > atMost && oldest !== undefined) this.#kept.delete(oldest);
  }
}
