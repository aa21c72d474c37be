/** What the scripts of ISO 15924 that stand for several, or for a hand of one, are written in by Unicode. */
const written: Readonly<Record<string, readonly string[]>> = {
  Hans: ['Hani'],
  Hant: ['Hani'],
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hani', 'Hang'],
  Latf: ['Latn'],
  Latg: ['Latn'],
  Cyrs: ['Cyrl'],
};

const known = new Map<string, RegExp | undefined>();

/**
 * The first words of a text that are surely in another script than its language is written in: two words, one after the other, of two
 * letters each at the least. A single sign or word may be a formula, a name or a siglum.
 *
 * @param language a BCP 47 tag; of one that nobody knows nothing is said
 */
export function otherScriptIn(
  text: string,
  language: string,
): { readonly at: number; readonly words: string } | undefined {
  if (!known.has(language)) known.set(language, wordsOutsideOf(language));
  const found = known.get(language)?.exec(text);
  return found ? { at: found.index, words: found[0] } : undefined;
}

function wordsOutsideOf(language: string): RegExp | undefined {
  // No language, many languages, one that is not said, and private codes: any script is theirs.
  if (/^(?:zxx|mul|und|mis|x|i|q[a-t][a-z])(?:-|$)/i.test(language)) return undefined;
  try {
    const { script } = new Intl.Locale(language).maximize();
    if (script === undefined) return undefined;
    const own = (written[script] ?? [script]).map((name) => `\\p{sc=${name}}`).join('');
    // Letters that belong to no one script, such as those that modify others, are in every one.
    const letter = `(?:(?![${own}\\p{sc=Zyyy}\\p{sc=Zinh}])\\p{L}\\p{M}*)`;
    return new RegExp(`${letter}{2,}[^\\p{L}\\p{M}]+${letter}{2,}`, 'u');
  } catch {
    return undefined;
  }
}
