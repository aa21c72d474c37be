/** A stored step, with what it is known again by. */
export interface RecentStep {
  readonly step: unknown;
  readonly clientId: string;
  readonly batch: string;
}

/** How many are kept at hand. */
const most = 300;

/**
 * The latest stored steps of an open letter. Where many write at once most batches come a moment too late: telling each of
 * them so must not cost the database anything.
 */
export class RecentSteps {
  #steps: RecentStep[] = [];
  #version: number;

  /** @param version of the letter, none of whose steps are at hand yet */
  constructor(version: number) {
    this.#version = version;
  }

  /** Takes up the steps that follow version `before`. */
  add(before: number, steps: readonly RecentStep[]): void {
    const follows = before === this.#version;
    this.#steps = [...(follows ? this.#steps : []), ...steps].slice(-most);
    this.#version = before + steps.length;
  }

  /** The steps after a version up to the latest; undefined when they are not all at hand. */
  since(version: number): readonly RecentStep[] | undefined {
    const missing = this.#version - version;
    if (missing < 0 || missing > this.#steps.length) return undefined;
    return this.#steps.slice(this.#steps.length - missing);
  }
}
