import type { RegisterEntry } from '@chancery/tei';

/** How much of the register is offered before anything is typed, of what the words may mean. */
const most = 8;

/**
 * The entries that some words may name, the likeliest first: those of that very name, and those that share the most words with
 * them. Titles and initials say nothing.
 */
export function likelyEntries(
  entries: readonly RegisterEntry[],
  words: string,
): (RegisterEntry & { readonly id: string })[] {
  const wanted = wordsOf(words);
  return entries
    .flatMap(({ id, ...entry }) => {
      if (id === undefined) return [];
      const shared = [...wordsOf(entry.name)].filter((word) => wanted.has(word)).length;
      return shared === 0 ? [] : [{ entry: { id, ...entry }, shared: entry.name === words ? 99 : shared }];
    })
    .sort((one, other) => other.shared - one.shared)
    .slice(0, most)
    .map(({ entry }) => entry);
}

const saysNothing = new Set(['mr', 'mrs', 'miss', 'dr', 'sir', 'lord', 'the', 'of', 'von', 'van', 'de']);

function wordsOf(text: string): Set<string> {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return new Set(plain.match(/[\p{L}\p{N}]{2,}/gu)?.filter((word) => !saysNothing.has(word)));
}
