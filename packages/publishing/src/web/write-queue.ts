/** Files that are written while the next are made, a bounded number at once. */
export class WriteQueue {
  readonly #write: (path: string, content: string | Uint8Array) => Promise<void>;
  readonly #atMost: number;
  readonly #pending = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | undefined;

  constructor(write: (path: string, content: string | Uint8Array) => Promise<void>, atMost: number) {
    this.#write = write;
    this.#atMost = atMost;
  }

  /**
   * Begins to write a file, after waiting for others where as many as may be are under way.
   *
   * @throws what writing an earlier file failed with.
   */
  async add(path: string, content: string | Uint8Array): Promise<void> {
    while (this.#pending.size >= this.#atMost) await Promise.race(this.#pending);
    this.#check();
    const writing = this.#write(path, content)
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#pending.delete(writing));
    this.#pending.add(writing);
  }

  /** Waits until nothing is being written any more, whether it failed or not: the folder may then be taken away. */
  async settle(): Promise<void> {
    await Promise.all(this.#pending);
  }

  /**
   * Waits until all is written.
   *
   * @throws what writing a file failed with.
   */
  async finish(): Promise<void> {
    await this.settle();
    this.#check();
  }

  #check(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
