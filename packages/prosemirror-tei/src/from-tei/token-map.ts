/**
 * The flat map: one range of the source for each token of the document (a UTF-16 unit of text, a leaf, an opening or a
 * closing), in order. `starts[p]` to `ends[p]` is what stands in the source for the token at position `p`. Between
 * the ranges stand the tags of marks and white space that the document hides, and nothing else.
 */
export interface TokenMap {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

// Reading is synchronous, so one pair of arrays serves all readings; allocating them anew cost half of the time.
let spareStarts = new Int32Array(1 << 14);
let spareEnds = new Int32Array(1 << 14);

/** A {@link TokenMap} while it is being made. One at a time. */
export class GrowingTokenMap {
  size = 0;
  #starts = spareStarts;
  #ends = spareEnds;

  push(start: number, end: number): void {
    if (this.size === this.#starts.length) this.#grow();
    this.#starts[this.size] = start;
    this.#ends[this.size] = end;
    this.size += 1;
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
    spareStarts = this.#starts;
    spareEnds = this.#ends;
  }
}
