import type { Word } from './words.js';

/** One piece of a keyed text, as far as two keyings may differ in it. */
export interface KeyedWord extends Word {
  /** How it is marked, from the outside in: `p hi@rend=italic`. Words that differ in nothing else differ in their markup. */
  readonly markup: string;
  /** What a thing that is no text is: `p` where a paragraph begins, `lb` where a line does. */
  readonly name?: string;
}

/** Line and page ends are objects within a paragraph; every other object begins a part. */
export function isBeginning({ kind, name }: KeyedWord): boolean {
  return kind === 'object' && !isLineEnd(name);
}

export function isLineEnd(name: string | undefined): boolean {
  return name === 'lb' || name === 'pb' || name === 'cb';
}

/** Words of one keying against words of the other, as indexes. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}
