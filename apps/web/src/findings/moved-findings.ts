import type { Mappable } from 'prosemirror-transform';
import type { PlacedFinding } from './placed-finding.js';

/** Findings where they stand after the document was changed, without those of which the place is gone. */
export function movedFindings(findings: readonly PlacedFinding[], changes: Mappable): PlacedFinding[] {
  return findings.flatMap((finding) => {
    if (finding.from === undefined || finding.to === undefined) return [finding];
    const from = changes.map(finding.from, 1);
    const to = changes.map(finding.to, -1);
    return from < to ? [{ ...finding, from, to }] : [];
  });
}
