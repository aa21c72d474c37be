import type { PrintedVolume } from '../import-printed-volume.js';
import type { AccountedLine, LineOutcome } from './account-of-lines.js';
import { isOpen } from './open-doubts.js';

/** What an import comes to, in figures. */
export interface PrintedSummary {
  readonly documents: number;
  /** How many of them were sent with another. */
  readonly enclosures: number;
  /** Dates as printed, those that had to be read over, those that the editors gave, and those that nobody could read. */
  readonly dates: Readonly<Record<'as-printed' | 'read-over' | 'decided' | 'unread', number>>;
  readonly lines: Readonly<Record<LineOutcome, number>>;
  readonly doubts: { readonly open: number; readonly decided: number };
  /** Decisions that meet nothing in this source. */
  readonly unmet: number;
}

/** Counts what an import comes to. */
export function summaryOf(
  volume: Omit<PrintedVolume, 'ledger' | 'files'>,
  account: readonly AccountedLine[],
): PrintedSummary {
  const dates = { 'as-printed': 0, 'read-over': 0, decided: 0, unread: 0 };
  for (const document of volume.documents) for (const { certainty } of document.dates) dates[certainty] += 1;
  const lines = { used: 0, excluded: 0, 'in the queue': 0, empty: 0 };
  for (const { outcome } of account) lines[outcome] += 1;
  const open = volume.queue.filter(isOpen).length;
  return {
    documents: volume.documents.length,
    enclosures: volume.documents.filter(({ enclosedIn }) => enclosedIn !== undefined).length,
    dates,
    lines,
    doubts: { open, decided: volume.queue.length - open },
    unmet: volume.unmet.length,
  };
}
