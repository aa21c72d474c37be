import { counted } from '../letters/counted.js';
import type { FindingsState } from './findings-link.js';
import type { PlacedFinding } from './placed-finding.js';

/** What the findings come to, in a sentence. */
export function findingsSummary(findings: readonly PlacedFinding[], kind: FindingsState['kind']): string {
  if (kind === 'waiting') return 'The letter is being checked.';
  if (kind === 'failed') return 'The last check could not be made. The text is not touched by that.';
  if (findings.length === 0) return 'No findings. The letter keeps to the edition’s grammar and rules.';
  const errors = findings.filter((each) => each.severity === 'error').length;
  const warnings = findings.filter((each) => each.severity === 'warning').length;
  const remarks = findings.length - errors - warnings;
  return [
    errors > 0 ? counted(errors, 'error') : 'No errors',
    warnings > 0 ? counted(warnings, 'warning') : '',
    remarks > 0 ? counted(remarks, 'remark') : '',
  ]
    .filter(Boolean)
    .join(', ')
    .concat(brought(findings), '.');
}

/** How many of the errors editing has brought, where some were there before. */
function brought(findings: readonly PlacedFinding[]): string {
  const errors = findings.filter((each) => each.severity === 'error');
  const fresh = errors.filter((each) => each.brought).length;
  return fresh > 0 && fresh < errors.length
    ? `; ${counted(fresh, 'error')} new since the letter was opened`
    : '';
}
