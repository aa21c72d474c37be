const small = new Set(['a', 'and', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'the', 'to', 'under']);

/** Sets every word of two or more capitals as a title sets it: “FOREIGN LANGUAGES Moscow” becomes “Foreign Languages Moscow”. */
export function withoutCapitals(text: string): string {
  return text.replace(/\p{Lu}{2,}(?:['’]\p{Lu}+)*/gu, (word: string, at: number) => {
    const lower = word.toLowerCase();
    return at > 0 && small.has(lower) ? lower : word.charAt(0) + lower.slice(1);
  });
}

/**
 * A title that the volume prints in capitals, set as the calendar sets it: “J. V. STALIN TO F. ROOSEVELT” becomes
 * “J. V. Stalin to F. Roosevelt”. What follows the capitals in small letters (“Handed to A. Y. Vyshinsky”) is left out;
 * a title that begins with small letters is left alone.
 */
export function titleCase(title: string): string {
  const words = title.split(/\s+/u);
  const firstSmall = words.findIndex((word) => /\p{Ll}/u.test(word));
  const capitals = firstSmall === -1 ? words : words.slice(0, firstSmall);
  return capitals.some((word) => /\p{Lu}{2}/u.test(word)) ? withoutCapitals(capitals.join(' ')) : title;
}
