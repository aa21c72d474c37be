import type { Alignable } from './align-words.js';
import type { ReadingBlock, Run } from './reading-block.js';
import { type WordKind, wordsOf } from './words.js';

/** A word of a block with the elements it stands in, or the beginning of a block. */
export interface BlockWord extends Alignable {
  /** The word, divided where the elements around it change. Empty for the beginning of a block. */
  readonly runs: readonly Run[];
  /** The block that begins here. */
  readonly begins?: ReadingBlock;
}

/** The words of a block after its beginning. Beginnings of blocks are the same where the blocks are. */
export function blockWords(block: ReadingBlock): BlockWord[] {
  return [
    { kind: 'object', text: '', key: `begins ${block.id}`, anchor: true, runs: [], begins: block },
    ...textWords(block.runs),
  ];
}

function textWords(runs: readonly Run[]): BlockWord[] {
  const words: BlockWord[] = [];
  let text: Run[] = [];
  const flush = () => {
    words.push(...dividedWords(text));
    text = [];
  };
  for (const run of runs) {
    if (!run.object) {
      text.push(run);
      continue;
    }
    flush();
    words.push(wordOf('object', run.text, [run]));
  }
  flush();
  return words;
}

/** Words may go on from one run into the next: the text is divided as a whole. */
function dividedWords(runs: readonly Run[]): BlockWord[] {
  const words: BlockWord[] = [];
  let index = 0;
  let used = 0;
  for (const { kind, text } of wordsOf(runs.map((run) => run.text).join(''))) {
    const parts: Run[] = [];
    let wanted = text.length;
    while (wanted > 0) {
      const run = runs[index];
      if (!run) break;
      const part = run.text.slice(used, used + wanted);
      if (part !== '') parts.push({ text: part, markup: run.markup });
      wanted -= part.length;
      used += part.length;
      if (used >= run.text.length) {
        index += 1;
        used = 0;
      }
    }
    words.push(wordOf(kind, text, parts));
  }
  return words;
}

function wordOf(kind: WordKind, text: string, runs: readonly Run[]): BlockWord {
  return { kind, text, key: `${kind} ${text}`, runs };
}

/** Runs put together, neighbours under the same elements as one. */
export function joinedRuns(words: readonly BlockWord[]): Run[] {
  const runs: Run[] = [];
  for (const run of words.flatMap((word) => word.runs)) {
    const last = runs.at(-1);
    if (last && !last.object && !run.object && last.markup === run.markup) {
      runs[runs.length - 1] = { ...last, text: last.text + run.text };
    } else runs.push(run);
  }
  return runs;
}
