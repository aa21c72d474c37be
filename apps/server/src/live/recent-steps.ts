import type { Node } from 'prosemirror-model';

/** A stored step, with what it is known again by. */
export interface RecentStep {
  readonly step: unknown;
  readonly clientId: string;
  readonly batch: string;
}

/** Steps that were sent to everybody in one message, and the document before them. */
interface Piece {
  readonly before: Node;
  readonly steps: readonly RecentStep[];
}

/** How many are kept at hand. */
const most = 300;

/**
 * The latest stored steps of an open letter. Where many write at once most batches come a moment too late: putting each of
 * them behind what came first, or telling of it, must not cost the database anything.
 */
export class RecentSteps {
  #pieces: Piece[] = [];
  #version: number;
  #count = 0;

  /** @param version of the letter, none of whose steps are at hand yet */
  constructor(version: number) {
    this.#version = version;
  }

  /** Takes up the steps that follow version `version`, of which `before` is the document. */
  add(version: number, before: Node, steps: readonly RecentStep[]): void {
    if (version !== this.#version) {
      this.#pieces = [];
      this.#count = 0;
    }
    this.#pieces.push({ before, steps });
    this.#version = version + steps.length;
    this.#count += steps.length;
    for (
      let oldest = this.#pieces[0];
      oldest && this.#count > most && this.#pieces.length > 1;
      oldest = this.#pieces[0]
    ) {
      this.#pieces.shift();
      this.#count -= oldest.steps.length;
    }
  }

  /** The steps after a version up to the latest; undefined when they are not all at hand. */
  since(version: number): readonly RecentStep[] | undefined {
    const missing = this.#version - version;
    if (missing < 0 || missing > this.#count) return undefined;
    const steps = this.#pieces.flatMap((piece) => piece.steps);
    return steps.slice(steps.length - missing);
  }

  /** The same, in the pieces in which they were sent; undefined also where the version lies within one. */
  piecesSince(version: number): readonly Piece[] | undefined {
    let missing = this.#version - version;
    let first = this.#pieces.length;
    while (missing > 0 && first > 0) {
      first -= 1;
      missing -= this.#pieces[first]?.steps.length ?? 0;
    }
    return missing === 0 ? this.#pieces.slice(first) : undefined;
  }
}
