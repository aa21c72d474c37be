import type { ReturnedPlan } from '@chancery/server/api';
import { expect, test } from 'vitest';
import { doesAnything, named, outcomeWords, planWords, seriesDifferences } from './return-words.js';

const m = { path: 'series/m.xml', series: 'series.xml' };
const noMoves = { kept: [], leaving: [], putBack: [], stayedOut: [] };
const nothing: ReturnedPlan = {
  faults: [],
  changed: [],
  added: [],
  missing: [],
  ofSeries: noMoves,
  unchanged: 3,
};

test('what would be done is said of each kind of letter', () => {
  const changed = [
    { path: 'letters/a.xml', here: 'as-taken-out' as const },
    { path: 'letters/b.xml', here: 'edited' as const },
    { path: 'letters/d.xml', here: 'as-in-the-files' as const },
  ];
  const plan = { ...nothing, changed, missing: ['letters/c.xml'], ofSeries: { ...noMoves, leaving: [m] } };
  expect(planWords(plan)).toEqual([
    '1 letter that nobody has edited here since will be as in the files, as a revision: a.',
    '1 letter edited here since will get suggestions, and nothing of it is touched: b.',
    'm will leave series.xml.',
    '1 letter not among the files will stay as here: c.',
    '1 letter the same here already: d.',
    '3 files without a change.',
  ]);
  expect([plan, { ...nothing, changed: changed.slice(2) }, nothing].map(doesAnything)).toEqual([
    true,
    false,
    false,
  ]);
});

test('letters that are kept in a series, or stay out, need a decision; they alone are nothing to do', () => {
  const kept = {
    ...nothing,
    ofSeries: { ...noMoves, kept: [m], stayedOut: [{ ...m, path: 'series/k.xml' }] },
  };
  expect(doesAnything(kept)).toBe(false);
  expect(seriesDifferences(kept.ofSeries)).toEqual([{ series: 'series.xml', gone: ['m'], again: ['k'] }]);
});

test('what came of it is said, and that nothing was different', () => {
  const outcome = { ...nothing, brought: [] };
  expect(outcomeWords(outcome)).toEqual(['Nothing was different.']);
  const brought = [
    { path: 'a.xml', outcome: 'taken', suggestions: 0, overtaken: 0 },
    { path: 'b.xml', outcome: 'suggested', suggestions: 3, overtaken: 1 },
    { path: 'c.xml', outcome: 'not-compared', suggestions: 0, overtaken: 0 },
  ] as const;
  expect(outcomeWords({ ...outcome, brought: [...brought], ofSeries: { ...noMoves, putBack: [m] } })).toEqual(
    [
      '1 letter brought up to date: a.',
      '3 suggestions to be decided in 1 letter edited here since: b. The places of 1 of them were edited too.',
      'm came back into series.xml.',
      'To be compared by hand, nothing was done: c.',
    ],
  );
});

test('of many letters the first are named', () => {
  expect(named(Array.from({ length: 14 }, (_, at) => `l/${at}.xml`))).toMatch(/^0, 1, .*, 11 and 2 more$/);
});
