/** What a piece of text is for collation: a word, one sign of punctuation, white space between, or a thing that is no text. */
export type WordKind = 'word' | 'punctuation' | 'space' | 'object';

/** One piece of a text. The pieces of a text, joined, are the text. */
export interface Word {
  readonly kind: WordKind;
  readonly text: string;
}

// Letters and figures with their marks; joined by hyphens and apostrophes, figures by their points and commas too.
const pattern =
  /(?<word>[\p{L}\p{N}\p{M}]+(?:(?:['’‐‑-]|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{N}\p{M}]+)*)|(?<space>\s+)|./gsu;

/**
 * Divides a text into words, signs of punctuation and white space: “Mr Beaverbrook’s $1,000” has the words “Mr”,
 * “Beaverbrook’s” and “1,000”. Nothing is folded: upper and lower case, and every kind of space, stay what they are.
 */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(pattern)].map(({ 0: piece, groups }) => ({
    kind: groups?.word !== undefined ? 'word' : groups?.space !== undefined ? 'space' : 'punctuation',
    text: piece,
  }));
}
