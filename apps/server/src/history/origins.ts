/** A stretch of tokens that one version brought; version 0 is what was imported. */
export interface Origin {
  readonly length: number;
  readonly version: number;
}

/** Which version brought each token of a document: stretches in order, neighbours of different versions. */
export class Origins {
  readonly #stretches: Origin[];
  /** A stretch near the last place asked for, and where it begins: edits follow each other closely. */
  #index = 0;
  #start = 0;

  constructor(stretches: readonly Origin[]) {
    this.#stretches = [...stretches];
  }

  get all(): readonly Origin[] {
    return this.#stretches;
  }

  copy(): Origins {
    return new Origins(this.#stretches);
  }

  /** The origins of the tokens from `from` to `to`. */
  between(from: number, to: number): Origin[] {
    const found: Origin[] = [];
    this.#seek(from);
    let at = this.#start;
    for (let index = this.#index; at < to; index += 1) {
      const stretch = this.#stretches[index];
      if (!stretch) break;
      const length = Math.min(to, at + stretch.length) - Math.max(from, at);
      if (length > 0) found.push({ length, version: stretch.version });
      at += stretch.length;
    }
    return found;
  }

  /** Puts others in the place of the tokens from `from` to `to`. */
  replace(from: number, to: number, others: readonly Origin[]): void {
    this.#seek(from);
    const first = this.#index;
    const before = { length: from - this.#start, version: this.#stretches[first]?.version ?? 0 };
    let end = this.#start;
    let last = first;
    let after = { length: 0, version: 0 };
    while (last < this.#stretches.length && end <= to) {
      const stretch = this.#stretches[last] ?? before;
      end += stretch.length;
      last += 1;
      after = { length: Math.max(0, end - to), version: stretch.version };
      if (end > to) break;
    }
    const previous = this.#stretches[first - 1];
    const next = this.#stretches[last];
    const pieces = joined([previous, before, ...others, after, next]);
    this.#stretches.splice(
      first - (previous ? 1 : 0),
      last - first + (previous ? 1 : 0) + (next ? 1 : 0),
      ...pieces,
    );
    if (previous) this.#start -= previous.length;
    this.#index = first - (previous ? 1 : 0);
  }

  /** Goes to the stretch that holds the token at `place`, or to the end. */
  #seek(place: number): void {
    while (this.#start > place && this.#index > 0) {
      this.#index -= 1;
      this.#start -= this.#stretches[this.#index]?.length ?? 0;
    }
    for (;;) {
      const stretch = this.#stretches[this.#index];
      if (!stretch || this.#start + stretch.length > place) return;
      this.#start += stretch.length;
      this.#index += 1;
    }
  }
}

/** Stretches one behind the other; neighbours of one version become one, and empty ones go. */
export function joined(stretches: readonly (Origin | undefined)[]): Origin[] {
  const all: Origin[] = [];
  for (const stretch of stretches) {
    if (!stretch || stretch.length === 0) continue;
    const last = all.at(-1);
    if (last?.version === stretch.version) {
      all[all.length - 1] = { length: last.length + stretch.length, version: last.version };
    } else all.push(stretch);
  }
  return all;
}

/** How many tokens they are. */
export function lengthOf(origins: readonly Origin[]): number {
  return origins.reduce((sum, { length }) => sum + length, 0);
}

/** The part of some origins from `from` to `to`, counted from their beginning. */
export function cut(origins: readonly Origin[], from: number, to: number): Origin[] {
  return new Origins(origins).between(from, to);
}
