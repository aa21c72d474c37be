import { type Flow, flowOf, joined, type Mark, partOf } from '../reading/flow.js';
import type { SourceLine } from '../reading/source-line.js';
import type { Context } from './context.js';

/** The lines of a paragraph as one flow: line ends are spaces, words that they divide are whole again. */
export function joinLines(lines: readonly SourceLine[], context: Context): Flow {
  const [first, ...rest] = lines;
  if (!first) throw new TypeError('A paragraph needs a line.');
  return rest.reduce((flow, line) => joinFlows(flow, flowOf([line]), [], context), flowOf([first]));
}

const longestWord = 60;

/** Two stretches of one sentence, with the page that ends between them. A page break stands behind a divided word. */
export function joinFlows(
  one: Flow,
  other: Flow,
  marks: readonly Omit<Mark, 'index'>[],
  context: Context,
): Flow {
  const [, head] = /(\p{L}+)[-¬\u00AD]$/u.exec(one.text.slice(-longestWord)) ?? [];
  const [tail] = /^\p{Ll}+/u.exec(other.text) ?? [];
  const last = one.at.at(-1);
  if (head === undefined || tail === undefined || last === undefined)
    return joined(one, other, { space: true, marks });
  const keepsHyphen = judgeHyphen(head, tail, other.first, context);
  if (!keepsHyphen) context.exclude(last, last + 1, 'a hyphen that divides a word at the end of a line');
  const whole = joined(keepsHyphen ? one : partOf(one, 0, one.text.length - 1), other, {});
  if (marks.length === 0) return whole;
  const wordEnd = whole.text.indexOf(' ', whole.text.length - other.text.length);
  const index = wordEnd < 0 ? whole.text.length : wordEnd + 1;
  return {
    ...whole,
    marks: [...whole.marks, ...marks.map((mark) => ({ ...mark, index }))].sort(
      (before, after) => before.index - after.index,
    ),
  };
}

/** Whether a hyphen at the end of a line belongs to the word: by how the source writes it elsewhere. */
function judgeHyphen(head: string, tail: string, line: SourceLine, { lexicon, doubts }: Context): boolean {
  const count = (word: string) => lexicon().get(word.toLowerCase()) ?? 0;
  const whole = count(head + tail);
  const hyphened = count(`${head}-${tail}`);
  if (whole > 0 && hyphened === 0) return false;
  if (hyphened > 0 && whole === 0) return true;
  // Two words that both stand alone elsewhere are more often a compound than a divided word.
  const isCompound = hyphened > whole || (hyphened === whole && count(head) > 0 && count(tail) > 0);
  const keep = { choice: 'keep', words: `${head}-${tail}` } as const;
  const join = { choice: 'join', words: head + tail } as const;
  const { choice } = doubts.ask<'keep' | 'join'>({
    code: 'hyphen',
    line,
    choices: isCompound ? [keep, join] : [join, keep],
    why:
      whole + hyphened === 0
        ? 'The line before ends with a hyphen, and the word stands nowhere else in the source.'
        : 'The line before ends with a hyphen, and the source has the word both with one and without.',
  });
  return choice === 'keep';
}

/** The words of the source, for judging hyphens: those at which a line ends with one are not counted. */
export function lexiconOf(lines: readonly SourceLine[]): ReadonlyMap<string, number> {
  const lexicon = new Map<string, number>();
  for (const { plain } of lines)
    for (const [word] of plain.matchAll(/\p{L}+(?:-\p{L}+)*(?![\p{L}]|[-¬\u00AD]$)/gu)) {
      const key = word.toLowerCase();
      lexicon.set(key, (lexicon.get(key) ?? 0) + 1);
    }
  return lexicon;
}
