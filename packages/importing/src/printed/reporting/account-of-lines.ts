import type { PrintedVolume } from '../import-printed-volume.js';
import type { Fate, LedgerEntry } from '../ledger.js';
import { fileSeparator } from '../reading/source-line.js';

/** What a line of the source came to, by the weightiest of its characters. */
export type LineOutcome = 'used' | 'excluded' | 'in the queue' | 'empty';

/** A line of the source with what became of it. */
export interface AccountedLine {
  /** Counted from 1. */
  readonly line: number;
  readonly outcome: LineOutcome;
  /** Where each part of the line is, or why it is nowhere, in its order: `letters/stalin-1941-08-04.xml (paragraph)`. */
  readonly parts: readonly string[];
  /** The line as it stands in the source, without its end. */
  readonly words: string;
}

/**
 * The account of every line of a source. A line of which anything waits in the queue is in the queue; else a line of which
 * anything is used is used.
 */
export function accountOfLines(source: string, { ledger }: Pick<PrintedVolume, 'ledger'>): AccountedLine[] {
  const lines: AccountedLine[] = [];
  for (let first = 0; first < ledger.length; ) {
    let last = first + 1;
    while (ledger[last]?.line === ledger[first]?.line) last += 1;
    lines.push(accountOf(source, ledger.slice(first, last)));
    first = last;
  }
  return lines;
}

function accountOf(source: string, entries: readonly LedgerEntry[]): AccountedLine {
  const words = source.slice(entries[0]?.start, entries.at(-1)?.end).replace(/[\r\n]+$/, '');
  const told = entries.filter(({ start, end }) => /\S/.test(source.slice(start, end)));
  const kinds = new Set(told.map(({ fate }) => fate.kind));
  const outcome = kinds.has('queued')
    ? 'in the queue'
    : kinds.has('used')
      ? 'used'
      : kinds.has('excluded')
        ? 'excluded'
        : 'empty';
  return {
    line: entries[0]?.line ?? 0,
    outcome,
    parts: [...new Set(told.map(({ fate }) => wordsOf(fate, outcome)))],
    words: words.startsWith(fileSeparator) ? words.slice(fileSeparator.length) : words,
  };
}

/** Of a line that is left out as a whole the reason is enough. */
function wordsOf(fate: Fate, outcome: LineOutcome): string {
  switch (fate.kind) {
    case 'used':
      return `${fate.file} (${fate.part}${fate.as === undefined ? '' : fate.as === '' ? ', generated anew' : `, as “${fate.as}”`})`;
    case 'excluded':
      return outcome === 'excluded' ? fate.reason : `left out: ${fate.reason}`;
    case 'queued':
      return `waits for ${fate.entry}`;
  }
}
