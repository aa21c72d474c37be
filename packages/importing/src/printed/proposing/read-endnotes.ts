import { type Flow, partOf } from '../reading/flow.js';
import { plainFigures, readNumber } from '../reading/misread.js';
import type { SourceLine } from '../reading/source-line.js';
import type { Context } from './context.js';
import { joinFlows } from './join-lines.js';
import { inQueue, leaveOut, leaveWords, omit, reasonForLeavingOut, wordsOf } from './leave-words.js';
import { readItems } from './read-items.js';

/** A note of the volume's one series. */
export interface ProposedEndnote {
  readonly value: number;
  /** The label as printed; undefined for a note that is called and is not in the source. */
  readonly label: Flow | undefined;
  readonly paragraphs: Flow[];
}

/** How far the labels may run ahead, where notes between are lost or stand elsewhere. */
const farthest = 5;

/** Reads the notes at the end of the volume, in the order of their labels. */
export function readEndnotes(lines: readonly SourceLine[], context: Context): ProposedEndnote[] {
  const notes = new Map<number, ProposedEndnote>();
  let now: ProposedEndnote | undefined;
  let last = 0;
  let page: { kind: 'page'; n: string | undefined } | undefined;
  for (const item of readItems(lines, context, 'notes')) {
    if (item.type === 'page') {
      page = { kind: 'page', n: item.n };
      continue;
    }
    const { flow } = item;
    const label = labelOf(flow, context);
    const isNext = label !== undefined && label.value > last && label.value <= last + farthest;
    const isMissed = label !== undefined && label.value < last && !notes.has(label.value) && !label.isMisread;
    const placing = isMissed ? displaced(flow, label.value, context) : 'note';
    // The page that was turned over before words without a place begins with what comes behind them.
    if (placing === 'nowhere') continue;
    if (label && (isNext || isMissed) && placing === 'note') {
      const text = partOf(flow, label.end);
      now = { value: label.value, label: partOf(flow, 0, label.end), paragraphs: [withPage(text, page)] };
      notes.set(label.value, now);
      if (isNext) last = label.value;
    } else if (!now)
      leaveWords(
        {
          code: 'text-unplaced',
          ...wordsOf(flow),
          as: 'these words stand in no note',
          why: 'They stand before the first note.',
        },
        context,
      );
    else {
      const before = now.paragraphs.at(-1);
      const isCut = before && /[\p{L},;-]$/u.test(before.text) && /^\p{Ll}/u.test(flow.text);
      if (isCut) now.paragraphs.splice(-1, 1, joinFlows(before, flow, page ? [page] : [], context));
      else now.paragraphs.push(withPage(flow, page));
    }
    page = undefined;
  }
  return [...notes.values()].sort((one, other) => one.value - other.value);
}

function withPage(flow: Flow, page: { kind: 'page'; n: string | undefined } | undefined): Flow {
  return page ? { ...flow, marks: [{ ...page, index: 0 }, ...flow.marks] } : flow;
}

function labelOf(
  flow: Flow,
  { rules }: Context,
): { value: number; isMisread: boolean; end: number } | undefined {
  const found = rules.match('endnote', flow.text.slice(0, 40));
  const label = found?.groups?.label;
  if (!found || label === undefined || found.index > 0) return undefined;
  const read = readNumber(plainFigures(label));
  return read && { value: read.value, isMisread: read.isMisread, end: found[0].length };
}

/** Whether a label out of the order begins a note; where not, whether its words go on with the note before it. */
function displaced(flow: Flow, value: number, context: Context): 'note' | 'words' | 'nowhere' {
  const { choice, ...answer } = context.doubts.ask<'note' | 'words' | 'queue' | 'exclude'>({
    code: 'note-displaced',
    line: flow.first,
    choices: [
      { choice: 'note', words: `note ${value}, put into its place` },
      { choice: 'words', words: 'it stays where it stands, as words of the note before it' },
      inQueue,
      leaveOut,
    ],
    value: reasonForLeavingOut,
    why: 'The note stands out of the order of the labels.',
  });
  if (choice === 'note' || choice === 'words') return choice;
  const words = wordsOf(flow);
  if (choice === 'queue') context.leave(words.start, words.end, answer.id);
  else omit(words, answer, context);
  return 'nowhere';
}
