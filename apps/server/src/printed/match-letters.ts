import type { ImportedFile } from '@chancery/importing';

/** A letter as it stands at the desk, in the order of its volume. */
export interface KnownLetter {
  readonly name: string;
  readonly source: string;
}

/** The letters of a corrected source under the names that they have at the desk. */
export interface MatchedLetters {
  readonly files: readonly ImportedFile[];
  /** Those that may be one of the letters of the desk, or may be new. */
  readonly doubtful: ReadonlySet<string>;
}

/** So much of the words of two texts is the same where they are one letter, whatever name each has. */
const same = 0.6;
/** Less than this is the same where they are surely two. */
const apart = 0.3;

/**
 * Finds the letters of the desk again in a corrected source. The importer names a letter after its writers and its day, so that one
 * whose number or day was corrected bears another name: it is known by its words, and of several that are as alike by its place. Each
 * takes the name of the desk, in its own file and wherever another one refers to it.
 */
export function matchLetters(known: readonly KnownLetter[], files: readonly ImportedFile[]): MatchedLetters {
  const there = known.map((letter, place) => ({ ...letter, place, words: wordsOf(letter.source) }));
  const letters = files
    .filter(({ kind }) => kind === 'letter')
    .map((file, place) => ({ file, place, words: wordsOf(file.source) }));
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (id: string, name: string) => {
    names.set(id, name);
    taken.add(name);
  };
  for (const { file, words } of letters) {
    const own = there.find(({ name }) => name === file.id);
    if (own && likeness(own.words, words) >= same) pair(file.id, own.name);
  }
  const pairs = letters
    .filter(({ file }) => !names.has(file.id))
    .flatMap(({ file, place, words }) =>
      there
        .filter(({ name }) => !taken.has(name))
        .map((letter) => ({
          id: file.id,
          name: letter.name,
          like: likeness(letter.words, words),
          far: Math.abs(letter.place - place),
        })),
    )
    .filter(({ like }) => like >= apart)
    .sort((one, other) => other.like - one.like || one.far - other.far);
  const doubtful = new Set<string>();
  for (const { id, name, like } of pairs) {
    if (names.has(id) || taken.has(name)) continue;
    if (like >= same) pair(id, name);
    else doubtful.add(id);
  }
  // What bears the name of a letter that it is not is given another one.
  const used = new Set([...there.map(({ name }) => name), ...files.map(({ id }) => id)]);
  for (const { file } of letters)
    if (!names.has(file.id) && there.some(({ name }) => name === file.id)) {
      const name = freeName(file.id, used);
      used.add(name);
      names.set(file.id, name);
      if (doubtful.delete(file.id)) doubtful.add(name);
    }
  for (const [id, name] of names) if (id === name) names.delete(id);
  return { files: files.map((file) => renamed(file, names)), doubtful };
}

function freeName(stem: string, used: ReadonlySet<string>): string {
  let name = stem;
  for (let count = 2; used.has(name); count += 1) name = `${stem}-${count}`;
  return name;
}

function renamed(file: ImportedFile, names: ReadonlyMap<string, string>): ImportedFile {
  if (names.size === 0) return file;
  const id = names.get(file.id) ?? file.id;
  const source = file.source
    .replace(/(?<=["/\s])[\w.-]+(?=\.xml["#\s])/g, (name) => names.get(name) ?? name)
    .replace(`xml:id="${file.id}"`, `xml:id="${id}"`);
  const path = file.path.replace(/[^/]+(?=\.xml$)/, (name) => names.get(name) ?? name);
  return { ...file, id, path, source };
}

/** How often each word stands in the text of a letter. */
function wordsOf(source: string): ReadonlyMap<string, number> {
  const text = source.slice(Math.max(0, source.indexOf('<text'))).replace(/<[^>]*>/g, ' ');
  const words = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu))
    words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

/** How much of two texts is the same, from 0 to 1 (Dice’s coefficient of their words). */
function likeness(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const count = (words: ReadonlyMap<string, number>) =>
    [...words.values()].reduce((sum, each) => sum + each, 0);
  let both = 0;
  for (const [word, times] of one) both += Math.min(times, other.get(word) ?? 0);
  const all = count(one) + count(other);
  return all === 0 ? 0 : (2 * both) / all;
}
