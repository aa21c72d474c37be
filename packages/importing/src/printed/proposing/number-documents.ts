import { readAs } from '../reading/flow.js';
import { readNumber } from '../reading/misread.js';
import type { Context } from './context.js';
import type { ProposedDocument, ProposedNumber } from './proposed-document.js';

/**
 * Gives every document of the series its number. Those that are read without a doubt and rise from one to the next stand fast;
 * the others are judged by their place between them.
 */
export function numberDocuments(documents: readonly ProposedDocument[], context: Context): void {
  const series = documents.filter(({ enclosedIn }) => enclosedIn === undefined);
  const read = series.map(({ number }) => (number ? readNumber(number.written) : undefined));
  const fast = risingRun(read.map((each) => (each && !each.isMisread ? each.value : undefined)));
  let last = 0;
  series.forEach((document, index) => {
    const next = nextFast(fast, index);
    const own = read[index];
    const isFast = fast[index] !== undefined;
    // How many documents, this one included, lie before the next number that stands fast.
    const room = next === undefined ? undefined : next.value - last - (next.index - index);
    const fits = own !== undefined && own.value > last && (next === undefined || own.value < next.value);
    const expected = last + 1;
    if (!document.number)
      supply(document, expected, room === 0 || (room === undefined && last > 0), series, index, context);
    else if (isFast) document.number.value = String(own?.value ?? expected);
    else correct(document, document.number, fits ? (own?.value ?? expected) : expected, context);
    last = Number(document.number?.value ?? expected) || expected;
  });
}

/** Numbers letters that no volume has numbered, in their order. Those that bear numbers keep them. */
export function countLetters(documents: readonly ProposedDocument[], context: Context): void {
  const numbered = documents.filter(({ number }) => number);
  numberDocuments(numbered, context);
  const taken = new Set(numbered.map(({ number }) => number?.value));
  let last = 0;
  for (const document of documents) {
    if (document.number || document.enclosedIn) continue;
    do last += 1;
    while (taken.has(String(last)));
    document.number = { flow: undefined, place: [0, 0], written: '', value: String(last) };
  }
}

/** The longest run of numbers that rises; the others are undefined. */
function risingRun(numbers: readonly (number | undefined)[]): (number | undefined)[] {
  // Patience: `ends[k]` is where the run of length k + 1 ends that ends lowest.
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  numbers.forEach((value, index) => {
    if (value === undefined) return;
    let at = ends.findIndex((end) => (numbers[end] ?? 0) >= value);
    if (at < 0) at = ends.length;
    before[index] = ends[at - 1];
    ends[at] = index;
  });
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before[at]) kept.add(at);
  return numbers.map((value, index) => (kept.has(index) ? value : undefined));
}

function nextFast(
  fast: readonly (number | undefined)[],
  after: number,
): { index: number; value: number } | undefined {
  for (let index = after + 1; index < fast.length; index += 1) {
    const value = fast[index];
    if (value !== undefined) return { index, value };
  }
  return undefined;
}

const form = /^\d{1,4}[a-z]?$/;
const called = 'a number';

function correct(
  document: ProposedDocument,
  number: ProposedNumber,
  proposed: number,
  { doubts }: Context,
): void {
  if (!number.flow) return;
  const isRead = readNumber(number.written)?.value === proposed;
  const { choice, value } = doubts.ask<'correct' | 'keep'>({
    code: isRead ? 'number-misread' : 'number-doubtful',
    line: number.flow.first,
    choices: [
      { choice: 'correct', words: `No. ${proposed}` },
      { choice: 'keep', words: `No. ${number.written}, as it stands` },
    ],
    value: { proposed: String(proposed), form, called },
    why: isRead
      ? `“${number.written}” holds signs that are no figures.`
      : `“${number.written}” does not stand in the order of the numbers; its place is that of ${proposed}.`,
    document,
  });
  number.value = choice === 'keep' ? number.written : (value ?? String(proposed));
  document.number = { ...number, flow: readAs(number.flow, ...number.place, number.value) };
}

function supply(
  document: ProposedDocument,
  expected: number,
  isSure: boolean,
  series: readonly ProposedDocument[],
  index: number,
  { doubts }: Context,
): void {
  const first =
    document.datelines[0]?.flow ??
    document.title?.flow ??
    document.salute ??
    document.body.find((part) => 'flow' in part)?.flow;
  const before = series[index - 1]?.number;
  const after = series[index + 1]?.number;
  const order = [
    before
      ? `It follows No. ${before.flow ? before.value : `[${before.value}]`}`
      : 'It is the first document',
    after ? `and stands before No. ${after.value}` : undefined,
  ].filter(Boolean);
  const evidence = `The number is lost in the source text. ${order.join(' ')}, and the numbers run on in the order of the documents.`;
  const { value } = first
    ? doubts.ask<'supply'>({
        code: 'number-lost',
        line: first.first,
        choices: [{ choice: 'supply', words: `No. [${expected}]` }],
        value: { proposed: String(expected), form, called },
        why: isSure
          ? 'No number stands over this document; its place in the order leaves one.'
          : 'No number stands over this document, and its place in the order leaves several.',
        document,
      })
    : { value: undefined };
  document.number = {
    flow: undefined,
    place: [0, 0],
    written: '',
    value: value ?? String(expected),
    evidence,
  };
}
