import { readSourceLines } from '../printed/reading/read-source-lines.js';
import { emphasized, spanStyles, style } from '../printed/reading/source-line.js';
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

/** What of a look a line in Markdown can say, and how whoever reads the account is told of it. */
const signs: readonly (readonly [keyof Look, number, string])[] = [
  ['italic', style.italic, 'in italics'],
  ['bold', style.bold, 'bold'],
  ['smallCaps', style.smallcaps, 'in small capitals'],
  ['spaced', style.spaced, 'letterspaced'],
  ['underlined', style.underline, 'underlined'],
  ['raised', style.superscript, 'raised'],
  ['lowered', style.subscript, 'lowered'],
];

const every = signs.reduce((sum, [, each]) => sum + each, 0);

/** A line in Markdown, with the looks that could not be written: each way of writing is read again, and the first that is read as it was meant is taken. */
export function markdownOf(line: LineOfWords): { text: string; lost: readonly string[] } {
  const runs = trimmedRuns(line);
  const meant = runs.reduce((sum, run) => sum | styleOf(run), 0);
  const struck = line.some(({ look, text }) => look.struck && text.trim() !== '') ? ['struck through'] : [];
  const ways = [every, every - style.bold, every - style.italic, every - emphasized, style.plain];
  const keep = ways.find((way) => isReadAs(written(runs, way), runs, way)) ?? style.plain;
  const lost = signs.flatMap(([, each, name]) => (meant & each & ~keep ? [name] : []));
  return { text: written(runs, keep), lost: [...lost, ...struck] };
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

/** A callout that was typed by hand is written as one, and not as raised words. */
function styleOf({ look, text }: RunOfWords): number {
  const styles = signs.reduce((sum, [name, each]) => sum + (look[name] ? each : 0), 0);
  return typedCallout.test(text) ? styles & ~style.superscript : styles;
}

function written(runs: readonly RunOfWords[], keep: number): string {
  const text = runs
    .map((run) => {
      const styles = styleOf(run) & keep;
      const sign = '*'.repeat(styles & emphasized);
      const words = `${sign}${run.isCallout ? run.text : escaped(run)}${sign}`;
      const names = [...spanStyles].flatMap(([name, each]) => (styles & each ? [`.${name}`] : []));
      return names.length > 0 ? `[${words}]{${names.join(' ')}}` : words;
    })
    .join('');
  return /^(?:#{1,6}\s|-{3,}\s*$|_{3,}\s*$)/.test(text) ? `\\${text}` : text;
}

function escaped({ text, look }: RunOfWords): string {
  // A bracket is a sign only where a span may begin or end.
  const brackets = styleOf({ text, look }) & ~emphasized ? /[[\]]/g : /\](?=\{\.)/g;
  const words = text.replace(/\\(?=[!-/:-@[-`{-~]|$)|\*/g, '\\$&').replace(brackets, '\\$&');
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
