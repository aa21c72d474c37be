import { expect, test } from 'vitest';
import { inVolumeOrder } from './in-volume-order.js';

const row = (name: string, position: number, metadata: unknown = {}) => ({
  name,
  kind: name === 'volume' ? 'front' : 'letter',
  position,
  metadata,
});
const listing = (...names: string[]) => ({
  letter: {},
  volume: { letters: names.map((id) => ({ id, target: `letters/${id}.xml` })) },
});
const order = (rows: ReturnType<typeof row>[]) =>
  inVolumeOrder(rows).map((each) => [each.name, each.position]);

test('letters stand where the volume’s list has them, whatever the order in which they came', () => {
  expect(order([row('a', 0), row('b', 1), row('volume', -1, listing('b', 'a'))])).toEqual([
    ['volume', -1],
    ['b', 0],
    ['a', 1],
  ]);
});

test('letters that the list does not name follow, none is lost', () => {
  expect(order([row('volume', -1, listing('c')), row('a', 0), row('b', 1), row('c', 2)])).toEqual([
    ['volume', -1],
    ['c', 0],
    ['a', 1],
    ['b', 2],
  ]);
});

test('without a volume the order is that in which they came', () => {
  expect(order([row('b', 1), row('a', 0)])).toEqual([
    ['a', 0],
    ['b', 1],
  ]);
});
