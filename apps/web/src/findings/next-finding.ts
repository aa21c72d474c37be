import type { PlacedFinding } from './placed-finding.js';

/**
 * The finding to go to from the selection: the next (1) or previous (-1) one in the text, round and round. When the
 * selection still stands at `current`, the way goes on from there, so that several findings of one place are all met.
 */
export function nextFinding(
  findings: readonly PlacedFinding[],
  selection: { from: number },
  current: string | undefined,
  direction: 1 | -1,
): PlacedFinding | undefined {
  const placed = findings
    .filter((finding) => finding.from !== undefined)
    .sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
  const here = placed.findIndex((finding) => finding.key === current);
  const at = placed[here];
  if (at && Math.abs((at.from ?? 0) - selection.from) <= 1)
    return placed[(here + direction + placed.length) % placed.length];
  if (direction === 1) return placed.find((finding) => (finding.from ?? 0) > selection.from) ?? placed[0];
  return placed.findLast((finding) => (finding.from ?? 0) < selection.from) ?? placed.at(-1);
}
