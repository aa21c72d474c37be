import type { Place } from '@chancery/xml';

/**
 * Lines and columns of one source, for many offsets: the starts of the lines are found once.
 * Counts as `lineAndColumn` of the XML package does.
 */
export class Places {
  readonly #source: string;
  readonly #starts: number[] = [0];

  constructor(source: string) {
    this.#source = source;
    for (let at = 0; at < source.length; at += 1) {
      const code = source.charCodeAt(at);
      if (code === 10 || (code === 13 && source.charCodeAt(at + 1) !== 10)) this.#starts.push(at + 1);
    }
  }

  /** The line and column of an offset, both from 1; columns count Unicode characters. */
  at(offset: number): Place {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const before = this.#source.slice(this.#starts[low] ?? 0, offset);
    return { line: low + 1, column: [...before].length + 1 };
  }

  /** Where a line begins; the end of the source for a line beyond the last. */
  lineStart(line: number): number {
    return this.#starts[line - 1] ?? this.#source.length;
  }
}
