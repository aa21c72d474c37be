import { expect, test } from 'vitest';
import { RecentSteps } from './recent-steps.js';

const step = (batch: string) => ({ step: {}, clientId: 'client', batch });

test('the steps since a version are at hand, as far as they have been taken up', () => {
  const recent = new RecentSteps(7);
  expect(recent.since(7)).toEqual([]);
  expect(recent.since(6)).toBeUndefined();
  recent.add(7, [step('a'), step('b')]);
  recent.add(9, [step('c')]);
  expect(recent.since(8)).toEqual([step('b'), step('c')]);
  expect(recent.since(10)).toEqual([]);
  expect(recent.since(11)).toBeUndefined();
});

test('after a gap only what follows it is at hand, and only so much', () => {
  const recent = new RecentSteps(0);
  recent.add(0, [step('a')]);
  recent.add(5, [step('b')]);
  expect(recent.since(5)).toEqual([step('b')]);
  expect(recent.since(0)).toBeUndefined();
  recent.add(
    6,
    Array.from({ length: 1_000 }, (_, n) => step(`${n}`)),
  );
  expect(recent.since(1_000)).toHaveLength(6);
  expect(recent.since(6)).toBeUndefined();
});
