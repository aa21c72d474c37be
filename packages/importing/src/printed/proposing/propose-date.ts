import { fromEdtf } from '@chancery/tei';
import { type Flow, readAs } from '../reading/flow.js';
import { readPrintedDate } from '../reading/printed-date.js';
import type { Context } from './context.js';
import type { DateLine, ProposedDate } from './proposed-document.js';

/** Reads the date in a line, and asks where it was misread or cannot be read. */
export function proposeDate(
  flow: Flow,
  type: ProposedDate['type'],
  [from, to]: readonly [number, number],
  context: Context,
  document: { readonly id: string } | undefined,
): DateLine {
  const words = flow.text.slice(from, to);
  const read = readPrintedDate(words);
  if (read?.certainty === 'as-printed')
    return { flow, date: { type, from, to, when: read.when, certainty: 'as-printed' } };
  const form = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;
  const called = 'a date such as 1941-08-04';
  if (read) {
    const { choice, value } = context.doubts.ask<'correct' | 'keep'>({
      code: 'date-misread',
      line: flow.first,
      choices: [
        { choice: 'correct', words: `${read.words} (${read.when})` },
        { choice: 'keep', words: `“${words}” as it stands, dated ${read.when}` },
      ],
      value: { proposed: read.when, form, called },
      why: `“${words}” is no date as it stands: some of its signs were taken for others.`,
      document,
    });
    const isDecided = value !== read.when && value !== undefined && isDay(value);
    return {
      flow: choice === 'correct' ? readAs(flow, from, to, read.words) : flow,
      date: {
        type,
        from,
        to,
        when: isDecided ? value : read.when,
        certainty: isDecided ? 'decided' : 'read-over',
      },
    };
  }
  const { value } = context.doubts.ask<'unknown'>({
    code: 'date-unread',
    line: flow.first,
    choices: [{ choice: 'unknown', words: `“${words}”, a date that is not known in figures` }],
    value: { proposed: '', form, called },
    why: `“${words}” could not be read as a date.`,
    document,
  });
  const when = value !== undefined && isDay(value) ? value : undefined;
  return { flow, date: { type, from, to, when, certainty: when ? 'decided' : 'unread' } };
}

function isDay(value: string): boolean {
  if (value === '') return false;
  try {
    return fromEdtf(value).when !== undefined;
  } catch {
    return false;
  }
}
