import type { NoteDetail, NoteRow } from '@chancery/server/api';
import type { NoteState } from '@chancery/workflow';
import type { IconName } from '../app/icon.js';

/** The states of a note’s review in the order of the queue, each in words and with its sign. */
export const stateWords: Record<
  NoteState,
  { readonly words: string; readonly icon: IconName; readonly tone: string }
> = {
  'in-review': { words: 'In review', icon: 'half', tone: 'act' },
  'changes-requested': { words: 'Changes requested', icon: 'undo', tone: 'warn' },
  draft: { words: 'Draft', icon: 'pen', tone: 'wait' },
  approved: { words: 'Approved', icon: 'check', tone: 'ok' },
};

export const queueOrder: readonly NoteState[] = ['in-review', 'changes-requested', 'draft', 'approved'];

export const seriesWords: Record<NoteRow['series'], string> = {
  endnote: 'Endnote',
  footnote: 'Page footnote',
  textual: 'Textual note',
};

/** “Endnote 3”. */
export function noteHeading({ series, label }: Pick<NoteRow, 'series' | 'label'>): string {
  return `${seriesWords[series]} ${label}`;
}

type Named = NoteRow['calledIn'][number];

/** A document that calls a note: “No. [5]”, or its title. */
export function documentWords({ number, title }: Pick<Named, 'number' | 'title'>): string {
  return number ? `No. ${figure(number)}` : title;
}

function figure(number: NonNullable<Named['number']>): string {
  return number.supplied ? `[${number.text}]` : number.text;
}

/** “Called 3 times: Nos. 4, [5], [6]”. */
export function calledWords({ callouts, calledIn }: Pick<NoteRow, 'callouts' | 'calledIn'>): string {
  if (callouts === 0) return 'Not called anywhere';
  const times = callouts === 1 ? 'once' : callouts === 2 ? 'twice' : `${callouts} times`;
  const numbers = calledIn.flatMap(({ number }) => (number ? [figure(number)] : []));
  if (numbers.length === 0) return `Called ${times}`;
  const shown = numbers.length > 6 ? [...numbers.slice(0, 6), '…'] : numbers;
  return `Called ${times}: ${numbers.length === 1 ? 'No.' : 'Nos.'} ${shown.join(', ')}`;
}

/** How often a letter calls a note at this moment, which the server may not have yet. */
export interface CalledHere extends Named {
  readonly callouts: number;
}

/** Where a note is called, with what a letter calls of it now in the place of what it did when it was last saved. */
export function calledNow(
  { callouts, calledIn, where }: Pick<NoteDetail, 'callouts' | 'calledIn' | 'where'>,
  { callouts: now, ...here }: CalledHere,
): Pick<NoteRow, 'callouts' | 'calledIn'> {
  const saved = where.filter(({ letterId }) => letterId === here.letterId).length;
  const others = calledIn.filter(({ letterId }) => letterId !== here.letterId);
  const stood = calledIn.findIndex(({ letterId }) => letterId === here.letterId);
  const behind = others.findIndex((each) => placeOf(each) > placeOf(here));
  const place = stood !== -1 ? stood : behind !== -1 ? behind : others.length;
  return {
    callouts: callouts - saved + now,
    calledIn: now > 0 ? others.toSpliced(place, 0, here) : others,
  };
}

/** A document without a number stands before all. */
function placeOf({ number }: Named): number {
  return Number(/\d+/.exec(number?.text ?? '')?.[0] ?? -1);
}

/** What an entry of a note’s history says was done. */
export function doneWords({ kind, version, unread }: NoteDetail['history'][number]): string {
  const words = {
    send: 'Sent to review',
    return: 'Returned',
    approve: 'Approved',
    wording: `Version ${version}`,
  }[kind];
  return kind === 'approve' && unread > 0
    ? `${words}; ${unread} ${unread === 1 ? 'callout' : 'callouts'} not read in context`
    : words;
}
