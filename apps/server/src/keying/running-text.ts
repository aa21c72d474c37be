import type { RunningText } from '../contract/keying.js';
import type { Difference } from './collate.js';
import type { PlacedWord } from './keyed-words.js';

type Ranges = Pick<Difference, 'ranges'>;

/** How many words of keying A stand in B as well. */
export function agreement(
  words: readonly PlacedWord[],
  differences: readonly Ranges[],
): { agree: number; all: number } {
  const said = words.filter(({ kind }) => kind === 'word');
  const differing = said.filter((word) => placeOf(word, differences) !== null);
  return { agree: said.length - differing.length, all: said.length };
}

/** The running text of keying A, divided where a discrepancy begins or ends. What A has not, and B has, is a place without text. */
export function runningText(words: readonly PlacedWord[], differences: readonly Ranges[]): RunningText[] {
  const stretches: RunningText[] = [];
  const missing = differences.flatMap(({ ranges }, place) =>
    ranges.filter(({ from, to }) => from === to).map(({ from }) => ({ from, place })),
  );
  const add = (text: string, place: number | null) => {
    const last = stretches.at(-1);
    if (last && last.place === place) stretches[stretches.length - 1] = { text: last.text + text, place };
    else stretches.push({ text, place });
  };
  for (const word of words) {
    for (const { from, place } of missing) if (from === word.from) add('', place);
    add(shown(word), placeOf(word, differences));
  }
  return stretches;
}

function placeOf({ from, to }: PlacedWord, differences: readonly Ranges[]): number | null {
  const place = differences.findIndex(({ ranges }) =>
    ranges.some((range) => from >= range.from && to <= range.to && range.from < range.to),
  );
  return place < 0 ? null : place;
}

function shown({ kind, text, name }: PlacedWord): string {
  if (kind !== 'object') return text;
  return name === '' || name === 'lb' ? '' : '\n';
}
