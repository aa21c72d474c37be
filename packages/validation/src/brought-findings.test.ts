import { describe, expect, it } from 'vitest';
import { broughtFindings } from './brought-findings.js';
import type { Finding } from './finding.js';

function finding(path: string, more: Partial<Finding> = {}): Finding {
  return {
    code: 'element-unknown',
    severity: 'error',
    origin: 'relaxng',
    message: 'Message.',
    path,
    line: 1,
    column: 1,
    ...more,
  };
}

describe('broughtFindings', () => {
  it('knows findings again that an edit above them has moved', () => {
    const before = [finding('/TEI/text/p[1]', { line: 3 }), finding('/TEI/text/p[2]', { line: 4 })];
    const after = [finding('/TEI/text/p[2]', { line: 5 }), finding('/TEI/text/p[3]', { line: 6 })];
    expect(broughtFindings(before, after)).toEqual([]);
  });

  it('gives of several alike the one at a place that had none', () => {
    const [old, fresh] = [finding('/TEI/text/p[4]'), finding('/TEI/text/p[2]')];
    expect(broughtFindings([old], [fresh, old])).toEqual([fresh]);
  });

  it('tells apart what was found', () => {
    const [one, two] = [finding('/TEI/p', { found: 'foo' }), finding('/TEI/p', { found: 'bar' })];
    expect(broughtFindings([one], [two])).toEqual([two]);
  });

  it('gives nothing for what was mended', () => {
    expect(broughtFindings([finding('/TEI/p'), finding('/TEI/q')], [finding('/TEI/q')])).toEqual([]);
  });

  it('gives one more of the same', () => {
    const [old, fresh] = [finding('/TEI/p[1]'), finding('/TEI/p[2]', { line: 2 })];
    expect(broughtFindings([old], [old, fresh])).toEqual([fresh]);
  });

  it('knows one mistake again in other words', () => {
    const before = [
      finding('/TEI/p', { code: 'element-misplaced', element: 'p', found: 'p' }),
      finding('/TEI/div', { code: 'text-misplaced', element: 'div', found: 'some' }),
    ];
    const after = [
      finding('/TEI/p[2]', { code: 'element-repeated', element: 'p', found: 'p' }),
      finding('/TEI/div', { code: 'text-misplaced', element: 'div', found: 'some more' }),
    ];
    expect(broughtFindings(before, after)).toEqual([]);
  });

  it('tells a misplaced element from another', () => {
    const before = [finding('/TEI/p', { code: 'element-misplaced', element: 'p', found: 'p' })];
    const after = [finding('/TEI/q', { code: 'element-misplaced', element: 'q', found: 'q' })];
    expect(broughtFindings(before, after)).toEqual(after);
  });
});
