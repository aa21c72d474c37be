import { isStage } from '@chancery/workflow';
import type { LetterRow } from '../contract/letter.js';
import { storedMetadata } from '../editions/stored-metadata.js';

/** What the calendar needs of a stored letter: everything but its texts. */
export const rowColumns = {
  id: true,
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
  kind: string;
  position: number;
  stage: string;
  metadata: unknown;
  errorCount: number | null;
  warningCount: number | null;
  version: number;
  updatedAt: Date;
}

/** The line of the calendar for a stored letter. */
export function letterRowOf(stored: StoredRow): LetterRow {
  const metadata = storedMetadata(stored.metadata);
  return {
    id: stored.id,
    kind: stored.kind,
    position: stored.position,
    number: metadata.number,
    title: metadata.title,
    dates: metadata.dates,
    correspondents: metadata.correspondents,
    incipit: metadata.incipit,
    stage: isStage(stored.stage) ? stored.stage : 'transcription',
    findings:
      stored.errorCount === null ? null : { errors: stored.errorCount, warnings: stored.warningCount ?? 0 },
    version: stored.version,
    updatedAt: stored.updatedAt.toISOString(),
  };
}
