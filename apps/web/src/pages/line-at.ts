import type { LetterPagesAnswer } from '@chancery/server/api';

type Line = LetterPagesAnswer['lines'][number];

/** So many letters before the caret, or behind it, are looked for, the more telling first. */
const telling = [60, 30, 12];

/** Letters and figures only, without regard to capitals: setting changes quotes, dashes, spaces and divided words. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The words of the pages, as they are looked through, with the place where each line begins. */
export interface FoldedPages {
  readonly lines: readonly Line[];
  readonly starts: readonly number[];
  readonly printed: string;
}

/** Made once for pages that the caret moves about in. */
export function foldPages(lines: readonly Line[]): FoldedPages {
  const starts: number[] = [];
  let printed = '';
  for (const { text } of lines) {
    starts.push(printed.length);
    printed += fold(text);
  }
  return { lines, starts, printed };
}

/**
 * The line of the pages on which the caret’s place stands: where the words before it are, or else those behind it. What was
 * just typed is not on the pages yet.
 *
 * @param before the text of the caret’s block up to it
 * @param after the text of that block behind it
 */
export function lineAt(
  { lines, starts, printed }: FoldedPages,
  before: string,
  after: string,
): Line | undefined {
  const at = (index: number) => lines[starts.findLastIndex((start) => start <= index)];
  const [left, right] = [fold(before), fold(after)];
  for (const length of telling) {
    if (left.length >= Math.min(length, 8)) {
      const found = printed.indexOf(left.slice(-length));
      if (found >= 0) return at(found + Math.min(length, left.length) - 1);
    }
    if (right.length >= Math.min(length, 8)) {
      const found = printed.indexOf(right.slice(0, length));
      if (found >= 0) return at(found);
    }
  }
  return undefined;
}
