import { expect, it } from 'vitest';
import { cropOf, edgesOf } from './crop-edges.js';

const leaf = { width: 2_000, height: 3_000 };

it('cuts off what is asked for, and says how much that was', () => {
  const edges = { left: 5, top: 10, right: 2.5, bottom: 0 };
  const crop = cropOf(edges, leaf);
  expect(crop).toEqual({ left: 100, top: 300, width: 1_850, height: 2_700 });
  expect(edgesOf({ ...leaf, crop: crop ?? null })).toEqual(edges);
});

it('cuts off nothing, and never all', () => {
  const none = { left: 0, top: 0, right: 0, bottom: 0 };
  expect(cropOf(none, leaf)).toBeNull();
  expect(edgesOf({ ...leaf, crop: null })).toEqual(none);
  expect(cropOf({ ...none, left: 60, right: 40 }, leaf)).toBeUndefined();
});
