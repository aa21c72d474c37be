const small = new Set(['to', 'and', 'of', 'the', 'by', 'in', 'on', 'from']);

/**
 * A title that the volume prints in capitals, set as the calendar sets it: “J. V. STALIN TO F. ROOSEVELT” becomes
 * “J. V. Stalin to F. Roosevelt”. A title that already has small letters is left alone.
 */
export function titleCase(title: string): string {
  if (/\p{Ll}/u.test(title)) return title;
  const lowered = title.toLowerCase();
  return lowered.replace(/[\p{L}]+(?:’[\p{L}]+)?/gu, (word: string, at: number) => {
    if (at > 0 && small.has(word) && lowered[at + word.length] !== '.') return word;
    return word.charAt(0).toUpperCase() + word.slice(1);
  });
}
