import type { AuditRow } from '../contract/audit.js';

const columns = [
  'time',
  'person',
  'person id',
  'action',
  'kind',
  'subject',
  'subject id',
  'letter',
  'details',
] as const;

/**
 * A field of a CSV file (RFC 4180), always in quotes.
 *
 * What a spreadsheet would take for a formula is made plain text by an apostrophe, as OWASP's "CSV Injection" has it:
 * names come from people, and the chief editor opens the file in a spreadsheet.
 */
export function csvField(value: string): string {
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${plain.replaceAll('"', '""')}"`;
}

const line = (fields: readonly string[]) => `${fields.map(csvField).join(',')}\r\n`;

/** The log as a file: what it begins with, and each of its lines. */
export interface LogFile {
  readonly type: string;
  readonly head: string;
  line(row: AuditRow): string;
}

/** Comma-separated, with a byte order mark: without one, spreadsheets misread names that are not English. */
export const csv: LogFile = {
  type: 'text/csv; charset=utf-8; header=present',
  head: `\uFEFF${line(columns)}`,
  line: ({ at, actor, action, subject, letterId, details }) =>
    line([
      at,
      actor.name,
      actor.id ?? '',
      action,
      subject?.kind ?? '',
      subject?.name ?? '',
      subject?.id ?? '',
      letterId ?? '',
      Object.keys(details).length === 0 ? '' : JSON.stringify(details),
    ]),
};

/** One JSON object a line. */
export const jsonLines: LogFile = {
  type: 'text/jsonl; charset=utf-8',
  head: '',
  line: (row) => `${JSON.stringify(row)}\n`,
};
