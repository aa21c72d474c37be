import type { Step } from 'prosemirror-transform';

interface Segment {
  /** Position in the document before the steps, or -1 for what the steps brought. */
  readonly old: number;
  readonly length: number;
}

/** Where each token of the document after some steps stood before them. */
export class Alignment {
  #segments: readonly Segment[];

  constructor(size: number) {
    this.#segments = [{ old: 0, length: size }];
  }

  add(step: Step): void {
    const next: Segment[] = [];
    let at = 0;
    step.getMap().forEach((oldStart, oldEnd, newStart, newEnd) => {
      next.push(...this.#cut(at, oldStart));
      if (newEnd > newStart) next.push({ old: -1, length: newEnd - newStart });
      at = oldEnd;
    });
    if (at === 0 && next.length === 0) return;
    next.push(...this.#cut(at, Number.POSITIVE_INFINITY));
    this.#segments = next;
  }

  /** The former position of the token now at `position`, or -1. */
  before(position: number): number {
    let start = 0;
    for (const { old, length } of this.#segments) {
      if (position < start + length) return old < 0 ? -1 : old + position - start;
      start += length;
    }
    return -1;
  }

  #cut(from: number, to: number): Segment[] {
    const cut: Segment[] = [];
    let start = 0;
    for (const { old, length } of this.#segments) {
      const first = Math.max(from, start);
      const last = Math.min(to, start + length);
      if (first < last) cut.push({ old: old < 0 ? -1 : old + first - start, length: last - first });
      start += length;
    }
    return cut;
  }
}
