import { describe, expect, it } from 'vitest';
import { nextFinding } from './next-finding.js';
import type { PlacedFinding } from './placed-finding.js';

function finding(key: string, from?: number): PlacedFinding {
  return {
    key,
    code: key,
    severity: 'warning',
    message: key,
    origin: 'schematron',
    path: '',
    line: 1,
    column: 1,
    ...(from === undefined ? {} : { from, to: from + 3 }),
  };
}

const findings = [finding('header'), finding('late', 40), finding('early', 10), finding('also-early', 10)];

describe('nextFinding', () => {
  it('goes on from the caret and round the end', () => {
    expect(nextFinding(findings, { from: 12 }, undefined, 1)?.key).toBe('late');
    expect(nextFinding(findings, { from: 60 }, undefined, 1)?.key).toBe('early');
    expect(nextFinding(findings, { from: 5 }, undefined, -1)?.key).toBe('late');
  });

  it('meets both findings of one place', () => {
    expect(nextFinding(findings, { from: 10 }, 'early', 1)?.key).toBe('also-early');
    expect(nextFinding(findings, { from: 10 }, 'also-early', 1)?.key).toBe('late');
  });

  it('has none to offer where no finding has a place', () => {
    expect(nextFinding([finding('header')], { from: 1 }, undefined, 1)).toBeUndefined();
  });
});
