import { align } from '@chancery/collation';
import type { RecognizedLine } from './recognized-page.js';
import { keyOf, type WordInSource } from './words-in-source.js';

/** Where a line of the picture begins in a text. */
export interface LinePlace {
  /** The word of the text, and the letter of it: more than 0 where the line begins within the word. */
  readonly word: number;
  readonly letter: number;
}

interface Read {
  readonly key: string;
  readonly line: number;
  /** The line that the word goes on in, and by how many of its letters it does not. */
  readonly next?: { readonly line: number; readonly letter: number };
}

/** Whether the last word of a line goes on in the next: where the file says so, or a hyphen does before a small letter. */
export function goesOn(line: RecognizedLine, next: RecognizedLine | undefined): boolean {
  const last = line.words.at(-1)?.text ?? '';
  const first = next?.words[0]?.text ?? '';
  if (last === '' || first === '') return false;
  return line.goesOn === true || (/\p{L}[-‐¬⸗\u00ad]$/u.test(last) && /^\p{Ll}/u.test(first));
}

/** Where the lines begin in a text, by the words that they have in common with it; nothing for a line that has too few. */
export function matchLines(
  lines: readonly RecognizedLine[],
  text: readonly WordInSource[],
): (LinePlace | undefined)[] {
  const read = readWords(lines);
  const pairs = pairsOf(read, text);
  const used = new Set(pairs.values());
  return lines.map((_line, index) => {
    const within = read.findIndex(({ next }) => next?.line === index);
    const first = read.findIndex(({ line }) => line === index);
    const own = read.flatMap((word, at) => (word.line === index ? [at] : []));
    const paired = own.filter((at) => pairs.has(at));
    if (2 * paired.length < own.length || (own.length === 0 && within < 0)) return undefined;
    const begun = within < 0 ? undefined : pairs.get(within);
    const divided = read[within];
    if (begun !== undefined && divided?.next && text[begun]?.key === divided.key)
      return { word: begun, letter: divided.next.letter };
    const [known] = paired;
    if (within >= 0 || known === undefined) return undefined;
    const word = (pairs.get(known) ?? 0) - (known - first);
    for (let before = word; before < (pairs.get(known) ?? 0); before += 1)
      if (before < 0 || used.has(before)) return undefined;
    return { word, letter: 0 };
  });
}

function readWords(lines: readonly RecognizedLine[]): Read[] {
  const read: Read[] = [];
  let begun: { key: string; line: number } | undefined;
  lines.forEach((line, index) => {
    const keys = line.words.map(({ text }) => keyOf(text));
    const divided = goesOn(line, lines[index + 1]);
    keys.forEach((key, at) => {
      if (key === '') return;
      if (begun && at === 0) {
        const letter = Array.from(begun.key).length;
        read.push({ key: begun.key + key, line: begun.line, next: { line: index, letter } });
        begun = undefined;
      } else if (divided && at === keys.length - 1) begun = { key, line: index };
      else read.push({ key, line: index });
    });
  });
  if (begun) read.push(begun);
  return read;
}

/** Which words of the text the words that were read are: the same, or in their place and much like them. */
function pairsOf(read: readonly Read[], text: readonly WordInSource[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const keys = (words: readonly { readonly key: string }[]) => words.map(({ key }) => key);
  for (const { same, from, to, otherFrom, otherTo } of align(keys(read), keys(text))) {
    if (!same && to - from !== otherTo - otherFrom) continue;
    for (let at = from; at < to; at += 1) {
      const other = otherFrom + at - from;
      if (same || alike(read[at]?.key ?? '', text[other]?.key ?? '')) pairs.set(at, other);
    }
  }
  return pairs;
}

/** Whether half of the longer word stands at the beginning and end of the other. */
function alike(one: string, other: string): boolean {
  const most = Math.min(one.length, other.length);
  let first = 0;
  while (first < most && one[first] === other[first]) first += 1;
  let last = 0;
  while (last < most - first && one[one.length - 1 - last] === other[other.length - 1 - last]) last += 1;
  return 2 * (first + last) >= Math.max(one.length, other.length);
}
