import { align } from './align.js';
import { alignWords } from './align-words.js';
import { wordsOf } from './words.js';

/** A piece of a text compared with another: both have it, or only the one, or only the other. */
export interface TextPiece {
  readonly kind: 'same' | 'deleted' | 'inserted';
  readonly text: string;
}

/**
 * Compares two texts line by line, and lines that have changed word by word. The `same` and `deleted` pieces, joined, are
 * the one text; the `same` and `inserted` ones the other. A deleted piece stands before what was put in its place.
 */
export function compareLines(one: string, other: string): TextPiece[] {
  const lines = linesOf(one);
  const otherLines = linesOf(other);
  const pieces: TextPiece[] = [];
  for (const { same, from, to, otherFrom, otherTo } of align(lines, otherLines)) {
    const text = lines.slice(from, to).join('');
    const otherText = otherLines.slice(otherFrom, otherTo).join('');
    if (same) add(pieces, 'same', text);
    else compareText(pieces, text, otherText);
  }
  return pieces;
}

/** Lines with their line ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

function compareText(pieces: TextPiece[], one: string, other: string): void {
  const words = wordsOf(one);
  const otherWords = wordsOf(other);
  const joined = (of: typeof words, from: number, to: number) =>
    of
      .slice(from, to)
      .map(({ text }) => text)
      .join('');
  for (const { same, from, to, otherFrom, otherTo } of alignWords(words, otherWords)) {
    if (same) add(pieces, 'same', joined(words, from, to));
    else {
      add(pieces, 'deleted', joined(words, from, to));
      add(pieces, 'inserted', joined(otherWords, otherFrom, otherTo));
    }
  }
}

function add(pieces: TextPiece[], kind: TextPiece['kind'], text: string): void {
  const last = pieces.at(-1);
  if (text === '') return;
  if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text };
  else pieces.push({ kind, text });
}
