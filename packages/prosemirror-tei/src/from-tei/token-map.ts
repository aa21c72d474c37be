/**
 * The flat map: one range of the source for each token of the document (a UTF-16 unit of text, a leaf, an opening or a
 * closing), in order. `starts[p]` to `ends[p]` is what stands in the source for the token at position `p`. Between
 * the ranges stand the tags of marks and white space that the document hides, and nothing else.
 */
export interface TokenMap {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** A {@link TokenMap} while it is being made. */
export class GrowingTokenMap {
  #starts = new Int32Array(4096);
  #ends = new Int32Array(4096);
  size = 0;

  push(start: number, end: number): void {
    if (this.size === this.#starts.length) this.#grow();
    this.#starts[this.size] = start;
    this.#ends[this.size] = end;
    this.size += 1;
  }

  /** Sets an opening that was pushed before its place was known. */
  set(index: number, start: number, end: number): void {
    this.#starts[index] = start;
    this.#ends[index] = end;
  }

  truncate(size: number): void {
    this.size = size;
  }

  finish(): TokenMap {
    return { starts: this.#starts.slice(0, this.size), ends: this.#ends.slice(0, this.size) };
  }

  #grow(): void {
    const wider = (array: Int32Array) => {
      const next = new Int32Array(array.length * 2);
      next.set(array);
      return next;
    };
    this.#starts = wider(this.#starts);
    this.#ends = wider(this.#ends);
  }
}
