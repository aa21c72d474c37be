import { Mapping, StepMap } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { AdjoiningMap } from './adjoining-map.js';

describe('AdjoiningMap', () => {
  const map = new AdjoiningMap([1, 2, 0, 4, 0, 2, 4, 0, 1, 4, 2, 3]);

  it('leads a place behind all that is put in there, or before all of it', () => {
    expect([0, 1, 3, 4, 5, 6, 7].map((pos) => map.map(pos, 1))).toEqual([0, 1, 1, 5, 8, 8, 9]);
    expect([3, 4, 6].map((pos) => map.map(pos, -1))).toEqual([1, 2, 8]);
    expect(map.mapResult(4, 1).deletedAfter).toBe(true);
  });

  it('leads back', () => {
    const back = map.invert();
    expect([0, 1, 5, 8, 9].map((pos) => back.map(pos, 1))).toEqual([0, 3, 4, 6, 7]);
  });

  it('brings a place back that was taken away with the second of several ranges', () => {
    const gone = new AdjoiningMap([1, 2, 0, 5, 1, 0]);
    const mapping = new Mapping([gone, new StepMap([1, 2, 0]), new AdjoiningMap([1, 0, 2, 1, 0, 1])]);
    mapping.setMirror(0, 2);
    expect(mapping.map(5, 1)).toBe(3);
    expect(mapping.map(6, 1)).toBe(4);
  });
});
