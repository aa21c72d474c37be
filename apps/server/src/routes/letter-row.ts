import { calendarDate } from '@chancery/tei';
import { isStage } from '@chancery/workflow';
import type { LetterRow } from '../contract/letter.js';
import { storedMetadata } from '../editions/stored-metadata.js';
import type { InVolume } from './in-volume-order.js';

/** What the calendar needs of a stored letter: everything but its texts. */
export const rowColumns = {
  id: true,
  name: true,
  path: true,
  kind: true,
  position: true,
  stage: true,
  metadata: true,
  errorCount: true,
  warningCount: true,
  version: true,
  updatedAt: true,
} as const;

interface StoredRow {
  id: string;
  name: string;
  path: string;
  kind: string;
  position: number;
  stage: string;
  metadata: unknown;
  errorCount: number | null;
  warningCount: number | null;
  version: number;
  updatedAt: Date;
  /** What its volume says of it, where that was asked. */
  inVolume?: InVolume;
  /** How many of its references lead nowhere, where that was asked. */
  deadReferences?: number;
}

/** The line of the calendar for a stored letter. */
export function letterRowOf(stored: StoredRow): LetterRow {
  const { letter, volume } = storedMetadata(stored.metadata);
  const number = stored.inVolume ? stored.inVolume.number : letter.number;
  return {
    id: stored.id,
    name: stored.name,
    path: stored.path,
    kind: stored.kind,
    position: stored.position,
    number: number ? { text: number.text, supplied: number.supplied } : null,
    enclosedIn: stored.inVolume?.enclosedIn ?? null,
    title: {
      text: volume?.title ?? letter.title?.text ?? letter.headerTitle ?? stored.id,
      supplied: letter.title?.supplied ?? false,
    },
    dates: [...letter.dates],
    date: calendarDate(letter.dates, stored.inVolume?.dateOrder) ?? null,
    senders: [...letter.senders],
    addressees: [...letter.addressees],
    intermediaries: [...letter.intermediaries],
    textBasis: letter.textBasis ?? null,
    language: letter.language ?? null,
    incipit: letter.incipit ?? '',
    stage: isStage(stored.stage) ? stored.stage : 'transcription',
    findings:
      stored.errorCount === null ? null : { errors: stored.errorCount, warnings: stored.warningCount ?? 0 },
    deadReferences: stored.deadReferences ?? 0,
    version: stored.version,
    updatedAt: stored.updatedAt.toISOString(),
  };
}
