/** A word as it is looked up: without accents, in small letters. It holds letters and figures only. */
export type Word = string;

const wordAt = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** Text without accents, in small letters. */
function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** The words of a text, in order. What stands between letters and figures parts them. */
export function wordsOf(text: string): Word[] {
  return (text.match(wordAt) ?? []).map(bare);
}
