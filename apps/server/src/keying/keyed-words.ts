import { type KeyedWord, wordsOf } from '@chancery/collation';
import { keyedText } from '@chancery/prosemirror-tei';
import type { Node } from 'prosemirror-model';

/** A piece of a keyed letter with its place in the document. */
export interface PlacedWord extends KeyedWord {
  readonly from: number;
  readonly to: number;
}

/** The words of a keyed letter, in order and without gaps between. */
export function keyedWords(doc: Node): readonly PlacedWord[] {
  const words: PlacedWord[] = [];
  for (const piece of keyedText(doc)) {
    const { name, markup } = piece;
    if (piece.kind !== 'text') {
      words.push({ kind: 'object', text: piece.text, name, markup, from: piece.from, to: piece.to });
      continue;
    }
    // What closes before the first word goes with it.
    let from = piece.from;
    let at = piece.to - piece.text.length;
    for (const word of wordsOf(piece.text)) {
      at += word.text.length;
      words.push({ ...word, markup, from, to: at });
      from = at;
    }
  }
  return words;
}
