import type { PrintedAnswer } from '@chancery/server/api';
import { counted } from '../letters/counted.js';

/** A text as it was read by other rules, and as it is read now. */
export interface Reread {
  readonly before: PrintedAnswer;
  readonly now: PrintedAnswer;
}

/** What came of reading a text by other rules, in a sentence. */
export function rereadWords({ before, now }: Reread): string {
  const [was, is] = [before.summary, now.summary];
  const read = 'The text has been read by these rules.';
  if (isSame(before, now))
    return `${read} The letters, their dates and titles, and the doubts are the same as before.`;
  return `${read} ${counted(is.documents, 'letter')} found, ${was.documents} before; ${counted(is.doubts.open, 'doubt')} open, ${was.doubts.open} before.`;
}

/** What came of it in figures: of what, before, now. */
export function rereadRows({ before, now }: Reread): [label: string, before: number, now: number][] {
  const [was, is] = [before.summary, now.summary];
  const datesIn = ({ dates }: PrintedAnswer['summary']) =>
    dates['as-printed'] + dates['read-over'] + dates.decided;
  return [
    ['Letters found', was.documents, is.documents],
    ['Dates read', datesIn(was), datesIn(is)],
    ['Doubts open', was.doubts.open, is.doubts.open],
    ['Doubts decided', was.doubts.decided, is.doubts.decided],
    ['Lines used', was.lines.used, is.lines.used],
    ['Lines left out', was.lines.excluded, is.lines.excluded],
    ['Lines without a place yet', was.lines['in the queue'], is.lines['in the queue']],
    ['Decisions that meet nothing', was.unmet, is.unmet],
  ];
}

function isSame(before: PrintedAnswer, now: PrintedAnswer): boolean {
  const read = ({ summary, documents, queue }: PrintedAnswer) =>
    JSON.stringify([summary, documents, queue.map(({ id }) => id)]);
  return read(before) === read(now);
}
