import { freeName } from './free-name.js';
import type { ProposedName } from './proposed-document.js';

/** Names in capitals as a title has them, one by one: “F. ROOSEVELT AND W. CHURCHILL”. */
export function namesIn(words: string): string[] {
  return words
    .split(/\s+AND\s+|\s*[,;]\s+(?=\p{Lu})/iu)
    .map((name) => name.trim())
    .filter(Boolean)
    .map(inSmallLetters);
}

/** Words in capitals as a header has them: `J. V. STALIN TO F. ROOSEVELT` → `J. V. Stalin to F. Roosevelt`. */
export function inSmallLetters(words: string): string {
  return words.replace(/\p{L}+/gu, (word) => {
    if (/^(?:TO|AND|OF|THE|FOR|IN|ON|BY|WITH)$/.test(word)) return word.toLowerCase();
    if (word.length === 1 || word !== word.toUpperCase()) return word;
    return (word[0] ?? '') + word.slice(1).toLowerCase();
  });
}

/** The persons of the volume, known by their surnames. */
export class Persons {
  readonly #bySurname = new Map<string, { readonly id: string; name: string }>();
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  /** The person of a name, who is entered if need be. The fullest form that is met stands in the register. */
  person(name: string): ProposedName {
    const surname = surnameOf(name);
    let known = this.#bySurname.get(surname);
    if (!known) {
      const id = freeName(surname || 'person', this.#taken);
      this.#taken.add(id);
      known = { id, name };
      this.#bySurname.set(surname, known);
    } else if (name.length > known.name.length) known.name = name;
    return { name, id: known.id };
  }

  known(name: string): ProposedName | undefined {
    const found = this.#bySurname.get(surnameOf(name));
    return found && { name, id: found.id };
  }

  /** In the order of their names. */
  register(): { id: string; name: string }[] {
    return [...this.#bySurname.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  }
}

function surnameOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[a-z][a-z0-9-]*/g)?.at(-1) ?? '';
}
