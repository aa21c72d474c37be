import { StepMap } from 'prosemirror-transform';
import type { ChangedRange } from './changed-ranges.js';

/** Who brought tokens: oneself, in the text or in the source, or the step of somebody else with this place among theirs. */
export type Bringer = 'mine' | 'source' | number;

/** Tokens that stand together. */
interface Run {
  /** Which of the two documents has them. */
  readonly side: 'both' | 'one' | 'other';
  /** Undefined for what stood there before. */
  readonly by: Bringer | undefined;
  /** The range of the step that brought them, while the step is being taken. */
  readonly range: number | undefined;
  readonly length: number;
}

/** Tokens with where they stand, or would stand, in either document. */
export interface PlacedRun extends Run {
  readonly at: { readonly one: number; readonly other: number };
}

/** A stretch in which two documents differ. */
export interface Zone {
  readonly one: Stretch;
  readonly other: Stretch;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Which tokens of one document are those of another one. Neither side ever reorders what both have. */
export class Concordance {
  readonly #runs: readonly Run[];

  private constructor(runs: readonly Run[]) {
    this.#runs = runs;
  }

  /** Of a document with itself. */
  static of(size: number): Concordance {
    return new Concordance(size > 0 ? [{ side: 'both', by: undefined, range: undefined, length: size }] : []);
  }

  /** After one side has changed some ranges. */
  changed(which: 'one' | 'other', ranges: readonly ChangedRange[], by: Bringer): Concordance {
    const next: Run[] = [];
    const rest = this.#runs.slice().reverse();
    let at = 0;
    /** Moves what stands before a position; `take` says what becomes of it. */
    const upTo = (to: number, take: (run: Run) => void) => {
      while (at < to) {
        const run = rest.pop();
        if (!run) return;
        const length = has(run, which) ? Math.min(run.length, to - at) : run.length;
        if (length < run.length) rest.push({ ...run, length: run.length - length });
        if (has(run, which)) at += length;
        take({ ...run, length });
      }
    };
    ranges.forEach(({ oldFrom, oldTo, newFrom, newTo, range }) => {
      upTo(oldFrom, (run) => next.push(run));
      // What only the other side has at this place comes after what is brought, unless something is taken away here.
      if (newTo > newFrom)
        next.push({ side: which, by: range === undefined ? undefined : by, range, length: newTo - newFrom });
      upTo(oldTo, (run) => {
        if (run.side === which) return;
        next.push({ ...run, side: which === 'one' ? 'other' : 'one' });
      });
    });
    upTo(Number.POSITIVE_INFINITY, (run) => next.push(run));
    return new Concordance(merged(next));
  }

  /** After a step was taken on both sides: what either has brought is the same. */
  joined(): Concordance {
    const runs = this.#runs.slice();
    for (;;) {
      const first = runs.findIndex((run) => run.range !== undefined && run.side !== 'both');
      const found = runs[first];
      if (!found) break;
      const second = runs.findIndex(
        (run, index) => index > first && run.range === found.range && run.side !== found.side,
      );
      const between = runs.slice(first + 1, second);
      if (second < 0 || between.some(({ side }) => side === 'both')) {
        runs[first] = { ...found, range: undefined };
        continue;
      }
      // What only one side has and what only the other one has may stand in either order.
      const before = between.filter(({ side }) => side !== found.side);
      const after = between.filter(({ side }) => side === found.side);
      const both: Run = { ...found, side: 'both', range: undefined };
      runs.splice(first, second - first + 1, ...before, both, ...after);
    }
    return new Concordance(merged(runs.map((run) => ({ ...run, range: undefined }))));
  }

  get runs(): PlacedRun[] {
    let one = 0;
    let other = 0;
    return this.#runs.map((run) => {
      const placed = { ...run, at: { one, other } };
      if (run.side !== 'other') one += run.length;
      if (run.side !== 'one') other += run.length;
      return placed;
    });
  }

  /** Where the two differ. */
  get zones(): Zone[] {
    const zones: { one: { from: number; to: number }; other: { from: number; to: number } }[] = [];
    let open: (typeof zones)[number] | undefined;
    for (const { side, at, length } of this.runs) {
      if (side === 'both') {
        open = undefined;
        continue;
      }
      if (!open) {
        open = { one: { from: at.one, to: at.one }, other: { from: at.other, to: at.other } };
        zones.push(open);
      }
      open[side].to += length;
    }
    return zones;
  }

  /** Leads from a position of `one` to its position in `other`. */
  get map(): StepMap {
    return new StepMap(
      this.zones.flatMap(({ one, other }) => [one.from, one.to - one.from, other.to - other.from]),
    );
  }
}

function has({ side }: Run, which: 'one' | 'other'): boolean {
  return side === which || side === 'both';
}

function merged(runs: readonly Run[]): Run[] {
  const next: Run[] = [];
  for (const run of runs) {
    const last = next.at(-1);
    if (last && last.side === run.side && last.by === run.by && last.range === run.range)
      next[next.length - 1] = { ...last, length: last.length + run.length };
    else next.push(run);
  }
  return next;
}
