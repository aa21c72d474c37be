import { lineAndColumn } from '@chancery/xml';
import type { ImportFinding } from './import-report.js';
import type { ReadFile } from './read-tei-file.js';

type Said = Pick<ImportFinding, 'code' | 'severity' | 'message' | 'advice' | 'found'>;

/** A finding at an offset of a file that was read. */
export function inFile({ file }: Pick<ReadFile, 'file'>, offset: number, said: Said): ImportFinding {
  const at = Math.max(0, offset);
  return {
    file: file.path,
    origin: 'editorial',
    path: '',
    offset: at,
    ...lineAndColumn(file.source, at),
    ...said,
  };
}
