import { readsAs, rowOf } from '@chancery/tei';
import { decodeReference, type XmlElement, type XmlLeaf } from '@chancery/xml';

/** A word of a text, with its place in the source. */
export interface WordInSource {
  readonly key: string;
  /** The offset of each of its letters. */
  readonly offsets: readonly number[];
}

interface Letter {
  readonly value: string;
  readonly offset: number;
}

/** The words of a part of a text as its copy has them: without notes, and of two readings the copy’s. */
export function wordsInSource(source: string, text: XmlElement, from: number, to: number): WordInSource[] {
  const letters: Letter[] = [];
  addLetters(letters, source, text, from, to);
  const words: WordInSource[] = [];
  let word: Letter[] = [];
  const close = () => {
    if (word.length > 0)
      words.push({ key: keyOf(word.map(({ value }) => value).join('')), offsets: offsetsOf(word) });
    word = [];
  };
  for (const letter of letters) {
    if (/[\p{L}\p{N}\p{M}]/u.test(letter.value)) word.push(letter);
    else if (!/['’‐‑-]/u.test(letter.value)) close();
  }
  close();
  return words.filter(({ key }) => key !== '');
}

/** What two words must have in common to be the same: their letters and figures. */
export function keyOf(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}

function offsetsOf(word: readonly Letter[]): number[] {
  // A letter that is longer in lower case would be an exception; all its parts stand at one place.
  return word.flatMap(({ value, offset }) => Array.from(keyOf(value), () => offset));
}

function addLetters(letters: Letter[], source: string, element: XmlElement, from: number, to: number): void {
  for (const child of element.children) {
    if (child.end <= from || child.start >= to) continue;
    if (child.type === 'element') {
      const reads = readsAs(child, 'written');
      const parts = reads === 'space' || (reads === 'words' && isBlock(child));
      if (parts) letters.push({ value: ' ', offset: child.start });
      if (reads === 'words') addLetters(letters, source, child, from, to);
      if (parts) letters.push({ value: ' ', offset: child.end });
    } else if (child.type === 'text' || child.type === 'cdata') addText(letters, source, child, from, to);
  }
}

/** Whether words before and behind an element’s tags are two: not where a phrase begins or ends within one. */
function isBlock({ localName }: XmlElement): boolean {
  const shape = rowOf(localName)?.shape;
  return shape !== 'phrase' && shape !== 'leaf';
}

function addText(letters: Letter[], source: string, text: XmlLeaf, from: number, to: number): void {
  const written = source.slice(text.start, text.end);
  for (const { 0: piece, index } of written.matchAll(/&[^;\s]+;|[\s\S]/gu)) {
    const offset = text.start + index;
    if (offset < from || offset >= to) continue;
    const value = piece.length > 2 && piece.startsWith('&') ? (decodeReference(piece) ?? piece) : piece;
    letters.push({ value, offset });
  }
}
