import { schema } from '@chancery/prosemirror-tei';
import { expect, test } from 'vitest';
import { RecentSteps } from './recent-steps.js';

const step = (batch: string) => ({ step: {}, clientId: 'client', batch });
const doc = schema.node('doc', null, []);

test('the steps since a version are at hand, as far as they have been taken up', () => {
  const recent = new RecentSteps(7);
  expect(recent.since(7)).toEqual([]);
  expect(recent.since(6)).toBeUndefined();
  recent.add(7, doc, [step('a'), step('b')]);
  recent.add(9, doc, [step('c')]);
  expect(recent.since(8)).toEqual([step('b'), step('c')]);
  expect(recent.since(10)).toEqual([]);
  expect(recent.since(11)).toBeUndefined();
});

test('they are given in the pieces in which they were sent, from the beginning of one', () => {
  const recent = new RecentSteps(7);
  const [first, second] = [
    { before: doc, steps: [step('a'), step('b')] },
    { before: doc, steps: [step('c')] },
  ];
  recent.add(7, first.before, first.steps);
  recent.add(9, second.before, second.steps);
  expect(recent.piecesSince(7)).toEqual([first, second]);
  expect(recent.piecesSince(8)).toBeUndefined();
  expect(recent.piecesSince(9)).toEqual([second]);
  expect(recent.piecesSince(10)).toEqual([]);
  expect(recent.piecesSince(6)).toBeUndefined();
  expect(recent.piecesSince(11)).toBeUndefined();
});

test('after a gap only what follows it is at hand, and only so much', () => {
  const recent = new RecentSteps(0);
  recent.add(0, doc, [step('a')]);
  recent.add(5, doc, [step('b')]);
  expect(recent.since(5)).toEqual([step('b')]);
  expect(recent.since(0)).toBeUndefined();
  for (let version = 6; version < 1_006; version += 10)
    recent.add(
      version,
      doc,
      Array.from({ length: 10 }, (_, n) => step(`${version + n}`)),
    );
  expect(recent.since(1_000)).toHaveLength(6);
  expect(recent.since(600)).toBeUndefined();
});
