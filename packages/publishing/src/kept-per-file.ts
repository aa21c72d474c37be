import type { TeiFile } from './edition-source.js';

/**
 * What was made of files last, kept as long as somebody holds the file: of an edition that the same process publishes again, what
 * nothing has changed of need not be made again.
 */
export class KeptPerFile<Made> {
  readonly #kept = new WeakMap<TeiFile, { readonly key: string; readonly made: Made }>();

  /** @param key of all that it is made of beside the file */
  get(file: TeiFile, key: string): Made | undefined {
    const known = this.#kept.get(file);
    return known?.key === key ? known.made : undefined;
  }

  /** @returns what is now kept */
  set(file: TeiFile, key: string, made: Made): Made {
    this.#kept.set(file, { key, made });
    return made;
  }
}
