/** What must never happen. */
export type FailureKind = 'lost' | 'unequal' | 'invalid' | 'doubled' | 'silent' | 'stuck';

/** In words, for the report. */
const words: Readonly<Record<FailureKind, string>> = {
  lost: 'acknowledged and lost',
  unequal: 'unequal',
  invalid: 'new validation errors',
  doubled: 'doubled',
  silent: 'lost without a word',
  stuck: 'never settled',
};

/** Counts over all rounds. */
export class Tally {
  rounds = 0;
  readonly failures: { kind: FailureKind; what: string }[] = [];
  readonly #acknowledged = new Map<string, number>();
  readonly #told = new Map<string, number>();
  readonly #overtaken = new Set<string>();
  readonly #putBack = new Set<string>();

  fail(kind: FailureKind, what: string): void {
    const known = this.failures.some((failure) => failure.kind === kind && failure.what === what);
    if (!known) this.failures.push({ kind, what });
  }

  acknowledged(letterId: string, steps: number): void {
    this.#acknowledged.set(letterId, steps);
  }

  told(letterId: string, characters: number): void {
    this.#told.set(letterId, characters);
  }

  /** Stored, and then deleted by somebody who had not seen it yet. */
  overtaken(letterId: string, character: string): void {
    this.#overtaken.add(`${letterId} ${character}`);
  }

  /** Taken away by several at once, and put back by each of them. */
  putBack(letterId: string, character: string): void {
    this.#putBack.add(`${letterId} ${character}`);
  }

  /** One line with all counts. */
  get line(): string {
    const sum = (counts: Map<string, number>) => [...counts.values()].reduce((all, each) => all + each, 0);
    const failed = (Object.keys(words) as FailureKind[]).map(
      (kind) => `${this.failures.filter((failure) => failure.kind === kind).length} ${words[kind]}`,
    );
    return [
      `${this.rounds} rounds`,
      `${sum(this.#acknowledged)} steps acknowledged`,
      ...failed,
      `${sum(this.#told)} told to their authors`,
      `${this.#overtaken.size} deleted before they were seen`,
      `${this.#putBack.size} put back by each of several`,
    ].join(', ');
  }
}
