import type { ImportReport } from '@chancery/importing';
import { findingLine } from './finding-line.js';

/** The findings of an import, a line each, with what to do. */
export function reportLines(report: ImportReport): string[] {
  return report.findings.map((finding) =>
    findingLine(finding.file, { ...finding, message: `${finding.message} ${finding.advice}` }),
  );
}
