import { readSourceLines } from '../printed/reading/read-source-lines.js';
import { style } from '../printed/reading/source-line.js';
import type { Look } from './written-document.js';

/** Words that look the same. */
export interface RunOfWords {
  readonly text: string;
  readonly look: Look;
  /** It is the sign of a callout, or the label of a note, and is written as it is. */
  readonly isCallout?: boolean;
}

export type LineOfWords = readonly RunOfWords[];

export function plainOf(line: LineOfWords): string {
  return line.map(({ text }) => text).join('');
}

/** What a callout that was typed by hand and raised looks like. */
const typedCallout = /^(?:\d{1,3}|\*{1,3}|†)$/;

/** A line in Markdown, with the looks that could not be written: each way of writing is read again, and the first that is read as it was meant is taken. */
export function markdownOf(line: LineOfWords): { text: string; lost: readonly string[] } {
  const runs = trimmedRuns(line);
  const raisedWords = runs.some(({ look, text }) => look.raised && !typedCallout.test(text.trim()));
  const lost = raisedWords ? ['raised'] : [];
  const ways: readonly { keep: number; lost: readonly string[] }[] = [
    { keep: style.italic + style.bold, lost: [] },
    { keep: style.italic, lost: ['bold'] },
    { keep: style.bold, lost: ['in italics'] },
  ];
  for (const way of ways) {
    const text = written(runs, way.keep);
    if (isReadAs(text, runs, way.keep)) return { text, lost: [...lost, ...way.lost] };
  }
  return { text: written(runs, style.plain), lost: [...lost, 'in italics', 'bold'] };
}

/** Without white space at the borders of the line, nor within emphasis at its borders. */
function trimmedRuns(line: LineOfWords): RunOfWords[] {
  const runs = line
    .filter(({ text }) => text !== '')
    .flatMap((run): RunOfWords[] => {
      const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(run.text) ?? [];
      const space = (text: string): RunOfWords[] => (text === '' ? [] : [{ text, look: {} }]);
      return words === '' ? space(run.text) : [...space(before), { ...run, text: words }, ...space(after)];
    });
  while (runs[0]?.text.trim() === '') runs.shift();
  while (runs.at(-1)?.text.trim() === '') runs.pop();
  return withSpaceWithin(runs);
}

/** A space between two runs of one look belongs to it. */
function withSpaceWithin(runs: readonly RunOfWords[]): RunOfWords[] {
  const joined: RunOfWords[] = [];
  runs.forEach((run, index) => {
    const [before, after] = [joined.at(-1), runs[index + 1]];
    const isBetween =
      run.text.trim() === '' && before && after && styleOf(before) === styleOf(after) && !before.isCallout;
    const look = isBetween && !after?.isCallout ? before.look : run.look;
    const same = before && !before.isCallout && !run.isCallout && !run.look.raised && !before.look.raised;
    if (same && styleOf(before) === styleOf({ ...run, look }) && before)
      joined.splice(-1, 1, { text: before.text + run.text, look: before.look });
    else joined.push({ ...run, look });
  });
  return joined;
}

function styleOf({ look }: RunOfWords): number {
  return (look.italic ? style.italic : 0) + (look.bold ? style.bold : 0);
}

function written(runs: readonly RunOfWords[], keep: number): string {
  const text = runs
    .map((run) => {
      const sign = '*'.repeat(styleOf(run) & keep);
      return `${sign}${run.isCallout ? run.text : escaped(run)}${sign}`;
    })
    .join('');
  return /^(?:#{1,6}\s|-{3,}\s*$|_{3,}\s*$)/.test(text) ? `\\${text}` : text;
}

function escaped({ text, look }: RunOfWords): string {
  const words = text.replace(/\\(?=[!-/:-@[-`{-~]|$)|\*/g, '\\$&');
  return look.raised && typedCallout.test(text) ? `<sup>${text}</sup>` : words;
}

/** Whether the reader of printed volumes finds in the line the words and the emphasis that were meant. */
function isReadAs(text: string, runs: readonly RunOfWords[], keep: number): boolean {
  const [line, ...more] = readSourceLines(text);
  if (!line || more.length > 0) return false;
  const plain = runs
    .map((run) => (run.look.raised && typedCallout.test(run.text) ? escaped(run) : run.text))
    .join('');
  if (line.plain !== plain) return false;
  let at = 0;
  return runs.every((run) => {
    const length = (run.look.raised && typedCallout.test(run.text) ? escaped(run) : run.text).length;
    const wanted = styleOf(run) & keep;
    const isSo = line.styles.subarray(at, at + length).every((each) => each === wanted);
    at += length;
    return isSo;
  });
}
