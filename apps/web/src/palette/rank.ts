/** How well `text` answers what was typed: higher is better, 0 not at all. A word's beginning counts for more. */
export function rank(text: string, typed: string): number {
  const hay = plain(text);
  let score = 1;
  for (const word of plain(typed).split(/\s+/u).filter(Boolean)) {
    const at = hay.indexOf(word);
    if (at === -1) return 0;
    score += at === 0 ? 4 : /[\s.[]/u.test(hay[at - 1] ?? '') ? 3 : 1;
  }
  return score;
}

/**
 * The entries that answer what was typed, the best first, equals in the order given. Whoever types a figure means the document of
 * that number: it stands first.
 */
export function best<Entry extends { words: string; number?: string }>(
  entries: readonly Entry[],
  typed: string,
): Entry[] {
  const words = plain(typed).split(/\s+/u).filter(Boolean);
  const meant = ({ number }: Entry) => Number(number !== undefined && words.includes(plain(number)));
  return entries
    .map((entry) => ({ entry, score: rank(entry.words, typed) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => meant(b.entry) - meant(a.entry) || b.score - a.score)
    .map(({ entry }) => entry);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
