import { isIllegalAt } from './reading/illegal-character.js';
import type { SourceLine } from './reading/source-line.js';

/** What became of a stretch of the source within one line. */
export interface LedgerEntry {
  /** Counted from 1. */
  readonly line: number;
  /** In UTF-16 units of the source. */
  readonly start: number;
  readonly end: number;
  readonly fate:
    | { readonly kind: 'used'; readonly file: string; readonly part: string; readonly as?: string }
    | { readonly kind: 'excluded'; readonly reason: string }
    | { readonly kind: 'queued'; readonly entry: string };
}

export type Fate = LedgerEntry['fate'];

/** A bug of the importer: a character of the source would stand twice in what it writes. */
export class UsedTwice extends Error {
  override readonly name = 'UsedTwice';
}

/** Keeps account of every character of a source while the letters are written. */
export class LedgerBuilder {
  readonly #fates: Int32Array;
  readonly #table: Fate[] = [];
  readonly #known = new Map<string, number>();

  constructor(private readonly source: string) {
    this.#fates = new Int32Array(source.length);
  }

  /** The characters at these offsets stand in a part of a file; `as` where they do so as other words, or as a sign that is generated. */
  use(offsets: Int32Array, file: string, part: string, as?: string): void {
    const fate = this.#fate(
      { kind: 'used', file, part, ...(as === undefined ? {} : { as }) },
      as !== undefined,
    );
    for (let index = 0; index < offsets.length; index += 1) {
      const offset = offsets[index] ?? 0;
      const before = this.#table[(this.#fates[offset] ?? 0) - 1];
      if (before?.kind === 'used')
        throw new UsedTwice(
          `Character ${offset} of the source (“${this.source.slice(offset, offset + 20)}”) stands in ${before.file} and in ${file}.`,
        );
      this.#fates[offset] = fate;
    }
  }

  exclude(start: number, end: number, reason: string): void {
    this.#fates.fill(this.#fate({ kind: 'excluded', reason }), start, end);
  }

  leave(start: number, end: number, entry: string): void {
    this.#fates.fill(this.#fate({ kind: 'queued', entry }), start, end);
  }

  /** Stretches of words that nobody has accounted for. */
  open(lines: readonly SourceLine[]): { line: SourceLine; start: number; end: number }[] {
    return lines.flatMap((line) => {
      const isOpen = (at: number) => this.#fates[at] === 0 && /\S/.test(this.source[at] ?? '');
      const [start, end] = [line.at.find(isOpen), line.at.findLast(isOpen)];
      return start === undefined || end === undefined ? [] : [{ line, start, end: end + 1 }];
    });
  }

  /** The account of the whole source, from its first character to its last. */
  close(lines: readonly SourceLine[]): LedgerEntry[] {
    const rest = {
      space: this.#fate({ kind: 'excluded', reason: 'white space or a line end' }),
      sign: this.#fate({ kind: 'excluded', reason: 'a sign of Markdown' }),
      illegal: this.#fate({ kind: 'excluded', reason: 'a character that XML cannot hold' }),
    };
    const entries: LedgerEntry[] = [];
    for (const line of lines) {
      const lineEnd = lines[line.number]?.start ?? this.source.length;
      for (let start = line.start; start < lineEnd; ) {
        const fate = this.#fateAt(start, rest);
        let end = start + 1;
        while (end < lineEnd && this.#fateAt(end, rest) === fate) end += 1;
        const found = this.#table[fate - 1];
        if (found) entries.push({ line: line.number, start, end, fate: found });
        start = end;
      }
    }
    return entries;
  }

  #fateAt(offset: number, rest: { space: number; sign: number; illegal: number }): number {
    const known = this.#fates[offset] ?? 0;
    if (known !== 0) return known;
    if (/[\s\uFEFF]/.test(this.source[offset] ?? '')) return rest.space;
    return isIllegalAt(this.source, offset) ? rest.illegal : rest.sign;
  }

  #fate(fate: Fate, isOfItsOwn = false): number {
    const key = JSON.stringify(fate);
    const known = isOfItsOwn ? undefined : this.#known.get(key);
    if (known !== undefined) return known;
    this.#table.push(fate);
    if (!isOfItsOwn) this.#known.set(key, this.#table.length);
    return this.#table.length;
  }
}
