import type { StepJson } from '@chancery/server/api';

/** A step that a server said it has stored. */
export interface Acknowledged {
  readonly version: number;
  readonly clientId: string;
  readonly step: StepJson;
}

/** Characters that nobody types twice: each is one change that can be told from all others. Ideographs and syllables. */
const first = 0x3400;
const last = 0xd7a3;
/** Blocks within that are no letters. */
const gaps: readonly (readonly [number, number])[] = [
  [0x4db6, 0x4e00],
  [0x9ffd, 0xac00],
];

/** The characters of a text that the tests have typed. */
export function typedIn(text: string): string[] {
  return text.match(/[\u3400-\ud7a3]/g) ?? [];
}

/** What was done to one letter, as those who did it remember. */
export class Ledger {
  /** By whom each character was typed. */
  readonly typed = new Map<string, string>();
  /** What somebody deleted who saw it. */
  readonly deleted = new Set<string>();
  /** What the desk said to its author that it was not stored. */
  readonly reported = new Set<string>();
  readonly acknowledged: Acknowledged[] = [];
  #next = first;

  /** So many characters that nobody has typed yet, as one word. */
  word(length: number): string {
    let word = '';
    while (word.length < length) {
      const gap = gaps.find(([from, to]) => this.#next >= from && this.#next < to);
      if (gap) this.#next = gap[1];
      if (this.#next > last) throw new Error('All characters have been typed: take another letter.');
      word += String.fromCodePoint(this.#next);
      this.#next += 1;
    }
    return word;
  }

  /** Somebody changed the text of their window: what is new was typed, what is gone was deleted by somebody who saw it. */
  edited(before: string, after: string, by: string): void {
    const was = new Set(typedIn(before));
    const is = new Set(typedIn(after));
    for (const character of is) if (!was.has(character)) this.typed.set(character, by);
    for (const character of was) if (!is.has(character)) this.deleted.add(character);
  }

  /** The desk told the author that this is not stored. */
  report(text: string): void {
    for (const character of typedIn(text)) this.reported.add(character);
  }
}
